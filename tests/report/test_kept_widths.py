"""Tables that keep their widths on paper do so as long as every word has room."""

from __future__ import annotations

import re

import pytest

from tests.plan_tools import pandoc

RULE = f"|:{'-' * 49}|{'-' * 6}:|{'-' * 42}:|"  # of 100 signs


def columns(cell: str, to: str) -> list[float]:
    text = pandoc(
        f"| Indicator | White | Verdict |\n{RULE}\n| Harassment from staff | {cell} | worse |\n\n"
        ": Words {#tbl-x .keep-widths-on-paper}\n",
        to, "tables",
    )  # fmt: skip
    found = re.search(r"columns: \(([^)]*)\)", text)
    assert found
    return [float(share.strip(" %")) for share in found[1].split(",") if share.strip()]


def test_the_widths_are_those_that_were_given() -> None:
    assert columns("21.2%", "typst") == pytest.approx([50, 7, 43], abs=0.1)


def test_a_word_that_is_wider_than_its_column_makes_room() -> None:
    _, narrow, _ = columns("suppressed figures", "typst")
    assert narrow > 9


def test_a_page_lays_the_table_out_by_itself() -> None:
    page = pandoc(
        f"| Indicator | White | Verdict |\n{RULE}\n| Harassment | 21.2% | worse |\n\n"
        ": Words {#tbl-x .keep-widths-on-paper}\n",
        "html", "tables",
    )  # fmt: skip
    assert "min-width" not in page
    assert "width:" not in page.replace("min-width", "")
