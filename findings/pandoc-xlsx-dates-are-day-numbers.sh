#!/usr/bin/env bash
# pandoc: the figures of a workbook as pandoc reads them
#
# Expected: a cell that shows 31 Mar 2026 is read as a date, 12.5% as 12.5% (or as 0.125), 1,482
#   as 1482, and TRUE as true.
# Happens: the date is 46112.0, the count 1482.0, TRUE is 1.0. The format of a number, which is
#   all that makes it a date, is not looked at, and every number gets a decimal. A text keeps its
#   form, so a column of counts with one "<5" mixes both.
# Why report makers care: a workbook of the indicators goes into Word or a page in one command.
#   The snapshot date of the return becomes a number that nobody knows, and a headcount has a
#   decimal.
# Seen: 2026-11-29, pypandoc_binary 1.17 (pandoc 3.9), XlsxWriter 3.3.1, openpyxl 3.1.5, Python
#   3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 XlsxWriter==3.3.1 openpyxl==3.1.5
cat > look.py <<'PY'
import datetime

import openpyxl
import pypandoc
import xlsxwriter

book = xlsxwriter.Workbook("return.xlsx")
sheet = book.add_worksheet("Return")
date, share, count = (book.add_format({"num_format": f}) for f in ("d mmm yyyy", "0.0%", "#,##0"))
sheet.write_row(0, 0, ["Snapshot", "Share", "Staff", "Published"])
for row, staff in enumerate((1482, "<5"), start=1):
    sheet.write_datetime(row, 0, datetime.datetime(2026, 3, 31), date)
    sheet.write_number(row, 1, 0.125, share)
    sheet.write(row, 2, staff, count)
    sheet.write_boolean(row, 3, True)
book.close()
for row in openpyxl.load_workbook("return.xlsx").active.iter_rows(min_row=2, values_only=True):
    print("openpyxl:", *row)
for line in pypandoc.convert_file("return.xlsx", "plain", format="xlsx").splitlines():
    if "46112" in line:
        print("pandoc:", *line.split())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
openpyxl: 2026-03-31 00:00:00 0.125 1482 True
openpyxl: 2026-03-31 00:00:00 0.125 <5 True
pandoc: 46112.0 0.125 1482.0 1.0
pandoc: 46112.0 0.125 <5 1.0
OUT
diff expected.txt seen.txt && echo "still so"
