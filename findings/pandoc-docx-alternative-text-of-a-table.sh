#!/usr/bin/env bash
# pandoc: the alternative text of a Word table becomes its visible caption, its two parts run together
#
# Expected: the title and the description under "Alt Text" of a table (w:tblCaption,
#   w:tblDescription), which Word never prints, stay alternative text, or are dropped.
# Happens: they become the caption of the table, joined without a space or a full stop. Written back
#   to Word, that is a printed paragraph in the style Table Caption above the table. Where a
#   paragraph in the style Caption stands above the table, they are dropped instead.
# Why report makers care: public bodies must give tables alternative text. Text for screen readers
#   only is printed, as a sentence with a broken word; whether it happens depends on the paragraph
#   above.
# Seen: 2026-11-28, pypandoc_binary 1.17 (pandoc 3.9), python-docx 1.2.0, Python 3.11
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

W = nsdecls("w")
for above in ("Normal", "Caption"):
    document = Document()
    document.add_paragraph("Our workforce", style=above)
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, [("Band", "Staff"), ("5", "120")]):
        for cell, text in zip(row.cells, texts):
            cell.text = text
    for name, text in (("tblCaption", "Staff by band"), ("tblDescription", "One row a band.")):
        table._tbl.tblPr.append(parse_xml(f'<w:{name} {W} w:val="{text}"/>'))
    document.save("alternative.docx")
    pypandoc.convert_file("alternative.docx", "docx", outputfile="again.docx")
    for paragraph in Document("again.docx").paragraphs:
        print(f"{above} above the table, {paragraph.style.name}: {paragraph.text}")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
Normal above the table, First Paragraph: Our workforce
Normal above the table, Table Caption: Staff by bandOne row a band.
Caption above the table, Table Caption: Our workforce
OUT
diff expected.txt seen.txt && echo "still so"
