#!/usr/bin/env bash
# statsmodels: the score interval of a ratio of two proportions, where it happened to everybody
#
# Expected: the interval of 10 of 10 against 900 of 1,000 contains the observed ratio 1.11, and its
#   lower end is the ratio that the score test just does not reject, 0.80 here (the test of equal
#   proportions on this table has a p of 0.29, so 1 belongs to the interval).
# Happens: confint_proportions_2indep(method="score", compare="ratio") gives 1.1099 to 1.1366: the
#   lower end stays at the observed ratio. No warning, no nan. With the full group below (5 of 10
#   against 10 of 10) both ends are complex numbers, and the lower one, 0.75, is above the observed
#   ratio of 0.5, so the interval does not contain its own estimate. score_test_proportions_2indep
#   on the same table is right, so the interval contradicts the library's own test.
# Why report makers care: training, appraisal and appointment figures of small groups are often
#   "all of them". An interval of 1.11 to 1.14 around ten people reads as a certain difference.
# Seen: 2026-11-28, statsmodels 0.15.0, scipy 1.17.1, numpy 2.4.6, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check statsmodels==0.15.0 scipy==1.17.1 numpy==2.4.6 pandas==3.1.1
cat > look.py <<'PY'
import warnings

from statsmodels.stats.proportion import confint_proportions_2indep, score_test_proportions_2indep

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    low, high = confint_proportions_2indep(10, 10, 900, 1000, method="score", compare="ratio")
    full_low, full_high = confint_proportions_2indep(5, 10, 10, 10, method="score", compare="ratio")
    test = score_test_proportions_2indep(10, 10, 900, 1000, compare="ratio", value=1)
print(f"10/10 against 900/1000: {low:.4f} to {high:.4f}, observed 1.1111")
print(f"the library's own test that the ratio is 1: p = {test.pvalue:.2f}")
print(f"5/10 against 10/10: {full_low.real:.4f} to {full_high.real:.4f}, observed 0.5000")
print("its ends are", type(full_low).__name__)
print("warnings:", len(told))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
10/10 against 900/1000: 1.1099 to 1.1366, observed 1.1111
the library's own test that the ratio is 1: p = 0.29
5/10 against 10/10: 0.7500 to 0.8033, observed 0.5000
its ends are complex128
warnings: 0
OUT
diff expected.txt seen.txt && echo "still so"
