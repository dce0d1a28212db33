#!/usr/bin/env bash
# pandas: two codes of an SPSS file that have the same label become one category
#
# Expected: ethnic categories D and L of a survey file, "Any other background" under Mixed and under
#   Asian, stay two categories, as they are two codes.
# Happens: read_spss, whose default turns codes into labels, merges them. Counts are those of the
#   sum, the codes are gone, and there is no warning.  The order of the codes is lost too: an
#   ordinal variable comes back in the order of the alphabet.
# Why report makers care: survey files shorten labels in this way ("Any other background", "Other",
#   "Don't know"). Tables of ethnicity or grade are wrong with nothing to see.
# Seen: 2026-11-28, pandas 3.1.1, pyreadstat 1.3.7, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pandas==3.1.1 pyreadstat==1.3.7
cat > look.py <<'PY'
import warnings

import pandas
import pyreadstat

warnings.simplefilter("error")
frame = pandas.DataFrame({"ethnicity": [4, 4, 8, 12, 12, 12], "band": [10, 2, 9, 2, 2, 9]})
labels = {
    "ethnicity": {4: "Any other background", 8: "Indian", 12: "Any other background"},
    "band": {2: "Band 2", 9: "Band 9", 10: "Band 10"},
}
pyreadstat.write_sav(
    frame, "survey.sav", variable_value_labels=labels, variable_measure={"band": "ordinal"}
)
print("codes:", pandas.read_spss("survey.sav", convert_categoricals=False).ethnicity.value_counts().to_dict())
read = pandas.read_spss("survey.sav")
print("labels:", read.ethnicity.value_counts().to_dict())
print("bands:", list(read.band.cat.categories), "ordered:", read.band.cat.ordered)
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
codes: {12.0: 3, 4.0: 2, 8.0: 1}
labels: {'Any other background': 5, 'Indian': 1}
bands: ['Band 10', 'Band 2', 'Band 9'] ordered: False
OUT
diff expected.txt seen.txt && echo "still so"
