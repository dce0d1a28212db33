#!/usr/bin/env bash
# seaborn: the error bar of a sum is the standard error of the mean
#
# Expected: barplot(estimator="sum", errorbar="se") draws the standard error of the sum, 4.4 here, or
#   says that it knows only that of a mean, as it does where weights are given.
# Happens: it draws the bar at the sum, 50, and around it the standard error of the mean, 0.4. With
#   errorbar="sd" it is the deviation of one value. Only errorbar="ci", which draws samples, follows
#   the estimator: 42 to 58. No warning. So it is with the median.
# Why report makers care: leavers, cases and bank shifts are summed over months or wards. Bars that
#   are ten times too short say that a difference between two sums is beyond doubt.
# Seen: 2026-11-29, seaborn 0.13.2, matplotlib 3.11.2, pandas 3.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check seaborn==0.13.2 pandas==3.1.1 numpy==2.4.6 matplotlib==3.11.2
cat > look.py <<'PY'
import math
import warnings

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import pandas
import seaborn

warnings.simplefilter("error")
leavers = [3, 5, 4, 6, 2, 5, 4, 3, 6, 5, 4, 3]
months = pandas.DataFrame({"trust": "A", "leavers": leavers})
for estimator in ("mean", "sum"):
    for errorbar in ("se", "sd", "ci"):
        plt.close("all")
        options = {"estimator": estimator, "errorbar": errorbar, "seed": 1, "n_boot": 2000}
        axes = seaborn.barplot(months, x="trust", y="leavers", **options)
        low, high = axes.lines[0].get_ydata()
        height = axes.patches[0].get_height()
        print(f"{estimator}, {errorbar}: {height:.1f}, half a bar {(high - low) / 2:.1f}")
print(f"standard error of the sum: {math.sqrt(len(leavers)) * months.leavers.std():.1f}")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
mean, se: 4.2, half a bar 0.4
mean, sd: 4.2, half a bar 1.3
mean, ci: 4.2, half a bar 0.7
sum, se: 50.0, half a bar 0.4
sum, sd: 50.0, half a bar 1.3
sum, ci: 50.0, half a bar 8.0
standard error of the sum: 4.4
OUT
diff expected.txt seen.txt && echo "still so"
