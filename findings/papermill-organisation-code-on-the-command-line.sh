#!/usr/bin/env bash
# papermill: one value, two types, by the option that carries it
#
# Expected: -p and -y give a value the same type; a code of letters and digits stays a text.
# Happens: -p tries int, then float: the code 5E1 becomes 50.0 and 00123 becomes 123. -y reads YAML
#   1.1: 5E1 stays a text, but 00123 becomes 83 (octal) and 12:30 becomes 750 (base 60), which -p
#   leaves a text. That -p guesses is documented (with -r for texts); that the two disagree is not.
# Why report makers care: codes of NHS organisations such as 5E1, band codes with a leading nought,
#   and times of shifts are parameters. A run that was moved from options to a file reads other
#   data.
# Seen: 2026-11-28, papermill 2.7.0, nbformat 5.11.1, PyYAML 6.0.3, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check papermill==2.7.0 nbformat==5.11.1 PyYAML==6.0.3
cat > look.py <<'PY'
import subprocess

import nbformat

cell = nbformat.v4.new_code_cell("value = None", metadata={"tags": ["parameters"]})
kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel}), "n.ipynb")


def received(*options):
    command = ["env/bin/papermill", "n.ipynb", "out.ipynb", "--prepare-only", "--no-progress-bar"]
    subprocess.run([*command, *options], check=True, capture_output=True)
    return nbformat.read("out.ipynb", 4).cells[1].source.splitlines()[1]


for value in ("5E1", "00123", "010", "12:30"):
    print(f"{value}: -p {received('-p', 'value', value)}, -y {received('-y', 'value: ' + value)}")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
5E1: -p value = 50.0, -y value = "5E1"
00123: -p value = 123, -y value = 83
010: -p value = 10, -y value = 8
12:30: -p value = "12:30", -y value = 750
OUT
diff expected.txt seen.txt && echo "still so"
