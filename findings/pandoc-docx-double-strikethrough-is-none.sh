#!/usr/bin/env bash
# pandoc: a figure that Word strikes through twice is an ordinary figure
#
# Expected: double strikethrough (w:dstrike), which stands beside the single one in Word's dialog of
#   fonts, is read as struck through, as w:strike is.
# Happens: a single line is read as Strikeout, a double one as nothing at all: the old figure stands
#   beside the new one, both plain.
# Why report makers care: reviewers without tracked changes strike out what is to go. Struck twice,
#   it is on the page again: "12 13 posts", and an action that was dropped is back in the plan.
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

document = Document()
for kind in ("strike", "double_strike"):
    paragraph = document.add_paragraph()
    setattr(paragraph.add_run("12").font, kind, True)
    paragraph.add_run(" 13 posts")
document.save("struck.docx")
print(pypandoc.convert_file("struck.docx", "markdown"), end="")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
~~12~~ 13 posts

12 13 posts
OUT
diff expected.txt seen.txt && echo "still so"
