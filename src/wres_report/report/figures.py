"""The figures of a project: marked wherever they are printed, each with its card."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wres_report.narrative.variables import bind
from wres_report.report.cards.marking import (
    mark_figures,
    mark_notebook,
    mark_variables,
    marked_keys,
)
from wres_report.report.cards.model import Origin
from wres_report.report.cards.origins import Origins
from wres_report.report.cards.outside import mark_outside
from wres_report.report.cards.page import cards
from wres_report.report.parts.context import ReportContext

CARDS = "fragments/figures.md"
FENCE = "``````"
TAKEN_IN = re.compile(r"\{\{< (?:include|embed) ([^\s#>]+)")


@dataclass(frozen=True)
class Words:
    """What texts are bound to. variables: by contract key. known: whether a key is a figure.

    outside: the origins of the figures from outside that stood in the texts so far, by key.
    """

    variables: dict[str, str]
    known: Callable[[str], bool]
    outside: dict[str, Origin] = field(default_factory=dict)

    def bound(self, text: str, where: str) -> str:
        """A text of the trust's with its variables; raises a narrative fault as ``bind`` does."""
        text, outside = mark_outside(text)
        self.outside.update(outside)
        return bind(mark_variables(text, self.known), self.variables, where)

    def shown(self, text: str) -> str:
        """A text of the program's own, in which the figures are marked."""
        return mark_figures(text, self.known)


def write_notebooks(
    folder: Path, report: ReportContext, notebooks: Mapping[str, bytes], words: Words
) -> dict[str, dict[str, Any]]:
    """Write the executed notebooks into a new folder, with their figures marked.

    notebooks: as files, by name. Returns the forms of their charts, by label.
    """
    folder.mkdir()
    charts: dict[str, dict[str, Any]] = {}
    # Those of one notebook know of all its cells.
    handovers = {indicator.notebook: handover for indicator, handover in report.rows()}
    for name, content in sorted(notebooks.items()):
        shown, its_charts = mark_notebook(content, handovers[name], words.known)
        (folder / f"{name}.ipynb").write_bytes(shown)
        charts |= its_charts
    return charts


def write_cards(project: Path, origins: Origins, words: Words) -> str:
    """Write the cards of all figures that the main document of a project shows, for its page.

    Returns their HTML.
    """
    texts: dict[str, str] = {}
    _take_in(project, "index.qmd", texts)
    keys = set[str]().union(*map(marked_keys, texts.values()))
    outside = [words.outside[key] for key in sorted(keys & set(words.outside))]
    html = cards([*origins.with_parts(keys), *outside])
    text = f"{FENCE}{{=html}}\n{html}\n{FENCE}\n"
    (project / CARDS).write_text(text, encoding="utf-8", newline="\n")
    return html


def _take_in(project: Path, name: str, texts: dict[str, str]) -> None:
    """Add a file of the project, and all that it includes and embeds, to ``texts`` by name."""
    path = project / name
    if name in texts or not path.is_file():  # the renderer tells what is wrong with it
        return
    texts[name] = path.read_text(encoding="utf-8")
    for inner in TAKEN_IN.findall(texts[name]) if path.suffix != ".ipynb" else ():
        _take_in(project, inner, texts)
