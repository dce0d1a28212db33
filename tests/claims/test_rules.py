"""What the rules of the audit say of sums, movements and words, whatever the numbers are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.test_sentences import FIGURES, told
from wres_report.claims.figures import Figure, Figures
from wres_report.claims.lexicon import is_understood
from wres_report.claims.trends import trend_in

counts = st.integers(20, 900)


def staff(white: int, bme: int, unknown: int) -> Figures:
    values = {"white": white, "bme": bme, "unknown": unknown, "total": white + bme + unknown}
    known = {f"workforce.{key}": Figure(float(value), "count") for key, value in values.items()}
    return Figures("ZZX", 2021, "BME", known)


@given(counts, counts, counts, st.integers(-15, 15))
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize(
    "text",
    [
        "Our workforce of {t} is made up of {w} White, {b} BME and {u} staff of unknown ethnicity.",
        "White staff: {w}; BME staff: {b}; not disclosed: {u}; total: {t}.",
        "The Trust has {t} employees: {w} (White), {b} (BME) and {u} (not known).",
    ],
)
def test_a_sum_is_accused_where_its_parts_do_not_add_up_and_nowhere_else(
    text: str, white: int, bme: int, unknown: int, off: int
) -> None:
    figures = staff(white, bme, unknown)
    total = f"{white + bme + unknown + off:,}"
    line = text.format(t=total, w=white, b=bme, u=unknown)
    faults = {str(finding.fault) for finding in told(line, figures) if finding.fault}
    assert faults == ({"wrong_sum"} if off else set())


@given(st.integers(10, 990), st.integers(10, 990))
@settings(max_examples=80, deadline=None)
@pytest.mark.parametrize(("verb", "up"), [("rose", True), ("fell", False)])
def test_a_movement_is_held_against_the_two_figures_it_is_told_with(
    verb: str, up: bool, before: int, now: int
) -> None:
    figures = Figures("ZZX", 2021, "BME")
    text = (
        "The percentage of BME staff experiencing harassment from patients "
        f"{verb} from {before / 10}% to {now / 10}%."
    )
    faults = {str(finding.fault) for finding in told(text, figures) if finding.fault}
    assert faults == ({"wrong_direction"} if before != now and (now > before) != up else set())


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("It troubles us that {x} of BME staff were bullied by colleagues.", True),
        ("Disappointingly, {x} of our BME colleagues were bullied by colleagues.", True),
        ("We heard in a focus group that {x} of BME staff were bullied by colleagues.", False),
        ("In the renal unit {x} of BME staff were bullied by colleagues.", False),
        ("Quarterly, {x} of BME staff were bullied by colleagues.", False),
        ("{x} of BME porters were bullied by colleagues.", False),
        ("In the renal unit all is well; {x} of BME staff were bullied by colleagues.", True),
    ],
)
def test_a_clause_is_understood_where_no_word_can_change_what_the_number_is_of(
    text: str, understood: bool
) -> None:
    filled = text.format(x="42.0%")
    start = filled.index("42.0%")
    assert is_understood(filled, start, start + 5) is understood


@pytest.mark.parametrize(
    ("text", "direction", "years"),
    [
        ("a four-year declining trend", "down", 4),
        ("has risen every year since 2017", "up", 0),
        ("has fallen for three consecutive years", "down", 3),
        ("Over the last four years it has steadily worsened", "worse", 4),
        ("This is the third year running that the figure has improved", "better", 3),
        ("the trend over the last four years is rising", "up", 4),
    ],
)
def test_a_trend_has_a_direction_and_may_have_a_number_of_years(
    text: str, direction: str, years: int
) -> None:
    found = trend_in(text)
    assert found is not None
    assert (found.direction, found.years) == (direction, years)


@pytest.mark.parametrize(
    "text",
    [
        "has fallen since last year",
        "has fallen every year except 2019",
        "shows no rising trend",
        "fluctuated, with a falling trend at first",
        "a year-on-year rise of 1.2 percentage points",
    ],
)
def test_what_does_not_go_on_is_no_trend(text: str) -> None:
    assert trend_in(text) is None


def test_a_line_of_bare_figures_is_left_open() -> None:
    assert not [finding for finding in told("Indicator 2 | 1.38 | 1.61") if finding.fault]
    assert not [finding for finding in told("Indicator 2 | 1.50 | 1.38") if finding.fault]
    one = told("Indicator 2 | Relative likelihood of being appointed from shortlisting | 1.50")
    assert [str(finding.fault) for finding in one] == ["last_years_figure"]


def test_the_percentage_named_before_the_other_group_keeps_its_group() -> None:
    text = (
        "The percentage of BME staff experiencing harassment from patients in comparison with "
        "White staff was 31.5%."
    )
    assert [(f.found, str(f.verdict)) for f in told(text, FIGURES)] == [("31.5%", "agrees")]
