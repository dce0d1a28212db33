#!/usr/bin/env bash
# pandas: to_markdown prints texts that look like numbers as other texts
#
# Expected: a column of texts (dtype str) is printed as it stands, as to_html and to_csv print it.
# Happens: where every text of the column can be read as a number it is: the organisation codes
#   "5E1" and "5E2" are 50 and 500, the rates "1.10" and "2.00" are 1.1 and 2, and the columns are
#   set to the right. One code such as "R1L" in the column, and all stay as they are. It is tabulate
#   that reads them; disable_numparse=True, which is handed on to it, is the way out.
# Why report makers care: tables go from notebooks into Quarto pages by this call. Codes of other
#   organisations are printed, and figures that were rounded to the same number of places are not;
#   which of both depends on the rows that were picked.
# Seen: 2026-11-29, pandas 3.1.1, tabulate 0.10.0, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pandas==3.1.1 tabulate==0.10.0
cat > look.py <<'PY'
import pandas

frame = pandas.DataFrame({"code": ["5E1", "5E2"], "rate": ["1.10", "2.00"]}, dtype="str")
print("dtypes:", [str(kind) for kind in frame.dtypes])
print(frame.to_markdown(index=False))
print("as it stands:", frame.to_csv(index=False).split())
print(frame.to_markdown(index=False, disable_numparse=True))
frame.loc[2] = ["R1L", "1.64"]
print(frame.to_markdown(index=False))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
dtypes: ['str', 'str']
|   code |   rate |
|-------:|-------:|
|     50 |    1.1 |
|    500 |    2   |
as it stands: ['code,rate', '5E1,1.10', '5E2,2.00']
| code   | rate   |
|:-------|:-------|
| 5E1    | 1.10   |
| 5E2    | 2.00   |
| code   |   rate |
|:-------|-------:|
| 5E1    |   1.1  |
| 5E2    |   2    |
| R1L    |   1.64 |
OUT
diff expected.txt seen.txt && echo "still so"
