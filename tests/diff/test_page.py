"""The page of a difference: whole in itself, in the order of the tiers, nothing by colour alone."""

from __future__ import annotations

import base64
import hashlib

from bs4 import BeautifulSoup

from tests.diff_tools import RATIO, WORSE, a_build, a_picture, an_action, percent, ratio
from wres_report.diff.compare import compare
from wres_report.diff.model import Build, Picture, Tier
from wres_report.diff.page import page

EVIL = '<script>alert("&")</script>'


def page_of(old: Build, new: Build) -> BeautifulSoup:
    return BeautifulSoup(page(compare(old, new)), "html.parser")


def two_years() -> tuple[Build, Build]:
    old = a_build(
        2020, values={"i2.ratio": RATIO, "i5.gap": percent(7, 9), "i3.ratio": ratio(1.2)},
        verdicts={"i2": WORSE}, narrative={"foreword": "One two."}, plan=(an_action(),),
        pictures={"fig-i2": a_picture()},
    )  # fmt: skip
    new = a_build(
        2021, values={"i2.ratio": ratio(3.0, 2.9, 3.1), "i5.gap": percent(8, 9)},
        narrative={"foreword": "One three."}, plan=(an_action(lead=("A & B",)),),
        pictures={"fig-i2": a_picture(b"new", "New alt")},
    )  # fmt: skip
    return old, new


def test_every_tier_has_a_heading_in_order_and_a_link_to_it() -> None:
    found = page_of(*two_years())
    for tier, heading in zip(Tier, found.select("section h2"), strict=True):
        assert heading.get_text().startswith(f"{tier:d}. {tier.title}")
        assert heading.find_parent("section")["id"] == f"tier-{tier:d}"
    links = [a["href"] for a in found.select("nav a")]
    assert links == [f"#tier-{tier:d}" for tier in Tier]


def test_a_tier_with_nothing_says_so() -> None:
    found = page_of(a_build(), a_build())
    assert len(found.select("section p.nothing")) == len(Tier)
    assert not found.select("table, article, img")
    assert "0 changes" in found.select_one("nav h2").get_text()


def test_tables_have_a_head_for_every_column_and_every_row() -> None:
    for table in page_of(*two_years()).select("table"):
        heads = table.select("thead th[scope=col]")
        for row in table.select("tbody tr"):
            assert len(row.select("th[scope=row]")) == 1
            assert len(row.select("th, td")) == len(heads)


def test_chance_is_told_by_a_shape_and_words_and_only_between_years() -> None:
    old, new = two_years()
    text = page_of(old, new).get_text(" ")
    assert "◆ beyond chance" in text
    assert "● within chance" in text
    same = page_of(a_build(values={"i2.ratio": RATIO}), a_build(values={"i2.ratio": ratio(2)}))
    assert "chance" not in same.select_one("#tier-1 table").get_text()


def test_changed_words_are_elements_and_not_colours_alone() -> None:
    found = page_of(*two_years())
    article = found.select_one("#tier-4 article")
    assert (article.select_one("del").get_text(), article.select_one("ins").get_text()) == (
        "two.", "three.",
    )  # fmt: skip


def test_pictures_stand_side_by_side_with_their_text_alternatives() -> None:
    old, new = page_of(*two_years()).select("#tier-6 figure img")
    assert (old["alt"], new["alt"]) == ("A chart", "New alt")
    assert base64.b64decode(new["src"].partition(",")[2]) == b"new"


def test_a_pin_tells_what_its_picture_showed() -> None:
    old, new = two_years()
    pinned = a_build(pictures={"fig-i2": Picture("What it showed", "0" * 64)}, pinned=True)
    text = page_of(pinned, new).get_text(" ")
    assert "a pin keeps no picture. It showed: What it showed" in text
    assert "the approved version" in text
    assert old.name in page_of(old, new).get_text()


def test_nothing_in_a_build_is_read_as_markup() -> None:
    old = a_build(about={"name": EVIL}, narrative={"foreword": "x"}, variables={"facts.x": "1"})
    new = a_build(
        about={"name": EVIL}, narrative={"foreword": EVIL}, variables={"facts.x": EVIL},
        plan=(an_action(EVIL, action=EVIL),), pictures={EVIL: a_picture(b"x", EVIL)},
    )  # fmt: skip
    found = page_of(old, new)
    assert not found.select("script")
    assert found.select_one("img")["alt"] == EVIL
    assert found.select_one("header p").get_text() == EVIL


def test_the_page_loads_nothing_and_allows_its_own_style_alone() -> None:
    found = page_of(*two_years())
    (policy,) = found.select('meta[http-equiv="Content-Security-Policy"]')
    (style,) = found.select("style")
    digest = base64.b64encode(hashlib.sha256(style.string.encode()).digest()).decode()
    assert policy["content"] == (
        f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; script-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not found.select("[style], [onclick], link, iframe")
    assert "://" not in str(found)


def test_the_same_builds_give_the_same_bytes() -> None:
    assert page(compare(*two_years())) == page(compare(*two_years()))
