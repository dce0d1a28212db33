"""The cell that the guide shows for looking at the data runs as it stands and draws both groups."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import matplotlib as mpl
import pytest

PAGE = Path("docs/how-to/work-in-a-notebook.md")


def test_the_chart_of_ones_own_is_drawn_as_the_guide_says(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mpl.use("agg")
    monkeypatch.chdir(repository)
    section = PAGE.read_text(encoding="utf-8").partition("in a way of your own\n")[2]
    (block,) = re.findall(r"(?:^ {4}.*\n|^\n)+", section.partition("\n## ")[0], re.MULTILINE)[1:2]
    names: dict[str, object] = {}
    exec(compile(textwrap.dedent(block), str(PAGE), "exec"), names)  # the example itself
    chart = names["chart"]
    lines = [line for line in chart.get_lines() if len(line.get_xdata())]  # type: ignore[attr-defined]
    assert len(lines) == 2
    assert {text.get_text() for text in chart.get_legend().get_texts()} == {"white", "bme"}  # type: ignore[attr-defined]
    assert max(max(line.get_ydata()) for line in lines) == 17.3
