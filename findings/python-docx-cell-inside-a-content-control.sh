#!/usr/bin/env bash
# python-docx: a table cell inside a content control
#
# Expected: a form whose one cell of a row is a content control around the cell (w:sdt around w:tc,
#   as Word writes it when a whole cell is made a control) has as many cells as its grid, and each
#   cell stays under its heading.
# Happens: row.cells leaves the cell out. The cells to its right move one place to the left, so a
#   value stands under the heading of its neighbour. A row in a repeating section (w:sdt around
#   w:tr) is missing from table.rows altogether. Neither raises or warns. pandoc reads both.
# Why report makers care: returns, action plans and survey forms are Word tables with controls. Read
#   by position, the number for White staff is taken for BME staff, and whole actions are lost.
# Seen: 2026-11-28, python-docx 1.2.0, pypandoc_binary 1.17 (pandoc 3.9), Python 3.11
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
from docx.oxml.ns import nsdecls, qn


def wrap(parent, element):
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    parent.replace(element, control)
    control.find(qn("w:sdtContent")).append(element)


document = Document()
table = document.add_table(4, 3)
rows = [("Band", "BME", "White"), ("5", "12", "140"), ("6", "9", "98"), ("7", "4", "71")]
for row, texts in zip(table.rows, rows):
    for cell, text in zip(row.cells, texts):
        cell.text = text
wrap(table.rows[1]._tr, table.rows[1]._tr.tc_lst[1])
wrap(table._tbl, table.rows[2]._tr)
document.save("form.docx")

for row in Document("form.docx").tables[0].rows:
    print("python-docx:", [cell.text for cell in row.cells])
for line in pypandoc.convert_file("form.docx", "plain").splitlines():
    if line.strip() and "--" not in line:
        print("pandoc:", line.split())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
python-docx: ['Band', 'BME', 'White']
python-docx: ['5', '140']
python-docx: ['7', '4', '71']
pandoc: ['Band', 'BME', 'White']
pandoc: ['5', '12', '140']
pandoc: ['6', '9', '98']
pandoc: ['7', '4', '71']
OUT
diff expected.txt seen.txt && echo "still so"
