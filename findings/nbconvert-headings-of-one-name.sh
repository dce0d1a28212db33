#!/usr/bin/env bash
# nbconvert: headings of one name have one address
#
# Expected: two headings with the same words on one page have different addresses, as the writers of
#   Markdown and the HTML standard want it.
# Happens: both have the same id, and the links beside them have the same target, so a browser goes
#   to the first from everywhere. Nothing is said.
# Why report makers care: each section of a report repeats the headings of the one before it
#   (findings, data, method). A link to the findings of the fourth section opens those of the first.
# Seen: 2026-11-30, nbconvert 7.17.2, nbformat 5.11.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check nbconvert==7.17.2 nbformat==5.11.1 ipython==9.18.1
cat > look.py <<'PY'
import re

from nbconvert import HTMLExporter
from nbformat.v4 import new_markdown_cell, new_notebook

book = new_notebook(
    cells=[
        new_markdown_cell("# Shortlisting\n\n## Findings\n\nThe ratio is 1.38."),
        new_markdown_cell("# Discipline\n\n## Findings\n\nThe ratio is 0.91."),
    ]
)
page, _ = HTMLExporter().from_notebook_node(book)
for name, target in re.findall(r'<h2 id="([^"]*)".*?href="([^"]*)"', page):
    print(name, target)
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
Findings #Findings
Findings #Findings
OUT
diff expected.txt seen.txt && echo "still so"
