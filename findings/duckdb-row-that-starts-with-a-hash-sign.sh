#!/usr/bin/env bash
# DuckDB: a row of a CSV file whose first cell is #REF! is left out
#
# Expected: a file of comma-separated values has no comments (RFC 4180), and the manual gives the
#   option comment as empty by default. The row "#REF!,20", as a workbook with an error saves it,
#   is a row; or it is an error in a column of numbers.
# Happens: the sign is guessed to start a comment, and the row is gone: the sum is 40 and not 60.
#   Nothing is said, and no row counts as rejected. In a column of texts, or with comment = '', the
#   row stays.
# Why report makers care: an error value in a return should stop a report. Here it takes the whole
#   row with it, and only a count of the rows would tell.
# Seen: 2026-12-01, duckdb 2.0.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  duckdb==2.0.1
cat > look.py <<'PY'
import pathlib

import duckdb

pathlib.Path("numbers.csv").write_text("band,staff\n5,10\n#REF!,20\n7,30\n")
pathlib.Path("texts.csv").write_text("band,staff\nBand 5,10\n#REF!,20\nBand 7,30\n")
for source in ("'numbers.csv'", "read_csv('numbers.csv', comment = '')", "'texts.csv'"):
    print(source, duckdb.sql(f"select count(*), sum(staff) from {source}").fetchall()[0])
print(duckdb.sql("select comment from sniff_csv('numbers.csv')").fetchall()[0])
duckdb.sql("select * from read_csv('numbers.csv', store_rejects = true)").fetchall()
print("rejected:", duckdb.sql("select count(*) from reject_errors").fetchall()[0])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'END'
'numbers.csv' (2, 40)
read_csv('numbers.csv', comment = '') (3, 60)
'texts.csv' (3, 60)
('#',)
rejected: (0,)
END
diff expected.txt seen.txt && echo "still so"
