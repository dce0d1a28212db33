"""What was measured goes between the marks of the page on speed, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.page import BEGIN, END, conditions, renew


def test_the_table_of_a_run_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    page, picture, shown = (tmp_path / name for name in ("page.md", "new.png", "shown.png"))
    page.write_text(f"# Head\n\n{BEGIN}\n\nold\n\n{END}\n\ntail\n", encoding="utf-8")
    picture.write_bytes(b"picture")
    for text in ("first", "second"):
        renew(text, picture, page, shown)
    assert page.read_text(encoding="utf-8") == (f"# Head\n\n{BEGIN}\n\nsecond\n\n{END}\n\ntail\n")
    assert shown.read_bytes() == b"picture"


def test_a_page_without_marks_is_left_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Head\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no place"):
        renew("table", page, page, tmp_path / "shown.png")
    assert page.read_text(encoding="utf-8") == "# Head\n"


def test_the_page_on_speed_has_a_place_for_what_is_measured(repository: Path) -> None:
    text = (repository / "docs/explanation/speed.md").read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
    assert text.index(BEGIN) < text.index(END)


def test_what_was_measured_says_when_and_of_which_revision() -> None:
    assert "Measured on " in conditions()
    assert "revision `" in conditions()
