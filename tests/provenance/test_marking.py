"""Which figures of a Markdown text become spans with their keys, and what is left alone."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres_report.handover import Handover
from wres_report.marks import Mark, marked, span, without_spans
from wres_report.mime import CHART_MIME
from wres_report.report.cards.marking import (
    mark_figures,
    mark_notebook,
    mark_variables,
    marked_keys,
)
from wres_report.report.cards.outside import mark_outside

VARIABLE = "{{< var i2.ratio >}}"
SPAN = span(VARIABLE, "i2.ratio")


def known(key: str) -> bool:
    return key.startswith("i")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The ratio is {VARIABLE}.", f"The ratio is {SPAN}."),
        (f"**{VARIABLE}**, ({VARIABLE})", f"**{SPAN}**, ({SPAN})"),
        (f"| White | {VARIABLE} |", f"| White | {SPAN} |"),
        (f"[{VARIABLE}]{{.rag-red}}", f"[{SPAN}]{{.rag-red}}"),
        ("{{<var i2.ratio>}}", span("{{<var i2.ratio>}}", "i2.ratio")),
    ],
)
def test_a_variable_in_a_text_becomes_a_span(text: str, expected: str) -> None:
    assert mark_variables(text, known) == expected
    assert without_spans(expected) == text


@pytest.mark.parametrize(
    "text",
    [
        "The trust is {{< var trust.name >}}.",
        f"`{VARIABLE}`",
        f"```\n{VARIABLE}\n```",
        f"~~~~ text\n{VARIABLE}\n~~~~",
        f"[the table](#tbl-{VARIABLE})",
        f'::: {{.narrative title="{VARIABLE}"}}',
        f'[word]{{.rag-red title="{VARIABLE}"}}',
        f'<abbr title="{VARIABLE}">x</abbr>',
    ],
)
def test_what_is_no_text_is_left_as_it_is(text: str) -> None:
    assert mark_variables(text, known) == text


def test_after_a_block_of_code_the_text_goes_on() -> None:
    text = f"```\n{VARIABLE}\n```\n{VARIABLE}"
    assert mark_variables(text, known) == f"```\n{VARIABLE}\n```\n{SPAN}"


@given(st.text(alphabet='ab |*`~[](){}<>#:\n"' + "\\", max_size=60))
def test_a_text_without_variables_is_never_changed(text: str) -> None:
    assert mark_variables(text, known) == text


@given(st.lists(st.sampled_from([VARIABLE, "{{< var trust.name >}}", "words ", "\n", "**", "`x`"])))
def test_taking_the_spans_away_gives_the_text_again(parts: list[str]) -> None:
    text = "".join(parts)
    assert without_spans(mark_variables(text, known)) == text


def test_a_figure_that_is_not_known_is_plain_text() -> None:
    text = f"{marked('1', 'i2.ratio')} and {marked('2', 'x.y')}"
    assert mark_figures(text, known) == f"{span('1', 'i2.ratio')} and 2"


def notebook(*outputs: dict[str, str]) -> bytes:
    cell = {
        "cell_type": "code", "source": "#| label: tbl-i2\nwres.show_table(result)",
        "outputs": [{"data": data} for data in outputs],
    }  # fmt: skip
    return json.dumps({"cells": [{"cell_type": "markdown", "source": "# x"}, cell]}).encode()


def handover(*texts: list[Mark]) -> Handover:
    return Handover("i2", {}, {}, {}, [], figures={"tbl-i2": list(texts)})


def test_the_figures_of_a_notebook_are_marked_where_it_said_they_stand() -> None:
    content = notebook(
        {"text/markdown": "| 1.38 |"}, {"image/png": "x"}, {"text/markdown": "n 12"}
    )  # fmt: skip
    marks = handover([Mark(2, 6, "i2.ratio")], [Mark(2, 4, "i2.n")])
    shown, charts = mark_notebook(content, marks, known)
    assert charts == {}
    texts = [o["data"].get("text/markdown") for o in json.loads(shown)["cells"][1]["outputs"]]
    assert texts == [f"| {span('1.38', 'i2.ratio')} |", None, f"n {span('12', 'i2.n')}"]
    assert marked_keys(shown.decode()) == {"i2.ratio", "i2.n"}


def test_the_forms_of_a_chart_leave_the_notebook_for_the_page() -> None:
    content = notebook({"image/png": "x", CHART_MIME: {"title": "A finding"}})
    shown, charts = mark_notebook(content, handover(), known)
    assert charts == {"tbl-i2": {"title": "A finding"}}
    assert CHART_MIME not in shown.decode()
    assert "image/png" in shown.decode()


def test_a_notebook_that_said_nothing_keeps_its_texts() -> None:
    content = notebook({"text/markdown": "| 1.38 |"})
    shown, _ = mark_notebook(content, Handover("i2", {}, {}, {}, []), known)
    assert json.loads(shown) == json.loads(content)


def test_a_figure_from_outside_leads_to_its_source() -> None:
    text, found = mark_outside('We have [79]{.outside source="Estates return, 2021"} sites.')
    (origin,) = found.values()
    assert text == (
        f'We have [{span("79", origin.key)}]{{.outside source="Estates return, 2021"}} sites.'
    )
    assert (origin.display, origin.citation) == ("79", "Estates return, 2021")
    assert marked_keys(text) == {origin.key}
