#!/usr/bin/env bash
# statsmodels: the test of one proportion where it happened to nobody
#
# Expected: proportions_ztest(0, 10, value=0.1), none of ten people against one in ten, is no
#   evidence at all: the exact test has a p of 0.61.
# Happens: z is minus infinity and p is 0.0. The standard error is by default that of the sample,
#   which is nothing where everybody is alike. NumPy warns of a division, and the result is not
#   marked. The same for one person of one, and for ten of ten. One person among the ten gives
#   1.0. With prop_var the result is an ordinary one.
# Why report makers care: "nobody entered the formal process" is the usual figure of a small
#   group. Set against the rate of all trusts it is printed as p < 0.001, the strongest sign of
#   the report.
# Seen: 2026-11-29, statsmodels 0.15.0, scipy 1.17.1, numpy 2.4.6, pandas 3.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check statsmodels==0.15.0 scipy==1.17.1 numpy==2.4.6 pandas==3.1.1
cat > look.py <<'PY'
import warnings

from scipy.stats import binomtest
from statsmodels.stats.proportion import proportions_ztest

for count, people, rate in ((0, 10, 0.1), (1, 10, 0.1), (10, 10, 0.9), (1, 1, 0.9)):
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        z, p = proportions_ztest(count, people, value=rate)
    null = proportions_ztest(count, people, value=rate, prop_var=rate)[1]
    exact = binomtest(count, people, rate).pvalue
    print(f"{count} of {people} against {rate}: z {z:.1f}, p {float(p)}, warnings {len(warned)}")
    print(f"  with prop_var p {null:.2f}, exact p {exact:.2f}")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
0 of 10 against 0.1: z -inf, p 0.0, warnings 1
  with prop_var p 0.29, exact p 0.61
1 of 10 against 0.1: z 0.0, p 1.0, warnings 0
  with prop_var p 1.00, exact p 1.00
10 of 10 against 0.9: z inf, p 0.0, warnings 1
  with prop_var p 0.29, exact p 0.61
1 of 1 against 0.9: z inf, p 0.0, warnings 1
  with prop_var p 0.74, exact p 1.00
OUT
diff expected.txt seen.txt && echo "still so"
