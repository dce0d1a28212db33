#!/usr/bin/env bash
# docx2txt: a text box of a Word file is read twice
#
# Expected: a text box comes out once. Word saves it in two forms, one for itself and one for older
#   programs (mc:Choice and mc:Fallback); a reader is to take one of them.
# Happens: both forms are read, one after the other, as text of the document. docx2python does the
#   same, and moves the box before the words of the line it stands in.
# Why report makers care: a figure in a box counts twice where figures are gathered, checked or
#   compared with last year's document; and each corrected box looks like two corrections.
# Seen: 2026-11-30, docx2txt 0.9, docx2python 3.7.1, python-docx 1.2.0, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0
cat > look.py <<'PY'
import docx2python
import docx2txt
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

BOX = """
<w:r {names}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="540000"/>
<wp:docPr id="1" name="Text Box 1"/><a:graphic><a:graphicData uri="{wps}"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="540000"/>
</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>
<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>
</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>{fallback}</mc:AlternateContent></w:r>
"""
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NAMES = (
    f'{nsdecls("w", "wp", "a")} xmlns:wps="{WPS}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
FALLBACK = """
<mc:Fallback><w:pict><v:rect style="width:142pt;height:43pt"><v:textbox><w:txbxContent>
<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback>
"""
text = "120 staff"
both = BOX.format(names=NAMES, wps=WPS, text=text, fallback=FALLBACK.format(text=text))
document = Document()
paragraph = document.add_paragraph("BME staff: ")
paragraph._p.append(parse_xml(both.replace("\n", "")))
document.save("report.docx")
print("docx2txt:", docx2txt.process("report.docx").split("\n\n"))
print("docx2python:", docx2python.docx2python("report.docx").text.split("\n\n"))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
docx2txt: ['BME staff: ', '120 staff', '120 staff']
docx2python: ['120 staff', '120 staff', 'BME staff: ']
OUT
diff expected.txt seen.txt && echo "still so"
