#!/usr/bin/env bash
# pandoc: text that Word hides is read as ordinary text
#
# Expected: a run with the character property "Hidden" (w:vanish), which Word neither shows nor
#   prints, is left out, or is marked.
# Happens: it comes out in every format as plain text, unmarked, even in native, where nothing tells
#   it from its neighbours. So does the whole row of a table that is hidden.
# Why report makers care: guidance in templates and small counts are hidden in this way. Word and
#   its PDF do not show them; a page that pandoc made of the same file does.
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

document = Document()
paragraph = document.add_paragraph("Fewer than five people")
paragraph.add_run(" (exactly three)").font.hidden = True
paragraph.add_run(" were appointed.")
table = document.add_table(2, 2)
for row, texts in zip(table.rows, [("Band", "Staff"), ("Band 9", "3")]):
    for cell, text in zip(row.cells, texts):
        cell.paragraphs[0].add_run(text).font.hidden = text in ("Band 9", "3")
table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))
document.save("hidden.docx")
print(pypandoc.convert_file("hidden.docx", "gfm", extra_args=["--wrap=none"]).strip())
print("marked:", "hidden" in pypandoc.convert_file("hidden.docx", "native").lower())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
Fewer than five people (exactly three) were appointed.

| Band   | Staff |
|--------|-------|
| Band 9 | 3     |
marked: False
OUT
diff expected.txt seen.txt && echo "still so"
