"""Charts of many trusts: every figure in its place, nothing outside, no word on another."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from wres_report.charts.form import NARROW, WIDE, Form
from wres_report.charts.forms import as_png, body, drawn
from wres_report.charts.funnel import FunnelChart
from wres_report.charts.lettering import width_of
from wres_report.charts.scales import scale_of
from wres_report.charts.scene import Curve, Dots, Mark, Rug, Scene, Words
from wres_report.charts.strip import Limits, Strip, StripChart
from wres_report.measures.funnels import ratio_funnel, share_funnel
from wres_report.measures.likelihood import Cases
from wres_report.measures.value import Unit, Value

NAMES = ("All trusts", "Region: North East and Yorkshire, with a name that takes two lines or more")
FORMS = pytest.mark.parametrize("form", [WIDE, NARROW], ids=["wide", "narrow"])


def strips(values: list[float], unit: Unit) -> StripChart:
    rows = (Strip(NAMES[0], tuple(values), values[0]), Strip(NAMES[1], tuple(values[:1]), None))
    own = Value(values[0], unit, low=values[0] * 0.9, high=values[0] * 1.1, n=50)
    limits = Limits((values[0] * 0.8, values[0] * 1.2), (values[0] * 0.7, values[0] * 1.3))
    return StripChart("A title", "n", rows, unit, ("This trust", own), limits, (1.0, "parity"))


def funnel(count: int = 60) -> FunnelChart:
    groups = [Cases(20.0 + 3 * n % 17, 100.0 + 20 * n) for n in range(count)]
    found = share_funnel([*groups, Cases(300, 500), Cases(1, 400)])
    assert found
    return FunnelChart("A title", "n", found, Unit.PERCENT)


def ratios() -> FunnelChart:
    found = ratio_funnel([
        (Cases(10 + n, 100), Cases(5 + n % 7, 80)) for n in range(40)
    ])  # fmt: skip
    assert found
    return FunnelChart("A title", "n", found, Unit.RATIO)


CHARTS = {
    "shares": lambda: strips([20.0, 35.5, 99.9, 0.0], Unit.PERCENT),
    "ratios": lambda: strips([1.4, 0.2, 12.0], Unit.RATIO),
    "gaps": lambda: strips([4.0, -12.0, 0.0], Unit.PP),
    "years of two bases": lambda: StripChart(
        "A title",
        "n",
        (
            Strip("2025", (20.0, 30.0), 25.0),
            Strip("2024", (21.0, 31.0), 26.0, "defined otherwise before: not comparable"),
        ),
        Unit.PERCENT,
    ),
    "a funnel of shares": funnel,
    "a funnel of ratios": ratios,
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_of_trusts_is_the_same_every_time_and_asks_for_nothing(name: str) -> None:
    first, second = CHARTS[name](), CHARTS[name]()
    assert as_png(first) == as_png(second)
    forms = drawn(first)
    assert forms == drawn(second)
    for form in ("wide", "narrow", "print"):
        etree.fromstring(forms[form].encode())
        assert not any(sign in forms[form] for sign in ("href", "url(", "style="))


@FORMS
@pytest.mark.parametrize("name", CHARTS)
def test_no_word_of_it_runs_into_another_or_out_of_the_drawing(name: str, form: Form) -> None:
    scene = body(CHARTS[name](), form)
    boxes = [_box(word) for word in scene.words()]
    for left, _, right, bottom in boxes:
        assert left >= -1
        assert right <= scene.width + 1
        assert bottom <= scene.height + 1
    for one, other in combinations(boxes, 2):
        assert not _overlap(one, other), (one, other)


def _box(word: Words) -> tuple[float, float, float, float]:
    # As wide as the report's own face; room is kept for wider ones.
    wide = width_of(word.text, word.size, bold=word.bold) / 1.2
    left = word.x - {"start": 0.0, "middle": wide / 2, "end": wide}[word.anchor]
    return left, word.y - 0.7 * word.size, left + wide, word.y + 0.2 * word.size


def _overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] - 0.5 and b[0] < a[2] - 0.5 and a[1] < b[3] and b[1] < a[3]


@FORMS
@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([Unit.PERCENT, Unit.RATIO, Unit.PP]),
    st.lists(st.floats(0.0, 100.0), min_size=1, max_size=40),
)
def test_every_trust_has_its_stroke_inside_the_drawing(
    form: Form, unit: Unit, values: list[float]
) -> None:
    scene = body(strips(values, unit), form)
    rugs = [part for part in scene.flat() if isinstance(part, Rug)]
    assert [len(rug.xs) for rug in rugs] == [len(values), 1]
    assert all(0 <= x <= scene.width for rug in rugs for x in rug.xs)
    assert list(rugs[0].xs) == sorted(rugs[0].xs)


@FORMS
@pytest.mark.parametrize("chart", [funnel, ratios])
def test_a_funnel_draws_every_trust_once_and_marks_those_beyond(form: Form, chart) -> None:  # type: ignore[no-untyped-def]
    made = chart()
    scene = body(made, form)
    positions = [made.funnel.position(point) for point in made.funnel.placed]
    dots = [part for part in scene.parts if isinstance(part, Dots)]
    marks = [part for part in scene.parts if isinstance(part, Mark)]
    assert len(dots[0].places) == sum(not position.beyond for position in positions)
    assert len(marks) - 2 == sum(position.beyond for position in positions)  # two in the legend
    assert _inside(scene)


def _inside(scene: Scene) -> bool:
    places = [place for part in scene.parts if isinstance(part, Dots | Curve)
              for place in part.places]  # fmt: skip
    return all(0 <= x <= scene.width and 0 <= y <= scene.height for x, y in places)


@given(st.sampled_from([Unit.PERCENT, Unit.RATIO, Unit.PP]),
       st.lists(st.floats(0.2, 9.0), min_size=1, max_size=30))  # fmt: skip
def test_a_scale_holds_what_it_is_made_for(unit: Unit, numbers: list[float]) -> None:
    scale = scale_of(unit, numbers)
    assert not any(scale.is_below(number) or scale.is_above(number) for number in numbers)
    assert all(scale.low - 1e-9 <= tick <= scale.high + 1e-9 for tick in scale.ticks)


def test_a_chart_for_a_file_holds_no_figure_of_another_trust() -> None:
    rows: list[list[str]] = strips([20.0, 35.5, 61.25], Unit.PERCENT).table()
    assert rows[1][:4] == ["This trust", "20.0", "18.0", "22.0"]
    assert not any("35.5" in cell or "61.2" in cell for row in rows for cell in row)
