#!/usr/bin/env bash
# pandoc: the result of a computed field, when Word wrote the field in its short form
#
# Expected: the two spellings of one field in WordprocessingML, w:fldSimple and w:fldChar, read the
#   same: the stored result is the text.
# Happens: the stored result of =SUM(ABOVE) is read from the long form and dropped without a warning
#   from the short one: "in total: people".
# Why report makers care: totals of tables, document properties such as the name of a trust
#   (DOCPROPERTY) and numbers of captions (SEQ) are such fields. A page that was converted lacks
#   them, and only those of some writers.
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
document = Document()
short = document.add_paragraph("Short form, staff in total: ")
short._p.append(
    parse_xml(f'<w:fldSimple {W} w:instr=" =SUM(ABOVE) "><w:r><w:t>1482</w:t></w:r></w:fldSimple>')
)
short.add_run(" people")
long = document.add_paragraph("Long form, staff in total: ")
for part in (
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> =SUM(ABOVE) </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>1482</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
):
    long._p.append(parse_xml(f"<w:r {W}>{part}</w:r>"))
long.add_run(" people")
document.save("fields.docx")
print(pypandoc.convert_file("fields.docx", "plain", extra_args=["--wrap=none"]).strip())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
Short form, staff in total: people

Long form, staff in total: 1482 people
OUT
diff expected.txt seen.txt && echo "still so"
