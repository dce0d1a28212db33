#!/usr/bin/env bash
# pandoc: what is chosen in a Word form is left out
#
# Expected: a drop-down list and a tick box of a Word form (legacy form fields, which protected
#   forms still use) are read as the entry that is chosen and as ticked or not; or it is said that
#   they were not read.
# Happens: both are read as nothing. The choice stands in the file (w:ddList with w:result,
#   w:checkBox with w:checked), not as text. python-docx leaves it out too.
# Why report makers care: forms by which departments report on their actions give the state as a
#   list and the confirmation as a box: in the collected plan the columns are empty, which reads as
#   "not reported".
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

ENTRIES = "".join(f'<w:listEntry w:val="{state}"/>' for state in ("Open", "Complete", "Late"))
FIELDS = {
    "FORMDROPDOWN": f'<w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList>',
    "FORMCHECKBOX": '<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>',
}


def runs(kind, data):
    held = f'<w:ffData><w:name w:val="F"/><w:enabled/><w:calcOnExit w:val="0"/>{data}</w:ffData>'
    yield f'<w:fldChar w:fldCharType="begin">{held}</w:fldChar>'
    yield f'<w:instrText xml:space="preserve"> {kind} </w:instrText>'
    yield '<w:fldChar w:fldCharType="end"/>'


document = Document()
for kind, data in FIELDS.items():
    paragraph = document.add_paragraph("State: ")
    for part in runs(kind, data):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{part}</w:r>"))
    paragraph.add_run(".")
document.save("form.docx")
print(pypandoc.convert_file("form.docx", "plain"), end="")
print([paragraph.text for paragraph in document.paragraphs])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
State: .

State: .
['State: .', 'State: .']
OUT
diff expected.txt seen.txt && echo "still so"
