#!/usr/bin/env bash
# pandera: a column of the texts True and False is coerced to True throughout
#
# Expected: Column(bool, coerce=True) makes the text "False" false, or refuses what it cannot turn
#   into a truth.
# Happens: each text that is not empty is True: "False", "no" and "0". Validation passes, and checks
#   that follow see a proper column of truths. With the type "boolean" the same texts are refused;
#   with int, 12.9 is 12 and passes too.
# Why report makers care: files are read as text to keep codes as they are, and a schema gives the
#   columns their types. Everybody who was shortlisted has then been appointed, by a validated table.
# Seen: 2026-12-01, pandera 0.35.0, pandas 3.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  pandera[pandas]==0.35.0 pandas==3.1.1
cat > look.py <<'PY'
import warnings

warnings.simplefilter("ignore")
import pandas
import pandera.pandas as pandera


def coerced(kind, values):
    schema = pandera.DataFrameSchema({"appointed": pandera.Column(kind, coerce=True)})
    try:
        return schema.validate(pandas.DataFrame({"appointed": values}))["appointed"].tolist()
    except pandera.errors.SchemaErrors:
        return "refused"
    except pandera.errors.SchemaError:
        return "refused"


for values in (["True", "False"], ["yes", "no"], ["1", "0"]):
    print(values, coerced(bool, values), coerced("boolean", values))
print([12.5, 12.9], coerced(int, [12.5, 12.9]), coerced("Int64", [12.5, 12.9]))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'END'
['True', 'False'] [True, True] refused
['yes', 'no'] [True, True] refused
['1', '0'] [True, True] refused
[12.5, 12.9] [12, 12] refused
END
diff expected.txt seen.txt && echo "still so"
