#!/usr/bin/env bash
# pandoc: a chart that stands in a page as SVG
#
# Expected: a chart in HTML with a name (aria-label, or title) has that name as its alternative
#   text after pandoc has read the page, as an image has its alt.
# Happens: the chart becomes an image whose source is the whole drawing, and the image has no
#   alternative text. The name is still inside the drawing, where a screen reader does not look.
#   The same chart as an image with alt keeps its text. With -f html+raw_html the chart stays as
#   it is in HTML, and is left out of every other format.
# Why report makers care: charts of reports are SVG in the page, named with care. After a pass
#   through pandoc (a filter, a template, the way to Word) the checker counts images without a
#   text.
# Seen: 2026-11-29, pypandoc_binary 1.17 (pandoc 3.9), Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
cat > look.py <<'PY'
import json

import pypandoc

BARS = '<rect width="12" height="9"/>'
charts = {
    "aria-label": f'<svg role="img" aria-label="BME 12 of 40" viewBox="0 0 40 9">{BARS}</svg>',
    "title": f'<svg role="img" viewBox="0 0 40 9"><title>BME 12 of 40</title>{BARS}</svg>',
    "img alt": '<img src="chart.svg" alt="BME 12 of 40">',
}
for name, chart in charts.items():
    page = f"<p>Appointed:</p><p>{chart}</p>"
    tree = json.loads(pypandoc.convert_text(page, "json", format="html"))
    (image,) = (x for block in tree["blocks"] for x in block["c"] if x["t"] == "Image")
    text = " ".join(word["c"] for word in image["c"][1] if word["t"] == "Str")
    html = pypandoc.convert_text(page, "html", format="html")
    print(f"{name}: text {text!r}, alt in HTML: {' alt=' in html}, svg: {'<svg' in html}")
for kind in ("html", "plain", "typst"):
    raw = pypandoc.convert_text(charts["aria-label"], kind, format="html+raw_html")
    print(f"raw_html, {kind}: name {'BME 12 of 40' in raw}, {len(raw.strip()) > 0}")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
aria-label: text '', alt in HTML: False, svg: False
title: text '', alt in HTML: False, svg: False
img alt: text 'BME 12 of 40', alt in HTML: True, svg: False
raw_html, html: name True, True
raw_html, plain: name False, False
raw_html, typst: name False, False
OUT
diff expected.txt seen.txt && echo "still so"
