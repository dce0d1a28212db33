#!/usr/bin/env bash
# papermill: a parameter disappears when its line has a second equals sign
#
# Expected: inspect_notebook (and --help-notebook) lists every assignment in the cell tagged
#   "parameters", also those that are annotated and those with a comment.
# Happens: a line with another "=" in its comment or in its text is left out, and so is the text
#   after a "#" inside quotation marks: the default is cut there. A logged "Unable to parse line"
#   tells of the first, nothing of the second. Giving the parameter that was left out works, but
#   papermill warns that the notebook does not know it.
# Why report makers care: comments that define a rate ("rate = leavers / staff") are the best
#   practice. Tools that check parameters before a run by this list refuse true ones or show wrong
#   defaults.
# Seen: 2026-11-28, papermill 2.7.0, nbformat 5.11.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check papermill==2.7.0 nbformat==5.11.1
cat > look.py <<'PY'
import logging
import sys

import nbformat
import papermill

source = """
trust = "ZZX"  # code of the trust
threshold = 0.05  # p = chance of a gap as large
period: str = "year=2024"
title = "Band 5 # qualified"
"""
cell = nbformat.v4.new_code_cell(source, metadata={"tags": ["parameters"]})
kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel}), "n.ipynb")
for name, known in papermill.inspect_notebook("n.ipynb").items():
    print(f"{name}: default {known['default']}, help {known['help']}")
logging.basicConfig(stream=sys.stdout, level=logging.WARNING, format="%(message)s")
papermill.execute_notebook(
    "n.ipynb", "out.ipynb", {"threshold": 0.01}, prepare_only=True, progress_bar=False
)
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
trust: default "ZZX", help code of the trust
title: default "Band 5, help qualified"
Unable to parse line 3 'threshold = 0.05  # p = chance of a gap as large'.
Unable to parse line 4 'period: str = "year=2024"'.
Passed unknown parameter: threshold
OUT
diff expected.txt seen.txt && echo "still so"
