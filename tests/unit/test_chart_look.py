"""The look that the charts start from is seaborn's."""

from __future__ import annotations

import matplotlib as mpl
import seaborn as sns

from wres_report.charts.look import WHITE

# No chart leaves these open.
OF_SERIES = {"axes.prop_cycle", "image.cmap"}


def test_the_white_look_is_that_of_seaborn() -> None:
    with mpl.rc_context():
        mpl.rcdefaults()
        sns.set_theme(style="white")
        theirs = dict(mpl.rcParams)
        mpl.rcdefaults()
        mpl.rcParams.update(WHITE)
        ours = dict(mpl.rcParams)
    assert {name for name in theirs if theirs[name] != ours[name]} <= OF_SERIES


def test_the_white_look_leaves_nothing_of_seaborns_to_the_settings_of_a_machine() -> None:
    theirs = {*sns.axes_style("white"), *sns.plotting_context("notebook")}
    assert theirs - set(WHITE) <= OF_SERIES
