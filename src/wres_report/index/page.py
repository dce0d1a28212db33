"""The page as a whole: what stands round the table, and what the page is allowed to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

from wres_report.index.cells import LOOKS
from wres_report.index.filters import Filter, Register, filters_of, lists
from wres_report.index.parts import Part, parts_of
from wres_report.index.report import LeftOut, Report
from wres_report.index.table import (
    Column,
    columns_of,
    least_width,
    shown_indicators,
    table,
    table_style,
)
from wres_report.index.words import span_of_years
from wres_report.indicators.kinds import kind_of
from wres_report.measures import verdicts
from wres_report.page_frame.frame import framed
from wres_report.standard import Indicator
from wres_report.words import counted, listed, runs

FOLDER = Path(__file__).parent
# In rem: what stands side by side on a screen of 1280 pixels.
WIDEST = 77.5
Columns = Mapping[str, Sequence[Column]]
LEFT_OUT_SHOWN = 20


def page(
    reports: Sequence[Report], left_out: Sequence[LeftOut], register: Register | None = None
) -> str:
    """The whole page; it holds all that it needs. register: of the trusts, by their codes."""
    parts = parts_of(reports)
    columns = {part.id: columns_of(part) for part in parts}
    title = f"{listed([part.short for part in parts])} reports"
    content = (
        _content(parts, columns, filters_of(reports, register or {}))
        if reports
        else _file("empty.html")
    )
    return framed(
        title=title,
        skip="Skip to the reports",
        cover=_cover(title, reports, parts),
        content=f"{content}\n{_left_out(left_out)}",
        style=_style(parts, columns),
        script=_file("page.js") if reports else "",
        below=_file("foot.html"),
    )


def _cover(title: str, reports: Sequence[Report], parts: Sequence[Part]) -> str:
    return (
        f"<p>{escape(' · '.join(part.title for part in parts))}</p>\n<h1>{escape(title)}</h1>\n"
        f'<ul class="cover-facts" role="list">{_facts(reports, parts)}</ul>'
    )


def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _style(parts: Sequence[Part], columns: Columns) -> str:
    """The style, with a label for each cell where the table's head is not in sight."""
    labels = []
    for part in parts:
        said = {"td.year": f"{part.short} year", "thead tr + tr": f"Sort by {part.noun}"}
        said |= {f"td.{i.id}": f"{i.label}\N{NO-BREAK SPACE}{i.short}" for i in part.indicators}
        labels += [
            f'  #{part.name} {of}::before {{ content: "{_in_css(words)}"; }}'
            for of, words in said.items()
        ]
    phone = "@media screen and (max-width: 48rem) {\n" + "\n".join(labels) + "\n}\n"
    tables = "".join(table_style(part, columns[part.id]) for part in parts)
    return f"{tables}{_file('page.css')}{phone}"


def _in_css(text: str) -> str:
    return "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text)


def _facts(reports: Sequence[Report], parts: Sequence[Part]) -> str:
    facts = [counted(len(reports), "report")]
    if reports:
        facts.append(counted(len({report.code for report in reports}), "trust"))
        short = parts[0].short if len(parts) == 1 else ""
        facts.append(span_of_years((report.year for report in reports), short))
    synthetic = sum(report.synthetic for report in reports)
    if synthetic:
        facts.append("all with synthetic data" if synthetic == len(reports) else
                     f"{synthetic:,} with synthetic data")  # fmt: skip
    return "".join(f"<li>{fact}</li>" for fact in facts)


def _content(parts: Sequence[Part], columns: Columns, filters: Sequence[Filter]) -> str:
    alone = len(parts) == 1
    return Template(_file("reports.html")).substitute(
        parts="\n".join(_part(part, columns[part.id], filters, alone=alone) for part in parts),
        lists=lists(filters),
    )


def _part(part: Part, columns: Sequence[Column], filters: Sequence[Filter], *, alone: bool) -> str:
    shown = shown_indicators(part)
    return Template(_file("part.html")).substitute(
        name=part.name,
        short=escape(part.short),
        title="Reports" if alone else f"{escape(part.short)} reports",
        total=f"{len(part.reports):,}",
        reports=counted(len(part.reports), "report"),
        key=_key(part, shown, alone=alone) if part.standard and shown else "",
        table=table(part, columns, filters),
        wide=" wide" if least_width(columns) > WIDEST else "",
    )


def _key(part: Part, shown: Sequence[Indicator], *, alone: bool) -> str:
    standard = part.standard
    assert standard is not None
    missing = [i.label for i in standard.indicators if i.stands_for and i not in shown]
    terms = {report.term for report in part.reports if report.term}
    term = terms.pop() if len(terms) == 1 else standard.groups.term
    judged = "".join(
        f" The verdict on {standard.noun} {i.label} is about {i.words['senior']}."
        for i in standard.of_kind("representation")
    )
    return Template(_file("key.html")).substitute(
        name=part.name,
        of="" if alone else f" of {escape(part.short)} reports",
        judged=escape(judged),
        indicators="".join(_indicator(indicator) for indicator in shown),
        missing=f"<p>No report has a figure for {_those(standard.noun, missing)}.</p>"
        if missing
        else "",
        marks="".join(_mark(verdict, words) for verdict, words in _marks(term)),
    )


def _those(noun: str, labels: list[str]) -> str:
    return f"{noun}{'s' if len(labels) > 1 else ''} {runs(labels)}"


def _indicator(indicator: Indicator) -> str:
    measure = kind_of(indicator).what
    what = f" <span>({measure})</span>" if measure else ""
    return f"<li><b>{escape(indicator.label)}</b> {escape(indicator.short)}{what}</li>"


def _marks(term: str) -> list[tuple[verdicts.Verdict, str]]:
    return [
        (verdicts.WORSE, f"worse for {term} staff, or {term} staff under-represented"),
        (verdicts.BETTER, f"better for {term} staff"),
        (verdicts.NO_CLEAR_DIFFERENCE, "no clear difference"),
        (verdicts.of_board(1, 1), "the board, in seats; chance is not weighed"),
        (verdicts.TOO_FEW, "too few to tell, or counts not supplied"),
        (verdicts.NOT_SUPPLIED, "not supplied, not calculable or suppressed"),
        (verdicts.unweighed(""), "no comparison that could be weighed"),
    ]


def _mark(verdict: verdicts.Verdict, words: str) -> str:
    look = LOOKS.get(verdict.code, "open")
    return f'<li class="{look}"><span>{verdict.shape}</span> {escape(words)}</li>'


def _left_out(left_out: Sequence[LeftOut]) -> str:
    if not left_out:
        return ""
    shown = ", ".join(f"{folder.place} ({folder.why})" for folder in left_out[:LEFT_OUT_SHOWN])
    if len(left_out) > LEFT_OUT_SHOWN:
        shown += f" and {len(left_out) - LEFT_OUT_SHOWN:,} more"
    it, its = ("it", "its folder") if len(left_out) == 1 else ("them", "their folders")
    return (
        f'<p class="left-out"><strong>Left out:</strong> {escape(shown)}. '
        f"Build {it} again with <code>wres build</code>, or delete {its}.</p>"
    )
