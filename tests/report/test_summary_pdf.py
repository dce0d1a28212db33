"""The summary on one page, read by pypdf."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from tests.conftest import Command

CASES = ("ZZX/2021", "RV9/2021", "RYC/2017", "LON/2020", "ZZX/2021/wdes")


@pytest.fixture(scope="module")
def pages(built_as: Callable[..., dict[str, Path]]) -> dict[str, Path]:
    return built_as("summary", CASES)


def words(page: Path) -> str:
    return " ".join(PdfReader(page).pages[0].extract_text().split())


def tags(page: Path) -> list[DictionaryObject]:
    """The elements of the page's structure, in the order of reading."""
    found, waiting = [], [PdfReader(page).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if not isinstance(element, DictionaryObject):
            continue
        if "/S" in element:
            found.append(element)
        children = element.get("/K", [])
        waiting += reversed(children if isinstance(children, list) else [children])
    return found


def test_each_is_one_page_of_a4(pages: dict[str, Path]) -> None:
    for page in pages.values():
        (only,) = PdfReader(page).pages
        assert (round(only.mediabox.width), round(only.mediabox.height)) == (595, 842)


def test_it_is_tagged_with_title_and_language_and_one_heading_above_the_others(
    pages: dict[str, Path],
) -> None:
    for page in pages.values():
        root = PdfReader(page).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert str(root["/Lang"]).lower() == "en-gb"
        assert "one page" in PdfReader(page).metadata.title
        kinds = [element["/S"] for element in tags(page)]
        assert kinds.count("/H1") == 1
        assert kinds.count("/H2") == 2
        assert "/Table" in kinds
        assert "/TH" in kinds


def test_every_picture_has_an_alternative(pages: dict[str, Path]) -> None:
    figures = [element for element in tags(pages["ZZX/2021"]) if element["/S"] == "/Figure"]
    assert len(figures) == 9
    assert all("against parity" in str(figure["/Alt"]) for figure in figures)


def test_it_holds_the_figures_of_the_results_and_the_actions_with_leads(
    pages: dict[str, Path],
) -> None:
    results = json.loads((pages["ZZX/2021"].parent / "results.json").read_text("utf-8"))["values"]
    told = words(pages["ZZX/2021"])
    for key in ("i2.ratio", "i5.gap", "i8.bme_percent"):
        assert " ".join(results[key]["display"].split()) in told
    assert "Head of Resourcing" in told
    assert "Synthetic data" in told


def test_nothing_on_it_leads_into_a_report_that_is_not_there(pages: dict[str, Path]) -> None:
    for page in pages.values():
        (only,) = PdfReader(page).pages
        links = [a.get_object() for a in only.get("/Annots", [])]
        assert not [link for link in links if "/Dest" in link]


def test_the_same_report_gives_the_same_bytes(
    pages: dict[str, Path], wres: Command, tmp_path: Path
) -> None:
    done = wres(
        "build", "RYC/2017", "--to", "summary", "--renderer", "embedded", "--force",
        "--out", str(tmp_path), folder=pages["RYC/2017"].parents[3],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "RYC/2017/summary.pdf").read_bytes() == pages["RYC/2017"].read_bytes()
