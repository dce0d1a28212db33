#!/usr/bin/env bash
# pandoc: a table in a slide's notes is lost, and so are the numbers of a list
#
# Expected: what stands in the notes of a slide is in the notes of the presentation, in whatever
#   form notes can have; or there is a warning.
# Happens: the table is gone without a warning, and the items of a numbered list stand there without
#   their numbers. Paragraphs are kept.
# Why report makers care: notes are where a board slide names its sources, and sources are a table
#   of figure and publication. The speaker finds the heading and nothing below it.
# Seen: 2026-11-30, pypandoc_binary 1.17 (pandoc 3.9), python-pptx 1.0.2, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 python-pptx==1.0.2
cat > look.py <<'PY'
import subprocess

import pypandoc
from pptx import Presentation

SLIDE = """
# Recruitment

Text of the slide.

::: notes
Sources:

| Figure | Source |
|--------|--------|
| 1.38   | ESR    |

1. Read the ratio aloud.
2. Name its source.
:::
"""
done = subprocess.run(
    [pypandoc.get_pandoc_path(), "-o", "slides.pptx"],
    input=SLIDE, capture_output=True, text=True, check=True,
)
print("said:", done.stderr or "nothing")
for slide in Presentation("slides.pptx").slides:
    print("notes:", slide.notes_slide.notes_text_frame.text.split("\n\n"))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
said: nothing
notes: ['Sources:', 'Read the ratio aloud.', 'Name its source.']
OUT
diff expected.txt seen.txt && echo "still so"
