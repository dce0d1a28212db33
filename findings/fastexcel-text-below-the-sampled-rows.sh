#!/usr/bin/env bash
# fastexcel: text below the first 1,000 rows of a column of numbers becomes null
#
# Expected: a text in a column of numbers makes the column text, as it does when the text stands
#   near the top, or is an error.
# Happens: the type is taken from the first 1,000 rows (schema_sample_rows, documented). A text
#   below is then null, without an error or a warning, and cannot be told from an empty cell, even
#   when the text is a number such as "1,234".
# Why report makers care: national tables have more than 1,000 rows, and mark suppressed counts with
#   "*". A count that was withheld becomes a count that was not supplied, and sums run on.
# Seen: 2026-11-28, fastexcel 0.21.0, polars 2.1.0, XlsxWriter 3.3.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check fastexcel==0.21.0 polars==2.1.0 XlsxWriter==3.3.1
cat > look.py <<'PY'
import fastexcel
import xlsxwriter


def last_three(rows):
    with xlsxwriter.Workbook("counts.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, ["trust"] + [f"T{row}" for row in range(rows)] + ["X", "Y"])
        sheet.write_column(0, 1, ["staff"] + [100] * rows + ["*", "1,234"])
    staff = fastexcel.read_excel("counts.xlsx").load_sheet(0).to_polars()["staff"]
    return staff.dtype, staff.tail(3).to_list()


print("after 900 numbers:", *last_three(900))
print("after 1,100 numbers:", *last_three(1100))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
after 900 numbers: String ['100', '*', '1,234']
after 1,100 numbers: Float64 [100.0, None, None]
OUT
diff expected.txt seen.txt && echo "still so"
