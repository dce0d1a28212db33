#!/usr/bin/env bash
# pandoc: two numbers on two lines of a Word cell become one number
#
# Expected: w:cr, a carriage return in a run, which the format defines as a line break like w:br, is
#   read as one.
# Happens: it is left out, and what stands before and behind it is joined: 12 over 40 is 1240. With
#   w:br in its place the break is kept; python-docx reads a break for both. A tab that is aligned
#   to the margin (w:ptab) is left out in the same way.
# Why report makers care: exports from HR systems and report servers write w:cr between the values
#   of a cell; a table of two groups in one cell has one number, a hundred times too large.
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
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

document = Document()
for name in ("w:br", "w:cr", "w:ptab"):
    run = document.add_paragraph().add_run("12")
    between = OxmlElement(name)
    if name == "w:ptab":
        for key, value in (("alignment", "right"), ("relativeTo", "margin"), ("leader", "none")):
            between.set(qn(f"w:{key}"), value)
    run._r.append(between)
    document.paragraphs[-1].add_run("40")
    document.save("cell.docx")
    read = pypandoc.convert_file("cell.docx", "plain").strip()
    print(name, "python-docx:", repr(document.paragraphs[-1].text), "pandoc:", repr(read))
    document = Document()
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
w:br python-docx: '12\n40' pandoc: '12\n40'
w:cr python-docx: '12\n40' pandoc: '1240'
w:ptab python-docx: '12\t40' pandoc: '1240'
OUT
diff expected.txt seen.txt && echo "still so"
