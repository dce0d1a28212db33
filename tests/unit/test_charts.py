"""Charts draw whatever the figures are, the same every time, in the report's own typeface."""

from __future__ import annotations

import io

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from PIL import Image, ImageChops, ImageColor

from wres_report.charts.bands import bands_chart, spread_chart
from wres_report.charts.board import board_chart
from wres_report.charts.likelihood import likelihood_chart
from wres_report.charts.spark import spark_chart
from wres_report.charts.style import COLOURS, DPI, WIDTH, as_png
from wres_report.charts.survey import survey_chart
from wres_report.measures.value import Status, Unit, Value, absent


def ratio(value: float, low: float | None = None, high: float | None = None) -> Value:
    return Value(value, Unit.RATIO, low=low, high=high, n=50)


def percent(value: float, n: int = 100) -> Value:
    return Value(value, Unit.PERCENT, low=max(0, value - 5), high=value + 5, n=n)


def likelihood(value: Value, *others: tuple[str, Value]):  # type: ignore[no-untyped-def]
    return likelihood_chart(
        value, list(others), title="A title", subtitle="n", sides=("left", "right")
    )


NAMES = {"comparator": "White", "study": "BME"}
DRAWINGS = {
    "a ratio with its interval": lambda: likelihood(ratio(0.64, 0.43, 0.95)),
    "a ratio far from parity": lambda: likelihood(ratio(25, 3, 200), ("Last year", ratio(1.1))),
    "a ratio of 0": lambda: likelihood(ratio(0.0), ("England", ratio(1.14))),
    "a ratio without last year": lambda: likelihood(ratio(1.2), ("Last year", absent(Unit.RATIO))),
    "a survey of one year": lambda: survey_chart(
        {"comparator": {2020: percent(20)}, "study": {2020: percent(24, 12)}}, {}, frozenset(),
        names=NAMES, title="t", subtitle="s",
    ),
    "a survey with one group alone": lambda: survey_chart(
        {"comparator": {}, "study": {2017: percent(33), 2020: percent(24)}}, {"study": percent(32)},
        frozenset(), names=NAMES, title="t", subtitle="s",
    ),
    "a survey across a change of question": lambda: survey_chart(
        {"comparator": {2020: percent(88), 2021: percent(60)}, "study": {2020: percent(70)}}, {},
        frozenset({2021}), names=NAMES, title="t", subtitle="s",
    ),
    "a survey with a suppressed year": lambda: survey_chart(
        {
            "comparator": {2020: percent(20)},
            "study": {2020: absent(Unit.PERCENT, Status.SUPPRESSED)},
        },
        {}, frozenset(), names=NAMES, title="t", subtitle="s",
    ),
    "bands, one of them suppressed": lambda: bands_chart(
        [("Clinical", [("5", percent(20)), ("9", absent(Unit.PERCENT, Status.SUPPRESSED))])],
        percent(21), title="t", subtitle="s",
    ),
    "where staff work": lambda: spread_chart(
        [("Bands 1 to 4", percent(44)), ("Medical", absent(Unit.PERCENT))], title="t", subtitle="s"
    ),
    "a board of nobody": lambda: board_chart(
        [("Voting members", Value(0.0, Unit.PERCENT, note="−4.7 pp"))], percent(4.7), None,
        title="t", subtitle="s",
    ),
    "a small picture": lambda: spark_chart(ratio(1.4, 1.1, 9.0), 1.0, ratio(1.6), 4.0),
    "a small picture of a gap": lambda: spark_chart(
        Value(-45.0, Unit.PP, low=-60.0, high=-30.0), 0.0, None, 30.0
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_chart_is_the_same_picture_every_time(name: str) -> None:
    first, second = as_png(DRAWINGS[name]()), as_png(DRAWINGS[name]())
    assert first.startswith(b"\x89PNG")
    assert first == second
    assert b"Software" not in first
    assert b"tIME" not in first


@pytest.mark.parametrize("name", [name for name in DRAWINGS if "small" not in name])
def test_all_charts_have_one_width(name: str) -> None:
    assert DRAWINGS[name]().get_figwidth() == WIDTH


def test_the_title_is_set_in_the_report_s_typeface() -> None:
    figure = DRAWINGS["a ratio with its interval"]()
    assert figure.texts[0].get_fontproperties().get_name() == "Source Sans Pro"


def test_drawing_leaves_the_settings_of_matplotlib_as_they_were() -> None:
    before = dict(mpl.rcParams)
    DRAWINGS["where staff work"]()
    assert dict(mpl.rcParams) == before


def test_a_label_stands_beside_every_mark() -> None:
    figure = DRAWINGS["a survey of one year"]()
    texts = {text.get_text() for axes in figure.axes for text in axes.texts}
    assert {"20.0%", "24.0%", "White", "BME"} <= texts


def test_a_ratio_of_zero_keeps_the_row_of_this_year() -> None:
    (axes,) = DRAWINGS["a ratio of 0"]().axes
    assert {"This year", "England", "◀ 0.00"} <= {text.get_text() for text in axes.texts}


def test_the_palette_of_a_picture_keeps_every_colour_and_white_exactly() -> None:
    figure = Figure(figsize=(len(COLOURS), 1))
    for place, colour in enumerate(COLOURS):
        left, width = place / len(COLOURS), 0.5 / len(COLOURS)
        figure.add_artist(Rectangle((left, 0), width, 1, color=colour, linewidth=0))
    picture = Image.open(io.BytesIO(as_png(figure)))
    seen = picture.convert("RGB")
    for place, colour in enumerate(COLOURS):
        inside = DPI * place + DPI // 4
        assert seen.getpixel((inside, DPI // 2)) == ImageColor.getrgb(colour), colour
        assert seen.getpixel((inside + DPI // 2, DPI // 2)) == (255, 255, 255)


def test_a_picture_says_its_size_on_paper_and_nothing_of_who_made_it() -> None:
    picture = Image.open(io.BytesIO(as_png(Figure(figsize=(2, 1)))))
    assert picture.size == (2 * DPI, DPI)
    assert set(picture.info) == {"dpi"}
    assert [round(dots) for dots in picture.info["dpi"]] == [DPI, DPI]


@pytest.mark.parametrize("name", DRAWINGS)
def test_no_shade_of_a_chart_is_changed_visibly_by_its_palette(name: str) -> None:
    figure = DRAWINGS[name]()
    palette = Image.open(io.BytesIO(as_png(figure))).convert("RGB")
    plain = io.BytesIO()
    figure.savefig(plain, format="png", dpi=DPI)
    changes = ImageChops.difference(palette, Image.open(plain).convert("RGB"))
    assert max(high for _, high in changes.getextrema()) < 40
