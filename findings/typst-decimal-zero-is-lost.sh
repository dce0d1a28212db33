#!/usr/bin/env bash
# Typst: a figure of 12.0 is printed as 12, and rounding to decimals does not bring it back
#
# Expected: a number from a JSON file is printed with the decimals that it has there, and one that
#   is rounded to one decimal is printed with one.
# Happens: 12.0 is printed as 12, and so is calc.round(12.04, digits: 1): rounding changes the
#   number, never how many digits are shown. A value of null prints nothing at all.
# Why report makers care: a column of percentages prints 12.5, 12, 11.9: decimals do not line up,
#   and a reader takes 12 for a figure that was rounded further. A figure that was not supplied
#   leaves no trace.
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

Path("figures.json").write_text(json.dumps([12.5, 12.0, None]), encoding="utf-8")
Path("page.typ").write_text(
    """
#let figures = json("figures.json")
As they are: #figures.map(figure => [(#figure)]).join([ ]) \\
Rounded: #(12.04, 11.96, 11.94).map(figure => [(#calc.round(figure, digits: 1))]).join([ ])
""",
    encoding="utf-8",
)
page = pypdf.PdfReader(io.BytesIO(typst.compile("page.typ"))).pages[0]
print(page.extract_text())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
As they are: (12.5) (12) ()
Rounded: (12) (12) (11.9)
OUT
diff expected.txt seen.txt && echo "still so"
