#!/usr/bin/env bash
# csv-diff: a change in a row whose key stands twice is not seen
#
# Expected: two files that differ in one figure are told to differ; or a key that names two rows is
#   refused.
# Happens: of the rows of one key the last is kept, so a change in the others is no change:
#   everything is said to be the same. Nothing is said of the key.
# Why report makers care: a table of staff has a row a band and group. Compared by band alone, this
#   year's BME figures may change without a word, since those of White staff follow them.
# Seen: 2026-11-30, csv-diff 1.2, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check csv-diff==1.2
cat > look.py <<'PY'
import io

import csv_diff

OLD = "band,group,staff\n5,BME,12\n5,White,400\n6,BME,7\n"
NEW = OLD.replace("5,BME,12", "5,BME,21")


def load(text):
    return csv_diff.load_csv(io.StringIO(text), key="band")


print("rows:", len(load(OLD)))
print(csv_diff.compare(load(OLD), load(NEW)))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
rows: 2
{'added': [], 'removed': [], 'changed': [], 'columns_added': [], 'columns_removed': []}
OUT
diff expected.txt seen.txt && echo "still so"
