"""Why a step runs, told from what it read then and reads now."""

from __future__ import annotations

import pytest

from wres_report.pipeline.reasons import Reason, Why, reason_to_run

NOW = {
    "data": {"data/RV9/2021/survey.csv": "a" * 64, "params/RV9/2021.yaml": "b" * 64},
    "parameters": {"minimum_count": "5"},
    "code": {"charts": "c" * 64},
    "environment": {"pandas": "2.3.1"},
    "results": {"2_shortlisting": "d" * 64},
}


def with_part(kind: str, **names: str) -> dict[str, dict[str, str]]:
    return NOW | {kind: NOW[kind] | names}


@pytest.mark.parametrize(
    ("then", "why", "words"),
    [
        (None, Why.FIRST, "first time"),
        (NOW, Why.OUTPUT_MISSING, "output missing"),
        (
            with_part("data", **{"data/RV9/2021/survey.csv": "e" * 64}),
            Why.DATA, "data changed: data/RV9/2021/survey.csv",
        ),
        (
            with_part("data", **{"data/RV9/2021/board.csv": "e" * 64}),
            Why.DATA, "data changed: data/RV9/2021/board.csv (gone)",
        ),
        (
            with_part("data", **{"data/RV9/2021/survey.csv": "absent"}),
            Why.DATA, "data changed: data/RV9/2021/survey.csv (new)",
        ),
        (
            with_part("data", **{"params/RV9/2021.yaml": "e" * 64}),
            Why.PARAMETER, "parameter changed: params/RV9/2021.yaml",
        ),
        (
            with_part("parameters", minimum_count="10"),
            Why.PARAMETER, "parameter changed: minimum_count (10 → 5)",
        ),
        (with_part("code", charts="e" * 64), Why.CODE, "code changed: charts"),
        (
            with_part("environment", pandas="2.2.0"),
            Why.ENVIRONMENT, "environment changed: pandas (2.2.0 → 2.3.1)",
        ),
        (
            with_part("results", **{"2_shortlisting": "e" * 64}),
            Why.RESULTS, "results changed: 2_shortlisting",
        ),
    ],
)  # fmt: skip
def test_the_reason_names_what_differs(
    then: dict[str, dict[str, str]] | None, why: Why, words: str
) -> None:
    reason = reason_to_run(NOW, then)
    assert reason.why is why
    assert str(reason) == words


def test_of_several_reasons_the_one_that_people_can_act_on_is_told() -> None:
    then = with_part("data", **{"data/RV9/2021/survey.csv": "e" * 64})
    then["results"] = {"2_shortlisting": "e" * 64}
    assert reason_to_run(NOW, then).why is Why.DATA


def test_many_names_are_counted() -> None:
    assert str(Reason(Why.DATA, tuple("abcde"))) == "data changed: a, b, c and 2 more"
