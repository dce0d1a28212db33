#!/usr/bin/env bash
# scipy: the interval of a relative risk that is zero has no upper end
#
# Expected: where one group has no cases, the interval says how large the ratio may still be, or
#   there is an error, as there is for an empty group.
# Happens: the ratio is 0.0 and its interval runs from 0.0 to nan, without a warning; the other way
#   round from nan to inf. Every comparison with nan is false, so a ratio that excludes 1 and one
#   that does not look the same.
# Why report makers care: in a trust with few formal processes one group often has none. A test such
#   as 'upper end below 0.8' says no for 0 cases of 49 and for 0 cases of 49,000.
# Seen: 2026-11-30, scipy 1.17.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check scipy==1.17.1
cat > look.py <<'PY'
from scipy.stats.contingency import relative_risk

for staff in (49, 49_000):
    risk = relative_risk(0, staff, 300, 123_000)
    interval = risk.confidence_interval(0.95)
    print(risk.relative_risk, interval.low, interval.high, interval.high < 0.8)
other = relative_risk(300, 123_000, 0, 49_000)
interval = other.confidence_interval(0.95)
print(other.relative_risk, interval.low, interval.high, interval.low > 1.25)
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
0.0 0.0 nan False
0.0 0.0 nan False
inf nan inf False
OUT
diff expected.txt seen.txt && echo "still so"
