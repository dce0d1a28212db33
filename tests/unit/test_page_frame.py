"""The frame of the pages that are no report: one look, long tables folded, text as text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from wres_report.page_frame.frame import FEW, SHOWN, folded, framed, head, table

STYLES = Path(__file__).resolve().parents[2] / "report" / "styles"
COLOUR = re.compile(r"(--[\w-]+): (#[0-9a-f]{3,6}|var\([\w-]+\));")


def rows_of(number: int) -> list[str]:
    return [f'<tr><th scope="row">{n}</th></tr>' for n in range(number)]


def test_the_colours_are_those_of_the_reports_own_pages_in_light_and_in_dark() -> None:
    of_page = framed(title="", cover="", content="", skip="").partition("@media screen and (pref")
    for name, part in (("report.css", of_page[0]), ("dark.css", of_page[2])):
        colours = set(COLOUR.findall(part))
        assert len(colours) >= 15
        assert colours <= set(COLOUR.findall((STYLES / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("number", [1, SHOWN, SHOWN + FEW])
def test_a_table_of_few_rows_is_whole(number: int) -> None:
    made = BeautifulSoup(table("Figures", [head("What")], rows_of(number)), "html.parser")
    assert len(made.select("tr")) == number + 1
    assert not made.details


def test_the_rows_beyond_the_first_are_folded_into_a_table_with_its_own_caption() -> None:
    number = SHOWN + FEW + 1
    text = table("Figures", [head("What")], rows_of(number), "cards", "figure")
    made = BeautifulSoup(text, "html.parser")
    assert made.summary.get_text() == f"{FEW + 1} more figures"
    captions = [one.caption.get_text() for one in made.select("table.cards")]
    assert captions == ["Figures", "Figures, continued"]
    told = [row.get_text() for row in made.select("tbody tr")]
    assert told == [str(n) for n in range(number)]
    assert all(one.select("th[scope=col]") for one in made.select("table"))


def test_a_title_and_a_summary_are_text_and_no_markup() -> None:
    page = framed(title="<b>&", cover="", content=folded("<i>", "x"), skip="<u>")
    made = BeautifulSoup(page, "html.parser")
    assert made.title.string == "<b>&"
    assert made.summary.get_text() == "<i>"
    assert not made.select("b, i, u")
