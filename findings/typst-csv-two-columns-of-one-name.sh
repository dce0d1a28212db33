#!/usr/bin/env bash
# Typst: of two columns of one name the first is gone
#
# Expected: csv(..., row-type: dictionary) of a file in which two columns have the same heading
#   gives both, or is an error.
# Happens: the row has one entry of that name, with the value of the last column, at the place of
#   the first. Nothing is said.
# Why report makers care: exports name the columns of last year and this year alike ("BME", "White",
#   "BME", "White"): the table shows one of the two years under both headings.
# Seen: 2026-11-30, typst 0.15.2, pypdf 7.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check typst==0.15.2 pypdf==7.1.1
cat > look.py <<'PY'
import io
from pathlib import Path

import pypdf
import typst

Path("staff.csv").write_text("band,BME,White,BME\n5,12,400,17\n", encoding="utf-8")
Path("look.typ").write_text('#repr(csv("staff.csv", row-type: dictionary))', encoding="utf-8")
print(pypdf.PdfReader(io.BytesIO(typst.compile("look.typ"))).pages[0].extract_text())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
((band: "5", BME: "17", White: "400"),)
OUT
diff expected.txt seen.txt && echo "still so"
