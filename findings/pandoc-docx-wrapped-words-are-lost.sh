#!/usr/bin/env bash
# pandoc: words that Word wraps in an element for direction or for custom XML are lost
#
# Expected: elements that only say something about the words in them (w:bdo and w:dir: their
#   direction; w:customXml: the name of a field of a form) are read as those words, as w:smartTag
#   is.
# Happens: the words in w:bdo, w:dir and w:customXml are gone, with the figures among them; those in
#   w:smartTag stay. Nothing is said. python-docx leaves all four out.
# Why report makers care: numbers in Urdu, Arabic or Hebrew translations of a report stand in w:dir
#   and w:bdo, and templates of document systems wrap their fields in w:customXml: the sentence
#   stays, its figure is missing.
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

ATTRIBUTES = {
    "bdo": 'w:val="ltr"', "dir": 'w:val="ltr"', "customXml": 'w:element="rate"',
    "smartTag": 'w:element="rate"',
}
document = Document()
for name, attributes in ATTRIBUTES.items():
    paragraph = document.add_paragraph(f"{name}: ")
    figure = "<w:r><w:t>24.3%</w:t></w:r>"
    paragraph._p.append(parse_xml(f"<w:{name} {nsdecls('w')} {attributes}>{figure}</w:{name}>"))
    paragraph.add_run(" of BME staff")
document.save("wrapped.docx")
print(pypandoc.convert_file("wrapped.docx", "plain"), end="")
print([paragraph.text for paragraph in document.paragraphs])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
bdo: of BME staff

dir: of BME staff

customXml: of BME staff

smartTag: 24.3% of BME staff
['bdo:  of BME staff', 'dir:  of BME staff', 'customXml:  of BME staff', 'smartTag:  of BME staff']
OUT
diff expected.txt seen.txt && echo "still so"
