#!/usr/bin/env bash
# statsmodels: a table of two by two that has labels becomes four by four
#
# Expected: Table2x2.from_data(frame), for one row a person with the group and the outcome, and
#   Table2x2(pandas.crosstab(...)) give the same ratios as the four numbers alone: of 100 and 100
#   people of whom 10 and 20 were appointed, a risk ratio of 0.5.
# Happens: a table whose rows are called otherwise than its columns, as those of a group and an
#   outcome always are, is first made square over the names of both: four by four, mostly zeros,
#   each raised by 0.5. The ratios are those of its upper left corner, which is empty: 1.0, whatever
#   the data are. No warning. The check that the table is two by two has passed before.
# Why report makers care: the one convenient way from a list of people to a relative likelihood says
#   "no difference" for every list. The wide interval reads as "small numbers".
# Seen: 2026-11-29, statsmodels 0.15.0, pandas 3.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check statsmodels==0.15.0 pandas==3.1.1 scipy==1.17.1 numpy==2.4.6
cat > look.py <<'PY'
import warnings

import pandas
from statsmodels.stats.contingency_tables import Table2x2

warnings.simplefilter("error")
people = pandas.DataFrame(
    {
        "group": ["BME"] * 100 + ["White"] * 100,
        "outcome": ["appointed"] * 10 + ["not"] * 90 + ["appointed"] * 20 + ["not"] * 80,
    }
)
counts = pandas.crosstab(people.group, people.outcome)
tables = {
    "four numbers": Table2x2(counts.to_numpy()),
    "crosstab": Table2x2(counts),
    "from_data": Table2x2.from_data(people),
}
for name, table in tables.items():
    low, high = table.riskratio_confint()
    print(f"{name}: {table.table.shape}, risk ratio {table.riskratio:.2f}, {low:.2f} to {high:.2f}")
people["outcome"] = people.outcome[::-1].to_list()
print(f"from_data, the groups exchanged: {Table2x2.from_data(people).riskratio:.2f}")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
four numbers: (2, 2), risk ratio 0.50, 0.25 to 1.01
crosstab: (4, 4), risk ratio 1.00, 0.01 to 177.37
from_data: (4, 4), risk ratio 1.00, 0.01 to 177.37
from_data, the groups exchanged: 1.00
OUT
diff expected.txt seen.txt && echo "still so"
