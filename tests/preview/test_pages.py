"""What the preview adds to a page, and what it shows in its place."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from wres_report.inputs.trust_year import TrustYear
from wres_report.preview.pages import (
    fault_page,
    reloading,
    version_of,
    waiting_page,
    with_banner,
)

ZZX = TrustYear("ZZX", 2021)
PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head><title>A report</title></head>
<body>
<main><h1>A report</h1><p>24.3%</p></main>
</body>
</html>
"""
text = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=200)


@settings(deadline=None, derandomize=True, database=None)
@given(text | text.map(lambda inner: f"</pre><script>{inner}</script><b>&lt;"))
def test_a_fault_is_text_whatever_stands_in_it(fault: str) -> None:
    for page in (with_banner(PAGE, f"|{fault}|"), fault_page(ZZX, f"|{fault}|")):
        read = BeautifulSoup(page, "html.parser")
        shown = read.find("pre")
        assert shown is not None
        assert shown.get_text() == f"|{fault}|"
        assert not shown.find_all()
        assert not read.find_all("script")


def test_a_banner_comes_first_and_leaves_the_page_as_it_is() -> None:
    read = BeautifulSoup(with_banner(PAGE, "Blocked."), "html.parser")
    first = read.body.find(True)
    assert first.name == "aside"
    assert read.find(id=first["aria-labelledby"]).name == "h2"
    assert read.main.decode() in PAGE


def test_a_banner_does_not_move_the_page_and_is_not_printed() -> None:
    style = BeautifulSoup(with_banner(PAGE, "Blocked."), "html.parser").find("style").string
    assert "position: fixed" in style
    assert "@media print { .preview-fault { display: none; }" in style


@pytest.mark.parametrize("page", [PAGE, fault_page(ZZX, "Blocked."), waiting_page(ZZX)])
def test_every_page_knows_its_own_version_and_loads_nothing(page: str) -> None:
    read = BeautifulSoup(reloading(page), "html.parser")
    (script,) = read.find_all("script")
    assert script["data-version"] == version_of(page)
    assert script.parent.name == "body"
    assert not read.find_all(src=True)
    assert not read.find_all("link")


def test_pages_that_differ_have_other_versions() -> None:
    pages = {PAGE, PAGE.replace("24.3", "24.4"), with_banner(PAGE, "a"), with_banner(PAGE, "b")}
    assert len({version_of(page) for page in pages}) == 4


@pytest.mark.parametrize("page", [fault_page(ZZX, "Blocked."), waiting_page(ZZX)])
def test_a_page_in_place_of_the_report_has_a_heading_a_title_and_landmarks(page: str) -> None:
    read = BeautifulSoup(page, "html.parser")
    assert read.html["lang"] == "en-GB"
    assert "ZZX/2021" in read.title.string
    assert [one.name for one in read.find_all(["h1", "main", "header"])] == ["header", "main", "h1"]
    assert "$" not in page
