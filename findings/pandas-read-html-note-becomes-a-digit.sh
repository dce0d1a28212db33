#!/usr/bin/env bash
# pandas: the sign of a note in a web table becomes the last digit of the number
#
# Expected: a cell 120<sup>1</sup>, a count with note 1, is a text that tells the note from the
#   number, or 120, or is an error.
# Happens: read_html joins the texts of a cell with nothing between them: the count is 1201. Where
#   all cells of the column are such numbers it is int64, so nothing looks wrong; the total at the
#   foot of the table is then less than a band. A line break (<br>) becomes a space, <sup> nothing.
# Why report makers care: tables of national statistics mark estimates and breaks in series in this
#   way. A figure that is ten times too high comes from the row that had a caveat.
# Seen: 2026-11-29, pandas 3.1.1, lxml 6.1.3, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pandas==3.1.1 lxml==6.1.3
cat > look.py <<'PY'
import io

import pandas

html = """
<table>
<tr><th>Band</th><th>Staff<br>in post</th></tr>
<tr><td>5</td><td>120<sup>1</sup></td></tr>
<tr><td>6</td><td>98<sup>2</sup></td></tr>
<tr><td>7</td><td>410</td></tr>
<tr><td>All</td><td>628</td></tr>
</table>
"""
(frame,) = pandas.read_html(io.StringIO(html), flavor="lxml")
print(frame.to_dict("list"))
print(frame["Staff in post"].dtype)
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
{'Band': ['5', '6', '7', 'All'], 'Staff in post': [1201, 982, 410, 628]}
int64
OUT
diff expected.txt seen.txt && echo "still so"
