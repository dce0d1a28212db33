#!/usr/bin/env bash
# Typst: one footnote in a table header that repeats
#
# Expected: a note at a heading of a table has one number. Where the header repeats on the next
#   page, the number repeats.
# Happens: each repetition counts as a new note: the same words are 1, 2 and 3 on three pages, and
#   the notes after the table are counted on from there. As PDF/UA-1 the document is refused ("PDF
#   artifacts may not contain links") as soon as the table is longer than one page; the same table
#   on one page is accepted.
# Why report makers care: "headcount[1]" stands in most headers. The build of an accessible PDF
#   breaks when the data gain a row, and a reference in the prose to note 2 points to another note.
# Seen: 2026-11-28, typst 0.15.2, pypdf 7.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.1
cat > look.py <<'PY'
from pathlib import Path

import pypdf
import typst

HEAD = """
#set document(title: "Staff")
#set page(width: 8cm, height: 6cm)
#table(columns: 2, table.header([Band#footnote[Headcount]], [Staff]),
"""


def compiled(rows, standards):
    cells = "".join(f"[{row}], [{row * 10}], " for row in range(rows))
    Path("t.typ").write_text(HEAD + cells + ")\nAfter the table#footnote[Estimate]")
    try:
        typst.compile("t.typ", output="t.pdf", pdf_standards=standards)
    except typst.TypstError as error:
        return [str(error)]
    lines = [text for page in pypdf.PdfReader("t.pdf").pages for text in page.extract_text().splitlines()]
    return [line for line in lines if "Band" in line or "Headcount" in line or "Estimate" in line]


print("2 rows, PDF/UA-1:", compiled(2, ["ua-1"]))
print("14 rows, PDF/UA-1:", compiled(14, ["ua-1"]))
print("14 rows, plain PDF:", compiled(14, []))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
2 rows, PDF/UA-1: ['Band1 Staff', '1Headcount', '2Estimate']
14 rows, PDF/UA-1: ['PDF/UA-1 error: PDF artifacts may not contain links']
14 rows, plain PDF: ['Band1 Staff', '1Headcount', 'Band2 Staff', '2Headcount', 'Band3 Staff', '3Headcount', '4Estimate']
OUT
diff expected.txt seen.txt && echo "still so"
