#!/usr/bin/env bash
# nbconvert: the alternative text of a picture is put aside for a sentence that there is none
#
# Expected: Image(..., alt="Staff by band") of IPython, which keeps the text in the metadata of the
#   output, gives a page whose picture has this text.
# Happens: the templates lab (the default) and reveal (slides) do not read it. The picture gets
#   alt="No description has been provided for this image" in its place. classic and basic read it.
#   In Markdown it is "png".
# Why report makers care: whoever wrote descriptions publishes a page that says there are none, and a
#   check of accessibility that looks for a missing alt passes it, described or not.
# Seen: 2026-11-29, nbconvert 7.17.2, nbformat 5.11.1, ipython 9.18.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check nbconvert==7.17.2 nbformat==5.11.1 ipython==9.18.1
cat > look.py <<'PY'
import base64
import re

import nbconvert
from IPython.display import Image
from nbformat import v4

DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
data, metadata = Image(base64.b64decode(DOT), alt="Staff by band")._repr_mimebundle_()
print("in the notebook:", metadata)
output = v4.new_output("display_data", data, metadata=metadata)
notebook = v4.new_notebook(cells=[v4.new_code_cell("chart", outputs=[output])])
print("the default:", nbconvert.HTMLExporter().template_name)
for template in ("lab", "reveal", "classic", "basic"):
    page, _ = nbconvert.HTMLExporter(template_name=template).from_notebook_node(notebook)
    print(f"{template}:", *re.findall(r'alt="([^"]*)"', page))
text, _ = nbconvert.MarkdownExporter().from_notebook_node(notebook)
print("Markdown:", *re.findall(r"!\[(.*?)\]", text))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
in the notebook: {'image/png': {'alt': 'Staff by band'}}
the default: lab
lab: No description has been provided for this image
reveal: No description has been provided for this image
classic: Staff by band
basic: Staff by band
Markdown: png
OUT
diff expected.txt seen.txt && echo "still so"
