#!/usr/bin/env bash
# statsmodels: one missing p-value among those that are adjusted
#
# Expected: multipletests adjusts the p-values that are there, as if the missing one had not been
#   asked for; or it refuses the missing one.
# Happens: it depends on the method, and there is no warning. "bonferroni" and "holm" count the
#   missing one as a further test, so the others get larger. "simes-hochberg", "hommel" and
#   "fdr_bh" answer nan for every value. The decisions beside those nan are another matter:
#   "fdr_bh" counts the missing one as a test and rejects two of four in place of three, "hommel"
#   rejects none.
# Why report makers care: a test that could not be run, as nobody was in the group, leaves a nan.
#   Whether the other eight indicators are significant then hangs on it, and on which of the two
#   results (the decision or the p-value) a page is made from.
# Seen: 2026-11-29, statsmodels 0.15.0, scipy 1.17.1, numpy 2.4.6, pandas 3.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check statsmodels==0.15.0 scipy==1.17.1 numpy==2.4.6 pandas==3.1.1
cat > look.py <<'PY'
import warnings

import numpy
from statsmodels.stats.multitest import multipletests

warnings.simplefilter("error")
there = [0.01, 0.02, 0.035, 0.5]
missing = [0.01, 0.02, numpy.nan, 0.035, 0.5]


def told(values, method):
    rejected, adjusted, *_ = multipletests(values, alpha=0.05, method=method)
    return int(rejected.sum()), " ".join(f"{value:.3f}" for value in adjusted)


for method in ("bonferroni", "holm", "simes-hochberg", "hommel", "fdr_bh"):
    print(method)
    print("  four values: rejected {}, adjusted {}".format(*told(there, method)))
    print("  and one nan: rejected {}, adjusted {}".format(*told(missing, method)))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
bonferroni
  four values: rejected 1, adjusted 0.040 0.080 0.140 1.000
  and one nan: rejected 1, adjusted 0.050 0.100 nan 0.175 1.000
holm
  four values: rejected 1, adjusted 0.040 0.060 0.070 0.500
  and one nan: rejected 1, adjusted 0.050 0.080 nan 0.105 1.000
simes-hochberg
  four values: rejected 1, adjusted 0.040 0.060 0.070 0.500
  and one nan: rejected 1, adjusted nan nan nan nan nan
hommel
  four values: rejected 1, adjusted 0.040 0.053 0.070 0.500
  and one nan: rejected 0, adjusted nan nan nan nan nan
fdr_bh
  four values: rejected 3, adjusted 0.040 0.040 0.047 0.500
  and one nan: rejected 2, adjusted nan nan nan nan nan
OUT
diff expected.txt seen.txt && echo "still so"
