"""Whatever key a published.csv names, it is compared or cannot be checked; none stops the rest."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wres_report.backtest.built import read_built
from wres_report.backtest.compare import (
    AGREE,
    DIFFER,
    DIFFER_BY_READING,
    NOT_CHECKABLE,
    Comparison,
    OurFigures,
    compare,
)
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

WORDS = (
    "i1", "i2", "i9", "i0", "i10", "ix", "national", "plan", "last_plan", "value", "movement",
    "aim", "against_national", "actions", "theme_1", "theme_99", "theme_0", "theme_x", "general",
    "white", "bme", "ratio", "trend", "benchmark_difference", "benchmark", "y2020", "y2099",
    "label", "columns", "legend", "links", "dates", "locality", "facts", "workforce", "",
)  # fmt: skip
KEYS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(".".join)
PRINTED = st.sampled_from(["4.7%", "920", "around 1 in 4", "the same", "no", "increased", ""])


@pytest.fixture(scope="module")
def ours(built: Path, repository: Path) -> OurFigures:
    workspace = Workspace.open(repository)
    return OurFigures(read_built(workspace, TrustYear("RX7", 2023), built))


@given(
    key=KEYS,
    printed=PRINTED,
    unit=st.sampled_from(["words", "percent", "ratio", "pp", "count", "score", "furlongs"]),
    value=st.sampled_from([4.7, 920.0, float("nan")]),
)
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_point_gets_a_verdict(
    ours: OurFigures, key: str, printed: str, unit: str, value: float
) -> None:
    row = {
        "key": key, "page_or_section": "1", "printed": printed, "value": value, "unit": unit,
        "note": "", "verdict_expected": AGREE, "reason": "",
    }  # fmt: skip
    (found,) = compare(pd.DataFrame([row]), ours)
    assert found.verdict in (AGREE, DIFFER, NOT_CHECKABLE)


@pytest.mark.parametrize(
    ("verdict", "expected", "surprise"),
    [
        (AGREE, AGREE, False),
        (DIFFER, DIFFER, False),
        (NOT_CHECKABLE, NOT_CHECKABLE, False),
        (DIFFER, AGREE, True),
        (AGREE, DIFFER, True),
        (NOT_CHECKABLE, DIFFER, True),
        (NOT_CHECKABLE, AGREE, True),
        (NOT_CHECKABLE, DIFFER_BY_READING, False),
        (AGREE, DIFFER_BY_READING, True),
        (DIFFER, DIFFER_BY_READING, True),
    ],
)
def test_what_comes_out_otherwise_than_recorded_is_a_surprise(
    verdict: str, expected: str, surprise: bool
) -> None:
    assert Comparison("i2.ratio", "1", "1", "1", verdict, expected, "", "").surprise is surprise
