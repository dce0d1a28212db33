#!/usr/bin/env bash
# pandoc: of two rows of headings in a web table, the second moves one column to the left
#
# Expected: "Band" over two rows beside "Staff" over the two columns "BME" and "White": 12 stands
#   under BME, 140 under White, as browsers show it. The tag <thead> is optional in HTML.
# Happens: without <thead> only the first row is taken for the head. "Band", which spans two rows, is
#   cut to one, and its place in the second row is filled from the right: BME stands over the bands,
#   White over the BME staff, nothing over the White staff. With <thead>, or with <tbody> around all
#   rows, it is right. No warning.
# Why report makers care: tables of figures by group have two rows of headings, and old pages and
#   editors write no <thead>. The figures stay, their names change.
# Seen: 2026-11-29, pypandoc_binary 1.17 (pandoc 3.9), Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
cat > look.py <<'PY'
import pypandoc

head = (
    '<tr><th rowspan="2">Band</th><th colspan="2">Staff</th></tr>'
    "<tr><th>BME</th><th>White</th></tr>"
)
row = "<tr><td>5</td><td>12</td><td>140</td></tr>"
for name, html in (
    ("no thead", f"<table>{head}{row}</table>"),
    ("thead", f"<table><thead>{head}</thead>{row}</table>"),
    ("tbody", f"<table><tbody>{head}{row}</tbody></table>"),
):
    print(f"{name}:")
    print(pypandoc.convert_text(html, "plain", format="html").rstrip())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
no thead:
+------+-------------+
| Band | Staff       |
+======+=======+=====+
| BME  | White |     |
+------+-------+-----+
| 5    | 12    | 140 |
+------+-------+-----+
thead:
+------+-------------+
| Band | Staff       |
|      +-----+-------+
|      | BME | White |
+======+=====+=======+
| 5    | 12  | 140   |
+------+-----+-------+
tbody:
+------+-----+-------+
| Band | Staff       |
|      +-----+-------+
|      | BME | White |
+------+-----+-------+
| 5    | 12  | 140   |
+------+-----+-------+
OUT
diff expected.txt seen.txt && echo "still so"
