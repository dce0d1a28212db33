"""The page as a whole: what stands round the table, and what the page is allowed to do."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from wres_report.index.cells import LOOKS
from wres_report.index.filters import Filter, Register, filters_of, lists
from wres_report.index.report import LeftOut, Report
from wres_report.index.table import Column, columns_of, shown_indicators, table, table_style
from wres_report.index.words import span_of_years
from wres_report.measures import verdicts
from wres_report.page_policy import policy
from wres_report.standard import Indicator, load_standard
from wres_report.words import counted, runs

FOLDER = Path(__file__).parent
MEASURES = {"representation": "", "likelihood": "ratio", "survey": "gap", "board": "difference"}
LEFT_OUT_SHOWN = 20


def page(
    reports: Sequence[Report], left_out: Sequence[LeftOut], register: Register | None = None
) -> str:
    """The whole page; it holds all that it needs. register: of the trusts, by their codes."""
    columns = columns_of(reports)
    style, script = _style(columns), _file("page.js") if reports else ""
    return Template(_file("page.html")).substitute(
        policy=policy([style], [script] if script else []),
        style=style,
        facts=_facts(reports),
        content=_content(reports, columns, filters_of(reports, register or {}))
        if reports
        else _file("empty.html"),
        left_out=_left_out(left_out),
        script=f"<script>{script}</script>" if script else "",
    )


def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _style(columns: Sequence[Column]) -> str:
    """The style, with a label for each indicator where the table's head is not in sight."""
    labels = "\n".join(
        f'  td.{i.id}::before {{ content: "{i.number}\\a0 {_in_css(i.short)}"; }}'
        for i in load_standard().indicators
    )
    labels = f"@media screen and (max-width: 48rem) {{\n{labels}\n}}\n"
    return f"\n{table_style(columns)}{_file('page.css')}{labels}"


def _in_css(text: str) -> str:
    return "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text)


def _facts(reports: Sequence[Report]) -> str:
    facts = [counted(len(reports), "report")]
    if reports:
        facts.append(counted(len({report.code for report in reports}), "trust"))
        facts.append(span_of_years(report.year for report in reports))
    synthetic = sum(report.synthetic for report in reports)
    if synthetic:
        facts.append("all with synthetic data" if synthetic == len(reports) else
                     f"{synthetic:,} with synthetic data")  # fmt: skip
    return "".join(f"<li>{fact}</li>" for fact in facts)


def _content(
    reports: Sequence[Report], columns: Sequence[Column], filters: Sequence[Filter]
) -> str:
    shown = shown_indicators(reports)
    return Template(_file("reports.html")).substitute(
        total=f"{len(reports):,}",
        key=_key(reports, shown) if shown else "",
        table=table(reports, columns, filters),
        lists=lists(filters),
    )


def _key(reports: Sequence[Report], shown: Sequence[Indicator]) -> str:
    missing = [i.number for i in load_standard().indicators if i not in shown]
    terms = {report.term for report in reports if report.term} or {"BME"}
    term = terms.pop() if len(terms) == 1 else "BME"
    return Template(_file("key.html")).substitute(
        indicators="".join(_indicator(indicator) for indicator in shown),
        missing=f"<p>No report has a figure for {_indicators(missing)}.</p>" if missing else "",
        marks="".join(_mark(verdict, words) for verdict, words in _marks(term)),
    )


def _indicators(numbers: list[int]) -> str:
    return f"indicator{'s' if len(numbers) > 1 else ''} {runs(numbers)}"


def _indicator(indicator: Indicator) -> str:
    measure = MEASURES.get(indicator.measure)
    what = f" <span>({measure})</span>" if measure else ""
    return f"<li><b>{indicator.number}</b> {escape(indicator.short)}{what}</li>"


def _marks(term: str) -> list[tuple[verdicts.Verdict, str]]:
    return [
        (verdicts.WORSE, f"worse for {term} staff, or {term} under-represented"),
        (verdicts.BETTER, f"better for {term} staff"),
        (verdicts.NO_CLEAR_DIFFERENCE, "no clear difference"),
        (verdicts.of_board(0, 0), "the board, in seats; chance is not weighed"),
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
