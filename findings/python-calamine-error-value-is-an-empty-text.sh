#!/usr/bin/env bash
# python-calamine: a cell with an error value is read as an empty text
#
# Expected: #DIV/0! and #REF! are told apart from a cell with nothing in it, as openpyxl does, which
#   gives the words of the error.
# Happens: to_python() gives an empty text for both. Nothing tells that the workbook has errors.
# Why report makers care: #DIV/0! in a return is a rate without a denominator, #REF! a broken
#   workbook. Read as "not supplied", a check for missing values lets both pass as an honest gap.
# Seen: 2026-11-28, python-calamine 0.9.1, openpyxl 3.1.5, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check python-calamine==0.9.1 openpyxl==3.1.5
cat > look.py <<'PY'
import openpyxl
from python_calamine import CalamineWorkbook

book = openpyxl.Workbook()
for row in (["trust", "rate"], ["A", "#DIV/0!"], ["B", "#REF!"], ["C", None], ["D", 0.5]):
    book.active.append(row)
print("types of the cells:", [cell.data_type for cell in book.active["B"]])
book.save("rates.xlsx")
print("openpyxl:", [row[1] for row in openpyxl.load_workbook("rates.xlsx").active.values])
print("calamine:", [row[1] for row in CalamineWorkbook.from_path("rates.xlsx").get_sheet_by_index(0).to_python()])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
types of the cells: ['s', 'e', 'e', 'n', 'n']
openpyxl: ['rate', '#DIV/0!', '#REF!', None, 0.5]
calamine: ['rate', '', '', '', 0.5]
OUT
diff expected.txt seen.txt && echo "still so"
