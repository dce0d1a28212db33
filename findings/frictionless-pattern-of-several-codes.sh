#!/usr/bin/env bash
# frictionless: a pattern of several codes lets other values through
#
# Expected: the constraint "pattern": "RV9|R1L|RX7" takes these three codes and no other value. In
#   the expressions of XML Schema, which Table Schema recommends, a whole value matches or does not.
# Happens: the pattern is put between ^ and $ without brackets, so that only the last code has an
#   end. "RV9XYZ" and "R1L, RX7" are valid, "RX7A" is an error. Written as (RV9|R1L|RX7) it works.
# Why report makers care: codes of organisations, bands and periods are constrained by such lists,
#   and the order of the list decides what is checked. A test with a wrong value that starts with
#   the last code finds nothing amiss with the schema.
# Seen: 2026-11-29, frictionless 5.21.0, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check frictionless==5.21.0
cat > look.py <<'PY'
from pathlib import Path

from frictionless import Resource, Schema

Path("trusts.csv").write_text('code\nRV9\nRV9XYZ\n"R1L, RX7"\nRX7\nRX7A\n')
for pattern in ("RV9|R1L|RX7", "(RV9|R1L|RX7)"):
    field = {"name": "code", "type": "string", "constraints": {"pattern": pattern}}
    schema = Schema.from_descriptor({"fields": [field]})
    report = Resource(path="trusts.csv", schema=schema).validate()
    print(pattern, "refuses", [error.cell for error in report.task.errors])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
RV9|R1L|RX7 refuses ['RX7A']
(RV9|R1L|RX7) refuses ['RV9XYZ', 'R1L, RX7', 'RX7A']
OUT
diff expected.txt seen.txt && echo "still so"
