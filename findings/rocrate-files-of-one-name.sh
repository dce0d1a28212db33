#!/usr/bin/env bash
# RO-Crate (rocrate for Python): of two files of one name, the second takes the place of the first
#
# Expected: 2020/staff.csv and 2021/staff.csv, each added with add_file, are two files in the crate,
#   or the second call is an error.
# Happens: the identifier is the name without the folder. The second call puts its entity in the
#   place of the first one, without a warning; the crate that is written holds one file, and its
#   metadata one description, that of 2021. Whoever still holds the first entity sees nothing. With
#   dest_path both stay. The makers know of it.
# Why report makers care: the inputs of a report have the same names in each year or trust. The
#   crate that was to prove where figures come from lacks last year's file, and is valid.
# Seen: 2026-11-29, rocrate 0.16.0, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check rocrate==0.16.0
cat > look.py <<'PY'
import warnings
from pathlib import Path

from rocrate.rocrate import ROCrate

warnings.simplefilter("error")
for given in (False, True):
    crate = ROCrate()
    for year in ("2020", "2021"):
        path = Path(year) / "staff.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"year\n{year}\n")
        crate.add_file(path, dest_path=path if given else None, properties={"name": f"Staff {year}"})
    out = Path(f"crate-{given}")
    crate.write(out)
    print("dest_path:" if given else "none:", [entity["name"] for entity in crate.data_entities])
    for path in sorted(out.rglob("*.csv")):
        print("  written:", path.relative_to(out), path.read_text().split())
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
none: ['Staff 2021']
  written: staff.csv ['year', '2021']
dest_path: ['Staff 2020', 'Staff 2021']
  written: 2020/staff.csv ['year', '2020']
  written: 2021/staff.csv ['year', '2021']
OUT
diff expected.txt seen.txt && echo "still so"
