#!/usr/bin/env bash
# pandoc and openpyxl: a workbook that openpyxl saved
#
# Expected: pandoc, which reads xlsx, reads the workbooks that pandas writes by openpyxl, as
#   calamine and openpyxl itself do.
# Happens: "Entry not found: xl//xl/worksheets/sheet1.xml". openpyxl names each sheet by its
#   absolute path, which the format allows ("/xl/worksheets/sheet1.xml"), and pandoc puts that
#   path behind "xl/". The same rows from XlsxWriter, which names the sheets relatively, are read.
# Why report makers care: a table of figures is handed on as a workbook and put into a document.
#   By which of the two engines of to_excel it was written decides whether that works, and the
#   message reads as if the file were broken.
# Seen: 2026-11-29, pypandoc_binary 1.17 (pandoc 3.9), openpyxl 3.1.5, XlsxWriter 3.3.1, pandas
#   3.1.1, python-calamine 0.9.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 openpyxl==3.1.5 XlsxWriter==3.3.1 pandas==3.1.1 python-calamine==0.9.1
cat > look.py <<'PY'
import zipfile

import pandas
import pypandoc

frame = pandas.DataFrame({"Band": ["5", "6"], "Staff": ["twelve", "nine"]})
for engine in ("openpyxl", "xlsxwriter"):
    name = f"{engine}.xlsx"
    frame.to_excel(name, engine=engine, index=False)
    for reader in ("openpyxl", "calamine"):
        assert pandas.read_excel(name, engine=reader, dtype=str).equals(frame)
    parts = zipfile.ZipFile(name).read("xl/_rels/workbook.xml.rels").decode()
    absolute = 'Target="/xl/worksheets/sheet1.xml"' in parts
    try:
        read = pypandoc.convert_file(name, "plain", format="xlsx")
    except RuntimeError as error:
        read = str(error)
    print(f"{engine}, absolute path {absolute}:")
    print("\n".join(line.rstrip() for line in read.splitlines() if line.strip()))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
openpyxl, absolute path True:
Pandoc died with exitcode "64" during conversion: Failed to parse XLSX: Entry not found: xl//xl/worksheets/sheet1.xml
xlsxwriter, absolute path False:
Sheet1
  Band   Staff
  ------ --------
  5      twelve
  6      nine
OUT
diff expected.txt seen.txt && echo "still so"
