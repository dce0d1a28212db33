#!/usr/bin/env bash
# csvkit: a table that is only sorted comes out with other values
#
# Expected: csvsort changes the order of the rows. Their values stay as they stand.
# Happens: the percent sign and the pound sign go, a column of 0 and 1 becomes True and False, n/a
#   becomes an empty cell, and "12,5" becomes 125. With --no-inference all stays, but then 9 is
#   sorted behind 10.
# Why report makers care: a sorted return is another return: 24.3% is 24.3 beside rates of 0 to 1,
#   seats won are truths, and "not supplied" cannot be told from "left out".
# Seen: 2026-11-30, csvkit 2.2.0, agate 1.14.2, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2
cat > look.py <<'PY'
import subprocess
import sys
from pathlib import Path

RETURN = """trust,rate,seats,cost,asked,weeks
B,24.3%,1,£5,n/a,"12,5"
A,9.0%,0,£12,yes,"8,0"
"""
Path("return.csv").write_text(RETURN, encoding="utf-8")
tool = str(Path(sys.executable).with_name("csvsort"))
for options in ([], ["--no-inference"]):
    print(*options or ["as it is"])
    command = [tool, "--columns", "trust", *options, "return.csv"]
    print(subprocess.run(command, capture_output=True, text=True, check=True).stdout, end="")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
as it is
trust,rate,seats,cost,asked,weeks
A,9.0,False,12,True,80
B,24.3,True,5,,125
--no-inference
trust,rate,seats,cost,asked,weeks
A,9.0%,0,£12,yes,"8,0"
B,24.3%,1,£5,,"12,5"
OUT
diff expected.txt seen.txt && echo "still so"
