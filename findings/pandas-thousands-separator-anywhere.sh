#!/usr/bin/env bash
# pandas: read_csv(thousands=",") takes a comma anywhere in a number for a separator
#
# Expected: "1,482" is 1482; "12,5" and "5,6", which are not groups of three digits, stay texts or
#   are an error.
# Happens: every comma between digits is dropped: "12,5" is 125, "5,6" is 56, "1,23,4" is 1234. The
#   column is int64, so nothing looks wrong. With engine="python" the same. The manual calls the
#   option the thousands separator and no more.
# Why report makers care: counts with separators meet percentages with a decimal comma and lists of
#   bands ("5,6") in one return; a rate is ten times too high, or two bands become band 56.
# Seen: 2026-11-28, pandas 3.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pandas==3.1.1
cat > look.py <<'PY'
import io

import pandas

data = 'count,percent,bands\n"1,482","12,5","5,6"\n"12,345","8,0","7,8,9"\n'
for engine in ("c", "python"):
    frame = pandas.read_csv(io.StringIO(data), thousands=",", engine=engine)
    print(engine, frame.to_dict("list"), sorted({str(kind) for kind in frame.dtypes}))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
c {'count': [1482, 12345], 'percent': [125, 80], 'bands': [56, 789]} ['int64']
python {'count': [1482, 12345], 'percent': [125, 80], 'bands': [56, 789]} ['int64']
OUT
diff expected.txt seen.txt && echo "still so"
