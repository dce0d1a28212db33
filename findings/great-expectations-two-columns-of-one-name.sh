#!/usr/bin/env bash
# Great Expectations: two columns of one name are the set of one
#
# Expected: ExpectTableColumnsToMatchSet with exact_match (the default) fails where a column of the
#   table stands there twice.
# Happens: it succeeds, and the list that it observed has the name once.
#   ExpectTableColumnCountToEqual sees three columns in the same table.
# Why report makers care: returns are joined from sheets, and a second column "bme" (of another
#   year) is the usual accident. The check of the layout is the one that should name it.
# Seen: 2026-11-28, great_expectations 1.24.1, pandas 3.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check great_expectations==1.24.1 pandas==3.1.1
cat > look.py <<'PY'
import logging
import warnings

import great_expectations
import great_expectations.expectations as expect
import pandas

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
context = great_expectations.get_context(mode="ephemeral")
context.variables.progress_bars = {"globally": False}
asset = context.data_sources.add_pandas("memory").add_dataframe_asset("table")
batches = asset.add_batch_definition_whole_dataframe("whole")


def told(frame, expectation):
    result = batches.get_batch({"dataframe": frame}).validate(expectation)
    return result.success, result.result.get("observed_value")


frame = pandas.DataFrame([[12, 140, 9]], columns=["bme", "white", "bme"])
print("set:", *told(frame, expect.ExpectTableColumnsToMatchSet(column_set=["bme", "white"])))
print("count of 3:", *told(frame, expect.ExpectTableColumnCountToEqual(value=3)))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
set: True ['bme', 'white']
count of 3: True 3
OUT
diff expected.txt seen.txt && echo "still so"
