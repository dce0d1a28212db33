#!/usr/bin/env bash
# pandoc: the headings of the rows of a table, in Word and Typst
#
# Expected: a table whose rows have headings (th scope=row in HTML, which pandoc reads as one column
#   of row headings, and writes back to HTML as such) has them in Word (w:firstColumn of w:tblLook)
#   and in Typst (table.header or pdf.header-cell).
# Happens: Word is told that the first column is no heading, and Typst gets ordinary cells. Headings
#   of columns are marked in both. Nothing is said.
# Why report makers care: a screen reader says "120" without "Band 5". The page passes the checks of
#   accessibility, the Word file and the PDF that were made of it do not.
# Seen: 2026-11-30, pypandoc_binary 1.17 (pandoc 3.9), Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
cat > look.py <<'PY'
import re
import zipfile

import pypandoc

PAGE = """<table><thead><tr><th>Band</th><th>BME</th></tr></thead>
<tbody><tr><th scope="row">Band 5</th><td>120</td></tr></tbody></table>"""
native = pypandoc.convert_text(PAGE, "native", "html")
print(*re.findall(r"RowHeadColumns \d", native))
print(*re.findall(r"<th.*", pypandoc.convert_text(PAGE, "html", "html")))
pypandoc.convert_text(PAGE, "docx", "html", outputfile="table.docx")
with zipfile.ZipFile("table.docx") as package:
    text = package.read("word/document.xml").decode()
print(*re.findall(r'w:first(?:Row|Column)="\d"', text))
print(*re.findall(r".*(?:header|Band).*", pypandoc.convert_text(PAGE, "typst", "html")), sep="\n")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
RowHeadColumns 1
<thead> <th>Band</th> <th>BME</th> <th scope="row">Band 5</th>
w:firstRow="1" w:firstColumn="0"
    table.header([Band], [BME],),
    [Band 5], [120],
OUT
diff expected.txt seen.txt && echo "still so"
