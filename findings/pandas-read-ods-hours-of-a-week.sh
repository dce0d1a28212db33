#!/usr/bin/env bash
# pandas: an OpenDocument workbook with the hours of a week cannot be read
#
# Expected: a cell that holds a duration is read as one, or as its text; or the error names sheet
#   and cell.
# Happens: a duration is taken for a time of day. 07:30 is read as 7.30 in the morning, and 37:30,
#   the hours of a full-time week, stops the reading of the whole workbook with an error about an
#   hour, which names neither sheet nor cell.
# Why report makers care: government tables are published as .ods, and contracted hours are part of
#   workforce tables. Where all are below 24 the column is read as times and cannot be added up.
# Seen: 2026-11-30, pandas 3.1.1, odfpy 1.4.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pandas==3.1.1 odfpy==1.4.1
cat > look.py <<'PY'
import pandas as pd
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P


def workbook(hours):
    book = OpenDocumentSpreadsheet()
    table = Table(name="hours")
    book.spreadsheet.addElement(table)
    heading = TableCell(valuetype="string")
    heading.addElement(P(text="hours"))
    figure = TableCell(valuetype="time", timevalue="PT{}H{}M00S".format(*hours.split(":")))
    figure.addElement(P(text=hours))
    for cell in (heading, figure):
        row = TableRow()
        row.addElement(cell)
        table.addElement(row)
    book.save("hours.ods")


for hours in ("07:30", "37:30"):
    workbook(hours)
    try:
        value = pd.read_excel("hours.ods", engine="odf")["hours"][0]
        print(hours, type(value).__name__, value)
    except ValueError as error:
        print(hours, type(error).__name__, error)
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
07:30 time 07:30:00
37:30 DateParseError hour must be in 0..23: 37:30
OUT
diff expected.txt seen.txt && echo "still so"
