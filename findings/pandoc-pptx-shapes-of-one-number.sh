#!/usr/bin/env bash
# pandoc: on a slide with a picture or a table, several shapes have the same number
#
# Expected: every shape of a slide has a number (id) of its own, as Office Open XML asks for.
# Happens: the text box of a caption has the number 1, which the slide's tree of shapes has already,
#   and a picture has the number 0.
# Why report makers care: animations, reading orders and comments name a shape by its number, and so
#   does every program that goes on with the slides: by number 1 python-pptx finds two.
# Seen: 2026-11-29, pypandoc_binary 1.17 (pandoc 3.9), python-pptx 1.0.2, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  pypandoc_binary==1.17 python-pptx==1.0.2 pillow==12.0.0
cat > look.py <<'PY'
import pypandoc
from PIL import Image
from pptx import Presentation

Image.new("RGB", (40, 20), "blue").save("bars.png")
picture = "# Chart\n\n![Staff by band](bars.png)\n\n"
table = "# Table\n\n| Band | Staff |\n|---|---|\n| 5 | 40 |\n\n: Staff by band\n"
pypandoc.convert_text(picture + table, "pptx", format="markdown", outputfile="slides.pptx")
for slide in Presentation("slides.pptx").slides:
    shapes = slide.shapes._spTree.xpath(".//p:cNvPr")
    print(slide.shapes.title.text, [(shape.get("id"), shape.get("name")) for shape in shapes])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
Chart [('1', ''), ('2', 'Title 1'), ('0', 'Picture 1'), ('1', 'TextBox 3')]
Table [('1', ''), ('2', 'Title 1'), ('6', 'Content Placeholder 5'), ('1', 'TextBox 3')]
OUT
diff expected.txt seen.txt && echo "still so"
