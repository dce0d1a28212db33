#!/usr/bin/env bash
# pypdf: a merged cell of a table is joined to the number beside it
#
# Expected: a row with the cells 7, 1 and 2 is read as three words, in whatever order.
# Happens: where the cell 7 spans two rows, extract_text() gives "1 27": Typst writes the cell after
#   the others of its row, and pypdf puts no space before a text of the same line that stands further
#   to the left. extraction_mode="layout" and pdfplumber read 7, 1, 2.
# Why report makers care: the spanning cell of a table of staff is the band or the year. The last
#   count of the row grows by its digits, and 27 is as likely a count as 2. Figures that are read
#   back from a PDF to check it, or from another body's PDF, are wrong with nothing to see.
# Seen: 2026-11-29, pypdf 7.1.1, typst 0.15.2, pdfplumber 0.11.10, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.1 pdfplumber==0.11.10
cat > look.py <<'PY'
from pathlib import Path

import pdfplumber
import pypdf
import typst

Path("t.typ").write_text("""
#set page(width: 9cm, height: 8cm)
#table(
  columns: 3,
  table.header([Band], [BME], [White]),
  [6], [12], [140],
  table.cell(rowspan: 2)[7], [1], [2],
  [3], [4],
)
""")
typst.compile("t.typ", output="t.pdf")
page = pypdf.PdfReader("t.pdf").pages[0]
with pdfplumber.open("t.pdf") as pdf:
    other = pdf.pages[0].extract_text()
for name, text in (
    ("pypdf", page.extract_text()),
    ("pypdf, layout", page.extract_text(extraction_mode="layout")),
    ("pdfplumber", other),
):
    print(f"{name}:", [" ".join(line.split()) for line in text.splitlines()])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
pypdf: ['Band BME White', '6 12 140', '1 27', '3 4']
pypdf, layout: ['Band BME White', '6 12 140', '7 1 2', '3 4']
pdfplumber: ['Band BME White', '6 12 140', '7 1 2', '3 4']
OUT
diff expected.txt seen.txt && echo "still so"
