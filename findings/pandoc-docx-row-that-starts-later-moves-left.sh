#!/usr/bin/env bash
# pandoc: the cells of a Word row that starts under the second column move to the first
#
# Expected: a row that leaves out its first columns (w:gridBefore, which Word writes where the left
#   border of a row was dragged, or its first cell was deleted) has its cells under the columns they
#   stand under in Word.
# Happens: the cells are put from the first column on, and empty ones are added at the end. In Word
#   12 stands under BME and 400 under White; here 12 is the band, and 400 the BME staff. Nothing is
#   said.
# Why report makers care: totals rows are made like this. Each figure is read under its neighbour's
#   heading, and the row keeps its length, so no check of the shape notices.
# Seen: 2026-11-30, pypandoc_binary 1.17 (pandoc 3.9), python-docx 1.2.0, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check python-docx==1.2.0 pypandoc_binary==1.17
cat > look.py <<'PY'
import pypandoc
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = Document()
table = document.add_table(2, 3)
for row, texts in zip(table.rows, [("Band", "BME", "White"), ("5", "12", "400")]):
    for cell, text in zip(row.cells, texts):
        cell.text = text
last = table.add_row()
for cell, text in zip(last.cells, ("", "12", "400")):
    cell.text = text
last._tr.remove(last.cells[0]._tc)
width = table.columns[0].width.twips
later = f'<w:gridBefore {nsdecls("w")} w:val="1"/>', f'<w:wBefore {nsdecls("w")} w:w="{width}" w:type="dxa"/>'
for part in later:
    last._tr.get_or_add_trPr().append(parse_xml(part))
document.save("staff.docx")
print(pypandoc.convert_file("staff.docx", "gfm").strip())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
| Band | BME | White |
|------|-----|-------|
| 5    | 12  | 400   |
| 12   | 400 |       |
OUT
diff expected.txt seen.txt && echo "still so"
