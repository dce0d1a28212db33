"""Charts show whatever the figures are, the same every time, and no word runs into another."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image, ImageColor, ImageFont

from wres_report.charts.bands import bands_chart, spread_chart
from wres_report.charts.board import board_chart
from wres_report.charts.form import NARROW, SLIDE_HEIGHT, WIDE, Form
from wres_report.charts.forms import as_png, body, drawn, on_paper, on_slide
from wres_report.charts.lettering import width_of
from wres_report.charts.likelihood import likelihood_chart
from wres_report.charts.picture import DPI, WIDTH, png_of
from wres_report.charts.rows import Gap, Panel, RowsChart
from wres_report.charts.scene import COLOURS, Box, Mark, Row, Scene, Words, as_data, of_data
from wres_report.charts.spark import spark_chart
from wres_report.charts.survey import survey_chart
from wres_report.charts.svg import for_page, for_print
from wres_report.measures.value import Status, Unit, Value, absent


def ratio(value: float, low: float | None = None, high: float | None = None) -> Value:
    return Value(value, Unit.RATIO, low=low, high=high, n=50)


def percent(value: float, n: int = 100) -> Value:
    return Value(value, Unit.PERCENT, low=max(0, value - 5), high=value + 5, n=n)


def likelihood(value: Value, *others: tuple[str, Value]) -> RowsChart:
    return likelihood_chart(
        value, list(others), title="A title", subtitle="n", sides=("left", "right")
    )


ALL_BANDS = ("<1", "1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9", "VSM")
NAMES = {"comparator": "White", "study": "BME"}
DRAWINGS = {
    "a ratio with its interval": lambda: likelihood(ratio(0.64, 0.43, 0.95)),
    "a ratio far from parity": lambda: likelihood(ratio(25, 3, 200), ("Last year", ratio(1.1))),
    "a ratio of 0": lambda: likelihood(ratio(0.0), ("England", ratio(1.14))),
    "a ratio without last year": lambda: likelihood(ratio(1.2), ("Last year", absent(Unit.RATIO))),
    "a survey of one year": lambda: survey_chart(
        {"comparator": {2020: percent(20)}, "study": {2020: percent(24, 12)}},
        {"study": percent(31)}, frozenset(), names=NAMES, title="t", subtitle="s",
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
    "all bands of two groups": lambda: bands_chart(
        [(group, [(band, percent(20, 12)) for band in ALL_BANDS]) for group in ("A", "B")],
        percent(21), title="t", subtitle="s",
    ),
    "where staff work": lambda: spread_chart(
        [("Bands 1 to 4", percent(44)), ("Medical", absent(Unit.PERCENT))], title="t", subtitle="s"
    ),
    "a board of nobody": lambda: board_chart(
        [("Voting members", Value(0.0, Unit.PERCENT, note="−4.7 pp"))], percent(4.7), None,
        title="t", subtitle="s",
    ),
}  # fmt: skip
SPARKS = {
    "a ratio": lambda: spark_chart(ratio(1.4, 1.1, 9.0), 1.0, ratio(1.6), 4.0),
    "a gap": lambda: spark_chart(
        Value(-45.0, Unit.PP, low=-60.0, high=-30.0), 0.0, None, 30.0
    ),
}  # fmt: skip


def test_a_small_picture_puts_what_is_worse_on_the_right_where_less_is_worse() -> None:
    gap = Value(-12.0, Unit.PP, low=-20.0, high=-4.0)
    usual, turned = (spark_chart(gap, 0.0, None, 30.0, turned=way) for way in (False, True))
    middle = usual.width / 2
    diamonds = [
        part.x for scene in (usual, turned) for part in scene.parts if isinstance(part, Mark)
    ]
    assert diamonds[0] < middle < diamonds[1]
    assert diamonds[0] + diamonds[1] == pytest.approx(2 * middle)
    mirrored = spark_chart(Value(12.0, Unit.PP, low=4.0, high=20.0), 0.0, None, 30.0)
    assert turned == mirrored


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_chart_is_the_same_in_every_form_every_time(name: str) -> None:
    first, second = as_png(DRAWINGS[name]()), as_png(DRAWINGS[name]())
    assert first.startswith(b"\x89PNG")
    assert first == second
    assert b"Software" not in first
    assert b"tIME" not in first
    assert drawn(DRAWINGS[name]()) == drawn(DRAWINGS[name]())


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_form_is_well_formed_and_asks_for_nothing(name: str) -> None:
    forms = drawn(DRAWINGS[name]())
    for form in ("wide", "narrow", "print"):
        etree.fromstring(forms[form].encode())
        assert "href" not in forms[form]
        assert "url(" not in forms[form]
        assert "style=" not in forms[form]


@pytest.mark.parametrize("name", DRAWINGS)
def test_on_half_a_slide_no_letter_is_smaller_than_12_points(name: str) -> None:
    scene = on_slide(DRAWINGS[name]())
    shrunk = min(1.0, SLIDE_HEIGHT / scene.height)
    assert min(words.size * shrunk for words in scene.words()) >= 12
    assert of_data(json.loads(json.dumps(as_data(scene)))).words() == scene.words()


def test_all_bands_of_two_groups_stay_on_a_slide_and_no_row_runs_into_the_next() -> None:
    scene = on_slide(DRAWINGS["all bands of two groups"]())
    for band in ALL_BANDS:
        assert [words.text for words in scene.words()].count(band) == 2
    tops = sorted({words.y for words in scene.words() if words.text in ALL_BANDS})
    assert min(b - a for a, b in pairwise(tops)) >= 13


def test_a_chart_that_is_too_high_for_a_slide_leaves_out_what_tells_least() -> None:
    shown = bands_chart(
        [("Clinical", [(f"Band {n}", ratio(0.2) if n < 9 else absent(Unit.RATIO))
                       for n in range(20)])],
        ratio(0.3), title="", subtitle="",
    )  # fmt: skip
    names = [words.text for words in on_slide(shown).words()]
    assert "Band 8" in names
    assert "Band 9" not in names
    chart = DRAWINGS["a survey of one year"]()
    assert isinstance(chart, RowsChart)
    (panel,) = chart.panels
    rows = panel.rows
    years = replace(chart, panels=(Panel("", (*rows, *((Gap(), *rows) * 8))),))
    names = [words.text for words in on_slide(years).words()]
    assert 1 < names.count("BME") < 9


def test_on_paper_the_finding_and_its_source_stand_above_the_chart() -> None:
    words = on_paper(DRAWINGS["a ratio with its interval"]()).words()
    assert [(w.text, w.bold) for w in words[:2]] == [("A title", True), ("n", False)]


def test_the_figure_of_every_row_stands_in_the_chart_and_so_does_its_interval() -> None:
    texts = {w.text for w in body(DRAWINGS["a survey of one year"](), WIDE).words()}
    assert {"20.0%", "24.0%", "White", "BME", "(15.0 to 25.0)", "(19.0 to 29.0)"} <= texts
    rows = [p for p in body(DRAWINGS["a survey of one year"](), NARROW).parts if isinstance(p, Row)]
    assert rows[1].told == "2020, BME: 24.0%, interval 19.0 to 29.0"


def test_signs_that_need_it_are_explained_and_strokes_say_whose_median() -> None:
    texts = " ".join(w.text for w in body(DRAWINGS["a survey of one year"](), WIDE).words())
    assert "hollow: fewer than 30 people" in texts
    assert "median of the benchmark group, 31.0% BME" in texts
    assert "hollow" not in " ".join(
        w.text for w in body(DRAWINGS["a ratio with its interval"](), WIDE).words()
    )


def test_a_ratio_of_zero_keeps_the_row_of_this_year() -> None:
    texts = {w.text for w in body(DRAWINGS["a ratio of 0"](), WIDE).words()}
    assert {"This year", "England", "0.00"} <= texts


def test_a_change_of_question_parts_the_years() -> None:
    texts = {w.text for w in body(DRAWINGS["a survey across a change of question"](), WIDE).words()}
    assert "question changed: not comparable" in texts


def test_what_is_not_shown_is_said_in_its_row() -> None:
    texts = {w.text for w in body(DRAWINGS["a survey with a suppressed year"](), WIDE).words()}
    assert "suppressed" in texts


def collisions(scene: Scene) -> list[tuple[str, str]]:
    """Words that overlap; and words that leave the drawing."""
    found = []
    boxes = [
        (w, w.x - half(w) * {"start": 0, "middle": 1, "end": 2}[w.anchor], w.y - 0.72 * w.size,
         w.x + half(w) * {"start": 2, "middle": 1, "end": 0}[w.anchor], w.y + 0.2 * w.size)
        for w in scene.words()
    ]  # fmt: skip
    for (a, left, top, right, bottom), (b, left2, top2, right2, bottom2) in combinations(boxes, 2):
        if left < right2 - 0.5 and left2 < right - 0.5 and top < bottom2 and top2 < bottom:
            found.append((a.text, b.text))
    for word, left, _, right, bottom in boxes:
        if left < -0.5 or right > scene.width + 0.5 or bottom > scene.height + 0.5:
            found.append((word.text, "the edge"))
    return found


def half(word: Words) -> float:
    return width_of(word.text, word.size, bold=word.bold) / 2


shares = st.one_of(
    st.builds(
        lambda value, spread, n: Value(
            value, Unit.PERCENT, low=max(0.0, value - spread), high=min(100.0, value + spread), n=n
        ),
        st.floats(0, 100), st.floats(0, 50), st.integers(1, 5000),
    ),
    st.sampled_from([absent(Unit.PERCENT, status) for status in list(Status)[1:]]),
)  # fmt: skip
known_shares = shares.filter(lambda value: value.ok)
ratios = st.builds(
    lambda value, spread: Value(
        value, Unit.RATIO, low=value / spread if value else None,
        high=value * spread if value else None, n=50,
    ),
    st.one_of(st.just(0.0), st.floats(0.01, 90)), st.floats(1, 60),
)  # fmt: skip
years = st.dictionaries(st.integers(2015, 2025), shares, max_size=6)
names = st.sampled_from(["5", "Bands 8a to 9 and VSM", "VSM", "Executive members", "Under band 1"])
TERMS = {"comparator": "White", "study": "Global majority"}
TITLE = {
    "title": "A finding of twelve words, which say who is more likely to what",
    "subtitle": "12,345 White and 2,345 BAME shortlisted applicants; year to 31 March 2021; "
    "Trust recruitment records and the Electronic Staff Record",
}
trusts = st.one_of(
    st.builds(
        lambda r, last, england: likelihood_chart(
            r, [("Last year", last), ("England, WRES 2020", england)], **TITLE,
            sides=("favours Global majority applicants", "favours White applicants"),
        ),
        ratios, ratios, ratios,
    ),
    st.builds(
        lambda a, b, medians, breaks: survey_chart(
            {"comparator": a, "study": b},
            dict(zip(("comparator", "study"), medians, strict=False)),
            frozenset(breaks), names=TERMS, **TITLE,
        ),
        years, years.filter(bool), st.lists(known_shares, max_size=2),
        st.sets(st.integers(2016, 2025), max_size=2),
    ),
    st.builds(
        lambda panels, overall: bands_chart(panels, overall, **TITLE),
        st.lists(
            st.tuples(
                st.sampled_from(["Non-clinical", "Clinical"]),
                st.lists(st.tuples(names, shares), min_size=1, max_size=14),
            ), min_size=1, max_size=2,
        ),
        known_shares,
    ),
    st.builds(
        lambda rows, workforce, england: board_chart(
            [(name, Value(v.number, Unit.PERCENT, note="−12.3 pp")) for name, v in rows],
            workforce, england and ("England, WRES 2020", england), **TITLE,
        ),
        st.lists(st.tuples(names, known_shares), min_size=1, max_size=3), known_shares,
        st.none() | known_shares,
    ),
)  # fmt: skip


@pytest.mark.parametrize("form", [WIDE, NARROW], ids=["wide", "narrow"])
@settings(max_examples=300, deadline=None)
@given(chart=trusts)
def test_no_word_of_any_trust_s_charts_runs_into_another(form: Form, chart: RowsChart) -> None:
    assert not collisions(body(chart, form))


@settings(max_examples=100, deadline=None)
@given(chart=trusts)
def test_no_word_on_paper_runs_into_another(chart: RowsChart) -> None:
    assert not collisions(on_paper(chart))


@settings(max_examples=100, deadline=None)
@given(chart=trusts)
def test_every_mark_stands_inside_the_drawing_and_beside_the_figures(chart: RowsChart) -> None:
    scene = body(chart, NARROW)
    for row in (part for part in scene.parts if isinstance(part, Row)):
        figures = [p for p in row.parts if isinstance(p, Words)][-1:]
        for part in row.parts:
            if not isinstance(part, Words | Box) and hasattr(part, "radius"):
                assert part.x - part.radius >= 0
                assert part.x + part.radius <= figures[0].x


def test_the_check_of_collisions_finds_words_that_collide() -> None:
    scene = Scene(100, 20, (Words("one", 0, 10, 12), Words("another", 5, 12, 12)))
    assert collisions(scene) == [("one", "another")]
    assert collisions(Scene(20, 20, (Words("a long text", 0, 10, 12),)))


def test_the_room_for_words_is_that_of_a_face_as_wide_as_arial() -> None:
    try:
        font = ImageFont.truetype("LiberationSans-Regular.ttf", 100)
    except OSError:
        pytest.skip("no face with the widths of Arial on this machine")
    for text in (
        "Bands 8a to 9 and VSM", "(14.3 to 37.4)", "question changed: not comparable",
        "favours White applicants", "line: where the figure could lie by chance",
    ):  # fmt: skip
        assert font.getlength(text) <= width_of(text, 100), text


def test_colours_of_marks_and_words_can_be_told_from_their_ground() -> None:
    def light(code: str) -> float:
        parts = [channel / 255 for channel in ImageColor.getrgb(code)[:3]]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for name in set(COLOURS) - {"ground", "rule"}:
        contrast = 1.05 / (light(COLOURS[name]) + 0.05)
        assert contrast >= (3 if name == "join" else 4.5), name


def test_the_palette_of_a_picture_keeps_every_colour_and_white_exactly() -> None:
    parts = tuple(Box(n, 0, 0.5, 1, name) for n, name in enumerate(COLOURS))
    scene = Scene(len(COLOURS), 1, parts)
    seen = Image.open(io.BytesIO(png_of(scene, len(COLOURS)))).convert("RGB")
    for place, code in enumerate(COLOURS.values()):
        inside = DPI * place + DPI // 4
        assert seen.getpixel((inside, DPI // 2)) == ImageColor.getrgb(code), code
        assert seen.getpixel((inside + DPI // 2, DPI // 2)) == (255, 255, 255)


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_picture_says_its_size_on_paper_and_nothing_of_who_made_it(name: str) -> None:
    picture = Image.open(io.BytesIO(as_png(DRAWINGS[name]())))
    assert picture.width == WIDTH * DPI
    assert set(picture.info) == {"dpi"}
    assert [round(dots) for dots in picture.info["dpi"]] == [DPI, DPI]


@pytest.mark.parametrize("name", SPARKS)
def test_a_small_picture_holds_its_marks(name: str) -> None:
    scene = SPARKS[name]()
    assert png_of(scene, 1.5) == png_of(SPARKS[name](), 1.5)
    svg = etree.fromstring(for_print(scene, 108))
    assert svg.get("width") == "108.0pt"
    numbers = [float(n) for n in re.findall(r"[\d.]+", " ".join(svg.xpath("//@d")))]
    assert max(numbers) <= scene.width


def test_what_people_wrote_is_text_in_a_drawing() -> None:
    chart = spread_chart([("<b>&\"'", percent(44))], title="t", subtitle="s")
    svg = etree.fromstring(for_page(body(chart, WIDE)).encode())
    assert "<b>&\"'" in [text.text for text in svg.iter("text")]
    assert not list(svg.iter("b"))
