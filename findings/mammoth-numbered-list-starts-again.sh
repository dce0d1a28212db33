#!/usr/bin/env bash
# mammoth: a numbered list that goes on below a paragraph starts again at 1
#
# Expected: actions 1 and 2, a paragraph between, actions 3 and 4: one list of Word, whose numbers are
#   3 and 4 on the web page too (start of HTML's ol), or a message that they are not.
# Happens: two lists, each from 1. The number at which a list is to start is dropped as well: a list
#   from 7 is one from 1. There is no message. pandoc gives 3 and 7.
# Why report makers care: recommendations and actions are cited by their number ("see action 3"), in
#   the paper itself and in last year's report. On the page the number belongs to another action, or
#   to two.
# Seen: 2026-12-01, mammoth 1.13.0, python-docx 1.2.0, pypandoc_binary 1.17 (pandoc 3.9), Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  mammoth==1.13.0 python-docx==1.2.0 pypandoc_binary==1.17
cat > look.py <<'PY'
import docx
import mammoth
import pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

document = docx.Document()
numbering = document.part.numbering_part.element
for number, start in ((90, 1), (91, 7)):
    level = f'<w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    numbering.find(qn("w:num")).addprevious(parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'))
    numbering.append(parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def item(text, number):
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))


item("Train", 90)
item("Mentor", 90)
document.add_paragraph("Next year:")
item("Publish", 90)
item("Review", 90)
document.add_paragraph("Left over from last year:")
item("Recruit", 91)
document.save("plan.docx")
with open("plan.docx", "rb") as file:
    result = mammoth.convert_to_html(file)
print(result.value.replace("<p>", "\n<p>").replace("<ol>", "\n<ol>").strip())
print("messages:", result.messages)
print(pypandoc.convert_file("plan.docx", "commonmark").replace("\n\n", "\n").strip())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'END'
<ol><li>Train</li><li>Mentor</li></ol>
<p>Next year:</p>
<ol><li>Publish</li><li>Review</li></ol>
<p>Left over from last year:</p>
<ol><li>Recruit</li></ol>
messages: []
1.  Train
2.  Mentor
Next year:
3.  Publish
4.  Review
Left over from last year:
7.  Recruit
END
diff expected.txt seen.txt && echo "still so"
