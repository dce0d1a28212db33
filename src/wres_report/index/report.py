"""What the page says of one report, and of a folder that it cannot show."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from wres_report.indicators.kinds import kind_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import Indicator, Standard, load_standard

ACTIONS, OVERDUE = "plan.actions", "plan.overdue"
# What a page must not hold, and what would turn the direction of the text around it.
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True)
class Figure:
    """A figure as the report prints it.

    text: the figure, or its status in words. number: to sort by; None unless there is one.
    code, shape, verdict: of an indicator's verdict, empty where it has none.
    """

    text: str
    number: float | None
    code: str = ""
    shape: str = ""
    verdict: str = ""


@dataclass(frozen=True)
class Document:
    """One format of a report: its file's name and its size in bytes."""

    file: str
    size: int


@dataclass(frozen=True)
class Report:
    """One finished report. Texts are plain, not escaped; empty where the build did not say.

    figures: by indicator, such as ``i1``; those the report has. overdue: how many actions are.
    standard: what people call it, where it is not the usual one. gate: the gate's
    state, ``clean`` or ``notes`` in a report of ours.
    """

    trust_year: TrustYear
    name: str
    kind: str
    term: str
    action_year: str
    state: str
    published: str
    synthetic: bool
    figures: Mapping[str, Figure]
    actions: Figure | None
    overdue: float | None
    gate: str
    critical: int
    warnings: int
    documents: tuple[Document, ...]
    standard: str = ""

    @property
    def place(self) -> str:
        """Its folder, as a relative address."""
        return str(self.trust_year)

    @property
    def code(self) -> str:
        return self.trust_year.code

    @property
    def year(self) -> int:
        return self.trust_year.year


@dataclass(frozen=True, order=True)
class LeftOut:
    """A folder that looks like a report's and is not whole. why: a few words."""

    place: str
    why: str


def report_of(
    trust_year: TrustYear,
    results: Mapping[str, Any],
    quality: Mapping[str, Any],
    documents: tuple[Document, ...],
) -> Report:
    """The report that the two files tell of; what they lack or have in a wrong form is empty."""
    about, values, verdicts = (_block(results, key) for key in ("report", "values", "verdicts"))
    term = _text(about, "term")
    standard = standard_of(trust_year)
    found = {
        i.id: _headline(standard, i, values, _block(verdicts, i.id), term)
        for i in standard.indicators
    } if standard else {}  # fmt: skip
    figures = {name: figure for name, figure in found.items() if figure is not None}
    overdue = _figure(_block(values, OVERDUE), {})
    return Report(
        trust_year,
        _text(about, "name") or trust_year.code,
        _text(about, "kind"),
        term,
        _text(about, "action_year"),
        _text(about, "state"),
        _text(about, "published"),
        about.get("synthetic") is True,
        figures,
        _figure(_block(values, ACTIONS), {}),
        overdue.number if overdue else None,
        _text(quality, "state"),
        _count(quality, "critical"),
        _count(quality, "warnings"),
        documents,
        _text(about, "standard"),
    )


@cache
def standard_of(trust_year: TrustYear) -> Standard | None:
    """The standard of a report; None where it is a workspace's own, which is not read here."""
    try:
        return load_standard(trust_year.standard)
    except LookupError:
        return None


def _headline(
    standard: Standard, indicator: Indicator, values: Mapping[str, Any],
    verdict: Mapping[str, Any], term: str,
) -> Figure | None:  # fmt: skip
    """The figure that stands for an indicator."""
    figure = _figure(_block(values, indicator.headline_key), verdict)
    one_group = _block(values, kind_of(indicator).one_group(standard, indicator))
    if figure is None or figure.number is not None or _text(one_group, "status") != "ok":
        return figure
    # A percentage among gaps has no place in their order, so it is not sorted by.
    return replace(figure, text=f"{term or standard.groups.term} {_text(one_group, 'display')}")


def _figure(value: Mapping[str, Any], verdict: Mapping[str, Any]) -> Figure | None:
    status = _text(value, "status")
    text = _text(value, "display") if status == "ok" else status.replace("_", " ")
    words = _text(verdict, "words")
    if not text and not words:
        return None
    return Figure(
        text,
        _number(value.get("value")) if status == "ok" else None,
        _text(verdict, "code"),
        _text(verdict, "shape")[:1],
        words,
    )


def _block(content: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    block = content.get(key)
    return block if isinstance(block, dict) else {}


def _text(content: Mapping[str, Any], key: str) -> str:
    text = content.get(key)
    return plain(text) if isinstance(text, str) else ""


def plain(text: str) -> str:
    """The text in one line, without what a page must not hold."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return UNPRINTABLE.sub(" ", text).strip()


def _count(content: Mapping[str, Any], key: str) -> int:
    count = content.get(key)
    return count if isinstance(count, int) and not isinstance(count, bool) and count > 0 else 0


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None
