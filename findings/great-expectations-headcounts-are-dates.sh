#!/usr/bin/env bash
# Great Expectations: a column of headcounts passes as dates
#
# Expected: ExpectColumnValuesToBeDateutilParseable, the expectation for columns of dates that
#   come as texts, fails on a column of headcounts.
# Happens: it succeeds on "1,482", "940" and "12": January of the year 482, the year 940, and the
#   12th of the month in which it runs. A column with "11,204" is refused for that value alone, so
#   smaller trusts pass. The result of the headcounts is the one of the dates.
# Why report makers care: staff in post and dates of start stand side by side in a return, and a
#   column that slipped is what a gate is for. It says that every value is a date.
# Seen: 2026-11-29, great_expectations 1.24.1, python-dateutil 4.0.0, pandas 3.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check great_expectations==1.24.1 python-dateutil==4.0.0 pandas==3.1.1
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
frame = pandas.DataFrame(
    {
        "start": ["2025-04-01", "2025-05-12", "31st of March, 2026"],
        "staff": ["1,482", "940", "12"],
        "large": ["11,204", "940", "12"],
        "band": ["Band 5", "Band 6", "Band 7"],
    }
)
batch = batches.get_batch({"dataframe": frame})
for column in frame:
    result = batch.validate(expect.ExpectColumnValuesToBeDateutilParseable(column=column))
    print(f"{column}: {result.success}, not dates: {result.result['partial_unexpected_list']}")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
start: True, not dates: []
staff: True, not dates: []
large: False, not dates: ['11,204']
band: False, not dates: ['Band 5', 'Band 6', 'Band 7']
OUT
diff expected.txt seen.txt && echo "still so"
