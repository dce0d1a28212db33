#!/usr/bin/env bash
# pandoc: what is grouped on a slide is not read
#
# Expected: text boxes, pictures and tables of a slide are read whether or not somebody has grouped
#   them, which only makes them move together.
# Happens: the reader for slides leaves out all that is in a group, text and pictures, without a
#   warning or a sign that something stood there. A chart, which it cannot read either, leaves one.
# Why report makers care: callouts with key figures, and labels over a picture, are grouped as a
#   matter of course. Converted for a page or for a search, the slide has a title and lacks its
#   figures.
# Seen: 2026-11-29, pypandoc_binary 1.17 (pandoc 3.9), python-pptx 1.0.2, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 python-pptx==1.0.2
cat > look.py <<'PY'
import base64
import io
import logging
import sys

import pypandoc
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="log: %(message)s")


def add(shapes, text):
    shapes.add_textbox(Inches(1), Inches(2), Inches(4), Inches(1)).text_frame.text = text
    shapes.add_picture(io.BytesIO(base64.b64decode(DOT)), Inches(1), Inches(3)).name = text


deck = Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[5])
slide.shapes.title.text = "Our workforce"
add(slide.shapes, "Not grouped: 12 posts")
group = slide.shapes.add_group_shape()
add(group.shapes, "Grouped: 140 posts")
data = CategoryChartData()
data.categories = ["BME", "White"]
data.add_series("Posts", (12, 140))
slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(2), Inches(2), data)
deck.save("deck.pptx")
print(pypandoc.convert_file("deck.pptx", "markdown", extra_args=["--wrap=none"]).strip())
print("grouped:", "140" in pypandoc.convert_file("deck.pptx", "native", extra_args=["--verbose"]))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
## Our workforce {#slide-1}

Not grouped: 12 posts

![image.png](ppt/media/image1.png "Not grouped: 12 posts")

\[Graphic: other: http://schemas.openxmlformats.org/drawingml/2006/chart\]
grouped: False
OUT
diff expected.txt seen.txt && echo "still so"
