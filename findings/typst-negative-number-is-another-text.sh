#!/usr/bin/env bash
# Typst: the text of a negative number is not the text that stands in the file
#
# Expected: str(-3) is "-3", as in the data that it comes from and in every other program that reads
#   the PDF.
# Happens: it is written with the typographic minus sign U+2212, also by str, where no typography is
#   asked for: it is not equal to "-3", is not found in a list of texts, and sorts behind all
#   others. int and float read it back, but Python's float does not read what is copied from the
#   PDF.
# Why report makers care: a look-up by a value that is turned to text (a gap of -3, a change of -1)
#   silently finds nothing for what is below zero; and figures that readers copy from the PDF into a
#   worksheet stay texts.
# Seen: 2026-11-30, typst 0.15.2, pypdf 7.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.1
cat > look.py <<'PY'
import io
import json
from pathlib import Path

import pypdf
import typst

SOURCE = """
#let gaps = json("gaps.json")
#let words = ("-3": "worse", "3": "better")
#for gap in gaps [#str(gap): #words.at(str(gap), default: "no word"), ]
equal to the text: #(str(gaps.first()) == "-3")
"""
Path("gaps.json").write_text(json.dumps([-3, 3]), encoding="utf-8")
Path("look.typ").write_text(SOURCE, encoding="utf-8")
text = pypdf.PdfReader(io.BytesIO(typst.compile("look.typ"))).pages[0].extract_text()
print(ascii(text.strip()))
for word in text.replace(":", " ").split()[:1]:
    try:
        print(float(word))
    except ValueError as error:
        print(ascii(str(error)))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
'\u22123: no word, 3: better, equal to the text: false'
"could not convert string to float: '\u22123'"
OUT
diff expected.txt seen.txt && echo "still so"
