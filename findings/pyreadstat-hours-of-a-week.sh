#!/usr/bin/env bash
# pyreadstat: 37 hours and 30 minutes of an SPSS file are read as 13:30
#
# Expected: a variable of the SPSS format TIME or DTIME, which holds a length of time in seconds and
#   may be longer than a day (DTIME prints the days), is read as that length, or as its seconds.
# Happens: it is read as a time of day, and whole days are dropped: 37:30 is 13:30, and 24:00 is
#   midnight, 0. No error, no warning. With disable_datetime_conversion the seconds are as they
#   stand.
# Why report makers care: surveys ask for hours worked a week. Whoever works more than a day's hours,
#   all full-time staff, comes out with 24 hours less, below those who work part of the week.
# Seen: 2026-12-01, pyreadstat 1.3.7, pandas 3.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  pyreadstat==1.3.7 pandas==3.1.1
cat > look.py <<'PY'
import warnings

import pandas
import pyreadstat

warnings.simplefilter("error")
hours = pandas.DataFrame({"contracted": [7.5 * 3600, 24 * 3600, 37.5 * 3600]})
for kind in ("TIME8", "DTIME11"):
    pyreadstat.write_sav(hours, "hours.sav", variable_format={"contracted": kind})
    frame, meta = pyreadstat.read_sav("hours.sav")
    print(meta.original_variable_types["contracted"], [str(value) for value in frame["contracted"]])
frame, _ = pyreadstat.read_sav("hours.sav", disable_datetime_conversion=True)
print([value / 3600 for value in frame["contracted"]])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'END'
TIME8 ['07:30:00', '00:00:00', '13:30:00']
DTIME11 ['07:30:00', '00:00:00', '13:30:00']
[7.5, 24.0, 37.5]
END
diff expected.txt seen.txt && echo "still so"
