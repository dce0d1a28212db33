#!/usr/bin/env bash
# papermill: a tuple that is given as a parameter arrives as a text
#
# Expected: a tuple arrives as a tuple or a list, or is refused, as a set and a date are.
# Happens: the injected cell holds years = "(2023, 2024)", a text of 12 characters. A list and a
#   list within a dict arrive as lists; a tuple within a list is a text, too. No warning. The
#   metadata of the notebook say [2023, 2024], so the record differs from what ran.
# Why report makers care: a pair of years or a range of bands is naturally a tuple. "2023 in years"
#   raises, and a loop over the years runs over brackets, digits and a comma.
# Seen: 2026-11-28, papermill 2.7.0, nbformat 5.11.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check papermill==2.7.0 nbformat==5.11.1
cat > look.py <<'PY'
import json

import nbformat
import papermill

cell = nbformat.v4.new_code_cell("years = None", metadata={"tags": ["parameters"]})
kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel}), "n.ipynb")
for years in ([2023, 2024], (2023, 2024), [(2023, 2024)]):
    made = papermill.execute_notebook(
        "n.ipynb", "out.ipynb", {"years": years}, prepare_only=True, progress_bar=False
    )
    with open("out.ipynb") as file:
        recorded = json.load(file)["metadata"]["papermill"]["parameters"]["years"]
    print(made.cells[1].source.splitlines()[1], "recorded as", recorded)
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
years = [2023, 2024] recorded as [2023, 2024]
years = "(2023, 2024)" recorded as [2023, 2024]
years = ["(2023, 2024)"] recorded as [[2023, 2024]]
OUT
diff expected.txt seen.txt && echo "still so"
