#!/usr/bin/env bash
# pandoc: the words of a paragraph, a heading or a cell that holds a text box are lost
#
# Expected: a Word paragraph of words with a text box in it is read as its words and those of the
#   box.
# Happens: only the box is read. The words before and behind it in the same paragraph are gone, in a
#   heading and in a cell of a table too; the cell's figure is replaced by the box. The box is given
#   in both forms in which Word saves one. Nothing is said.
# Why report makers care: a call-out (a key figure, a note to the reader) is put into the line it
#   belongs to. The sentence it explains, or the figure of the row, is missing from the web page
#   made of the file.
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


def box(text):
    both = BOX.format(names=NAMES, wps=WPS, text=text, fallback=FALLBACK.format(text=text))
    return parse_xml(both.replace("\n", ""))


document = Document()
document.add_heading("Findings", 1)._p.append(box("New this year"))
paragraph = document.add_paragraph("The ratio is 1.38. ")
paragraph._p.append(box("Parity is 1.0"))
paragraph.add_run(" It was 2.05 in 2020.")
table = document.add_table(1, 2)
table.cell(0, 0).text = "BME staff"
table.cell(0, 1).text = "120"
table.cell(0, 1).paragraphs[0]._p.append(box("provisional"))
document.save("report.docx")
print("python-docx:", [p.text for p in document.paragraphs], table.cell(0, 1).text)
print("pandoc:")
print(pypandoc.convert_file("report.docx", "html", extra_args=["--wrap=none"]), end="")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
python-docx: ['Findings', 'The ratio is 1.38.  It was 2.05 in 2020.'] 120
pandoc:
<p>New this year</p>
<p>Parity is 1.0</p>
<table>
<colgroup>
<col style="width: 50%" />
<col style="width: 50%" />
</colgroup>
<thead>
<tr>
<th>BME staff</th>
<th>provisional</th>
</tr>
</thead>
<tbody>
</tbody>
</table>
OUT
diff expected.txt seen.txt && echo "still so"
