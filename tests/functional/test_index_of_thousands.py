"""The page of all reports with two thousand of them: nobody who types or sorts is held up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.functional.reports import many
from wres_report.index.page import page as page_of

pytestmark = [pytest.mark.functional, pytest.mark.browser]


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    target = tmp_path / "index.html"
    target.write_text(page_of(list(many(2120)), []), encoding="utf-8")
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(target.as_uri())
    yield opened
    opened.close()


def test_typing_touches_only_the_rows_that_come_or_go(page: Any) -> None:
    typed = page.evaluate(
        """async () => {
          const field = document.getElementById("find"), typed = [];
          const rows = [...document.querySelectorAll("tbody tr")];
          let touched = 0;
          const watch = new MutationObserver((records) => { touched += records.length; });
          for (const row of rows) watch.observe(row, { attributes: true, childList: true });
          for (const text of ["t", "tr", "trust 1", "trust 12", "trust 12", "tr", "x", ""]) {
            const before = rows.map(row => row.hidden);
            touched = 0;
            field.value = text;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
            for (let frames = 0; frames < 30; frames += 1) await new Promise(requestAnimationFrame);
            const changed = rows.filter((row, place) => row.hidden !== before[place]).length;
            typed.push([touched + watch.takeRecords().length, changed]);
          }
          return typed;
        }"""
    )
    assert all(touched == changed for touched, changed in typed)
    assert typed[3][1] > 0
    assert typed[4] == [0, 0]
    assert typed[-1][1] == 2120


def test_of_two_thousand_rows_a_screenful_comes_at_once_and_the_rest_frame_by_frame(
    page: Any,
) -> None:
    seen = page.evaluate(
        """async () => {
          const field = document.getElementById("find"), seen = [];
          const rows = [...document.querySelectorAll("tbody tr")];
          const shown = () => rows.filter(row => !row.hidden).length;
          const type = (text) => {
            field.value = text;
            field.dispatchEvent(new InputEvent("input", { bubbles: true }));
            seen.push([shown(), document.querySelector("[role=status]").textContent]);
          };
          type("x y z");
          type("");
          dispatchEvent(new Event("beforeprint"));
          seen.push([shown(), ""]);
          type("x y z");
          type("");
          type("trust 12");
          for (let frames = 0; frames < 30; frames += 1) await new Promise(requestAnimationFrame);
          seen.push([shown(), ""]);
          return seen;
        }"""
    )
    assert seen[0] == [0, "0 of 2,120 reports shown"]
    at_once, words = seen[1]
    assert 2160 / 60 <= at_once <= 200  # they fill a tall screen, each being 60 pixels or more
    assert words == "2,120 of 2,120 reports shown"
    assert seen[2][0] == 2120  # on paper all are there
    # What a search before was still to show does not come into the next one.
    assert seen[-1][0] == int(seen[5][1].split()[0])


@pytest.mark.parametrize("sought", ["", "trust 12", "x y z"])
def test_two_thousand_rows_are_sorted_a_screenful_at_once_and_the_rest_frame_by_frame(
    page: Any, sought: str
) -> None:
    page.fill("#find", sought)
    seen = page.evaluate(
        """async () => {
          const head = document.querySelector("thead .i2 button"), seen = [];
          const number = (row) => Number(row.querySelector(".i2").dataset.n);
          const rows = () => [...document.querySelectorAll("tbody tr")];
          const order = () => rows().map(number);
          head.click();
          head.click();
          const atOnce = order();
          seen.push(rows().filter(row => !row.hidden).slice(0, 40).map(number));
          for (let frames = 0; frames < 30; frames += 1) await new Promise(requestAnimationFrame);
          seen.push(order());
          head.click();
          dispatchEvent(new Event("beforeprint"));
          seen.push(order());
          head.click();
          document.querySelector("#find").dispatchEvent(new InputEvent("input"));
          seen.push(order());
          seen.push(atOnce);
          return seen;
        }"""
    )
    down = sorted(seen[1], reverse=True)
    assert len(set(down)) == 2120  # each has another figure
    assert seen[0] == sorted(seen[0], reverse=True)
    assert len(seen[0]) == (0 if sought == "x y z" else 40)
    assert seen[1] == down
    assert (seen[4] == down) == (sought == "x y z")  # the others wait for a frame
    assert seen[2] == down[::-1]  # on paper all stand where they belong
    assert seen[3] == down  # and a search goes through them in that order
