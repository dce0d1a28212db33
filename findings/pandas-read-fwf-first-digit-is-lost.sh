#!/usr/bin/env bash
# pandas: a number that is wider than those above it loses its first digits
#
# Expected: a table of columns with fixed width, its numbers set to the right, is read as it stands,
#   or it is an error where a character stands in no column.
# Happens: read_fwf takes the columns from the first 100 rows (infer_nrows, documented). Below, what
#   stands outside them is dropped: where the 100 rows have three digits, 21482 is 482, and 1482 in
#   a column of two digits is 82. The column stays int64. No error, no warning.
# Why report makers care: printed tables come so, sorted by name, and the one large trust in the
#   second half becomes the smallest of all. A text at least would have been seen.
# Seen: 2026-12-01, pandas 3.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  pandas==3.1.1
cat > look.py <<'PY'
import io
import warnings

import pandas

warnings.simplefilter("error")
staff = [(f"T{number:03d}", 101 + number, 11 + number % 80) for number in range(120)]
staff[110] = ("T110", 21482, 1482)
text = "\n".join(f"{name} {everybody:>7} {bme:>6}" for name, everybody, bme in staff)
print(text.splitlines()[110])
for rows in (100, 120):
    frame = pandas.read_fwf(io.StringIO(text), header=None, infer_nrows=rows)
    print(rows, *frame.loc[110], [str(kind) for kind in frame.dtypes[1:]])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'END'
T110   21482   1482
100 T110 482 82 ['int64', 'int64']
120 T110 21482 1482 ['int64', 'int64']
END
diff expected.txt seen.txt && echo "still so"
