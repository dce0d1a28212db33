#!/usr/bin/env bash
# pandoc and Typst: the alternative text of a picture does not reach the PDF
#
# Expected: alt="Bars by band" on a picture, which pandoc writes into HTML and Word, is also written
#   for Typst, whose image() has an argument alt.
# Happens: the Typst writer leaves it out, with a caption and without. Typst refuses such a document
#   as PDF/UA-1 and, as a plain PDF, makes figures without alternative text. (By pandoc's tracker,
#   11394 and 11760, a later release, 3.10, writes it; the newest pypandoc_binary carries 3.9.)
# Why report makers care: PDFs of public bodies must be accessible. The author gave the text, two of
#   three formats have it, and the error speaks of alternative text that is missing.
# Seen: 2026-11-28, pypandoc_binary 1.17 (pandoc 3.9), typst 0.15.2, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 typst==0.15.2
cat > look.py <<'PY'
from pathlib import Path

import pypandoc
import typst

Path("bars.svg").write_text(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
)
markdown = '![Figure caption](bars.svg){alt="Bars by band"}\n\n![](bars.svg){alt="Bars by year"}\n'
for target in ("html", "typst"):
    text = pypandoc.convert_text(markdown, target, format="markdown")
    print(target, [words for words in ("Bars by band", "Bars by year") if words in text])
Path("t.typ").write_text('#set document(title: "T")\n' + text)
try:
    typst.compile("t.typ", output="t.pdf", pdf_standards=["ua-1"])
except typst.TypstError as error:
    print(error)
by_hand = text.replace('"bars.svg"', '"bars.svg", alt: "Bars"')
Path("t.typ").write_text('#set document(title: "T")\n' + by_hand)
typst.compile("t.typ", output="t.pdf", pdf_standards=["ua-1"])
print("with alt: written by hand, PDF/UA-1 is made")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
html ['Bars by band', 'Bars by year']
typst []
PDF/UA-1 error: missing alt text
with alt: written by hand, PDF/UA-1 is made
OUT
diff expected.txt seen.txt && echo "still so"
