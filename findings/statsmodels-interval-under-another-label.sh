#!/usr/bin/env bash
# statsmodels: the interval of a proportion is that of another group
#
# Expected: proportion_confint(count, nobs) with two pandas Series goes by their labels, as count /
#   nobs does, since it gives Series back that have these labels.
# Happens: it goes by position, and labels the result as count is. value_counts() sorts by size, so
#   that 60 White and 40 BME applicants and 20 BME and 12 White appointments are in two orders: BME
#   gets the interval of 20 of 60, which does not hold its rate of 20 of 40. No warning by any of the
#   methods.
# Why report makers care: this is the shortest way from a list of applicants to intervals, and it is
#   wrong exactly where the smaller group does better. Ends and rate stand in one row of the table.
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
from statsmodels.stats.proportion import proportion_confint

warnings.simplefilter("error")
people = pandas.DataFrame(
    {
        "group": ["White"] * 60 + ["BME"] * 40,
        "appointed": [True] * 12 + [False] * 48 + [True] * 20 + [False] * 20,
    }
)
applicants = people.group.value_counts()
appointed = people[people.appointed].group.value_counts()
rate = appointed / applicants
for method in ("wilson", "beta", "normal"):
    low, high = proportion_confint(appointed, applicants, method=method)
    for group in low.index:
        print(f"{method}, {group}: rate {rate[group]:.3f}, {low[group]:.3f} to {high[group]:.3f}")
low, high = proportion_confint(appointed, applicants[appointed.index], method="wilson")
print(f"in the same order, BME: {low['BME']:.3f} to {high['BME']:.3f}")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
wilson, BME: rate 0.500, 0.227 to 0.459
wilson, White: rate 0.200, 0.181 to 0.454
beta, BME: rate 0.500, 0.217 to 0.467
beta, White: rate 0.200, 0.166 to 0.465
normal, BME: rate 0.500, 0.214 to 0.453
normal, White: rate 0.200, 0.158 to 0.442
in the same order, BME: 0.352 to 0.648
OUT
diff expected.txt seen.txt && echo "still so"
