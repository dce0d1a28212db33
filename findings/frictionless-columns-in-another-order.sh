#!/usr/bin/env bash
# frictionless: a file whose columns stand in another order is read under the wrong names
#
# Expected: a schema with the fields bme and white, and a file with the headings white and bme: the
#   values go to the field of their heading, or reading is an error.
# Happens: read_rows() and extract() give the columns the names of the schema by position, so that
#   the 140 under "white" is bme. Nothing is raised or logged; row.errors is empty. Only validate(),
#   a run of its own, says that two labels are incorrect. schema_sync, off by default, mends it.
# Why report makers care: both columns are counts, so every check of type and range passes. Whoever
#   exports a return anew with its columns moved exchanges the groups, and every ratio is turned
#   upside down.
# Seen: 2026-11-29, frictionless 5.21.0, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check frictionless==5.21.0
cat > look.py <<'PY'
from pathlib import Path

from frictionless import Detector, Resource, Schema

Path("staff.csv").write_text("band,white,bme\n5,140,12\n")
names = ("band", "bme", "white")


def resource(**options):
    fields = [{"name": name, "type": "integer"} for name in names]
    return Resource(path="staff.csv", schema=Schema.from_descriptor({"fields": fields}), **options)


(row,) = resource().read_rows()
print("read:", row.to_dict(), "errors:", row.errors)
print("extracted:", resource().extract())
print("validated:", [error.type for error in resource().validate().task.errors])
print("schema_sync:", resource(detector=Detector(schema_sync=True)).extract())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
read: {'band': 5, 'bme': 140, 'white': 12} errors: []
extracted: {'staff': [{'band': 5, 'bme': 140, 'white': 12}]}
validated: ['incorrect-label', 'incorrect-label']
schema_sync: {'staff': [{'band': 5, 'white': 140, 'bme': 12}]}
OUT
diff expected.txt seen.txt && echo "still so"
