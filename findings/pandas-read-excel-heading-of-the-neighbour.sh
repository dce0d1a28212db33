#!/usr/bin/env bash
# pandas: a column with no heading above it is put under the heading of its neighbour
#
# Expected: read_excel(header=[0, 1]) of a sheet whose upper row has White over two columns, BME over
#   two, each a merged cell, and nothing over the last one: the last column has no upper heading,
#   as the first one, "band", has none.
# Happens: an empty cell in the upper row is filled from the left, however far the merged cell goes.
#   "all staff" is a column of BME; "band" on the left is "Unnamed". The file says where the merged
#   cells end; it is not looked at. The manual says of index_col that it is filled, not of header.
# Why report makers care: a total at the right of two groups is the usual layout. The sum over BME
#   counts everybody, and a table of the group shows 120 staff as BME.
# Seen: 2026-12-01, pandas 3.1.1, openpyxl 3.1.5, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  pandas==3.1.1 openpyxl==3.1.5
cat > look.py <<'PY'
import openpyxl
import pandas

book = openpyxl.Workbook()
sheet = book.active
sheet.append([None, "White", None, "BME", None, None])
sheet.append(["band", "staff", "leavers", "staff", "leavers", "all staff"])
sheet.append(["5", 100, 10, 20, 2, 120])
sheet.merge_cells("B1:C1")
sheet.merge_cells("D1:E1")
book.save("staff.xlsx")
ranges = openpyxl.load_workbook("staff.xlsx").active.merged_cells.ranges
print("merged:", sorted(str(cells) for cells in ranges))
frame = pandas.read_excel("staff.xlsx", header=[0, 1], engine="openpyxl")
for column in frame.columns:
    print(*column, sep=" / ")
print("BME:", frame["BME"].iloc[0].to_dict())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'END'
merged: ['B1:C1', 'D1:E1']
Unnamed: 0_level_0 / band
White / staff
White / leavers
BME / staff
BME / leavers
BME / all staff
BME: {'staff': 20, 'leavers': 2, 'all staff': 120}
END
diff expected.txt seen.txt && echo "still so"
