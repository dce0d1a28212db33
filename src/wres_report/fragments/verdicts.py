"""What the verdicts add up to: the headline, the strengths, where to act, what is open."""

from __future__ import annotations

from wres_report.fragments.context import ReportContext
from wres_report.fragments.summary import Row, distance_from_parity, summary_rows
from wres_report.markdown import escape

NUMBER_WORDS = ("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "All nine")


def headline(report: ReportContext) -> str:
    """How many verdicts are of which kind, and the worst and the best of them."""
    rows = summary_rows(report)
    worse = _by_distance(rows, "worse")
    better = _by_distance(rows, "better")
    term = escape(report.term)
    sentences = [
        f"{_of_nine(len(worse))} worse for {term} staff and "
        f"{NUMBER_WORDS[len(better)].lower() if len(better) < 9 else 'nine'} "
        f"{'is' if len(better) == 1 else 'are'} better; the others show no clear difference or "
        "cannot be told."
    ]
    lines = ["".join(sentences), ""]
    if worse:
        lines.append(f"**Furthest from parity:** {_one_line(report, worse[0])}")
        lines.append("")
    if better:
        lines.append(f"**Most in favour of {term} staff:** {_one_line(report, better[0])}")
        lines.append("")
    return "\n".join(lines)


def strengths(report: ReportContext) -> str:
    rows = _by_distance(summary_rows(report), "better")
    level = [r for r in summary_rows(report) if r.handover.verdict["code"] == "no_clear_difference"]
    lines = [_bullet(report, row) for row in rows]
    lines += [_bullet(report, row) for row in level]
    if not lines:
        return "No indicator shows an advantage for, or clear parity of, the two groups this year."
    return "\n".join(lines) + "\n"


def focus(report: ReportContext) -> str:
    rows = _by_distance(summary_rows(report), "worse")
    if not rows:
        return f"No indicator is clearly worse for {escape(report.term)} staff this year."
    return "\n".join(_bullet(report, row) for row in rows) + "\n"


def unclear(report: ReportContext) -> str:
    open_codes = {"too_few", "without_counts", "not_supplied", "not_calculable", "suppressed"}
    rows = [r for r in summary_rows(report) if r.handover.verdict["code"] in open_codes]
    if not rows:
        return "Every indicator could be told."
    return "\n".join(_bullet(report, row) for row in rows) + "\n"


def _by_distance(rows: list[Row], code: str) -> list[Row]:
    chosen = [row for row in rows if row.handover.verdict["code"] == code]
    return sorted(chosen, key=distance_from_parity, reverse=True)


def _of_nine(count: int) -> str:
    verb = "is" if count == 1 else "are"
    if count == 9:
        return f"All nine indicators {verb}"
    return f"{NUMBER_WORDS[count]} of the nine indicators {verb}"


def _bullet(report: ReportContext, row: Row) -> str:
    verdict = row.handover.verdict
    return f"- {verdict['shape']} {_one_line(report, row)}"


def _one_line(report: ReportContext, row: Row) -> str:
    verdict = row.handover.verdict
    name = f"[Indicator {row.indicator.number}](#sec-{row.indicator.id})"
    figures = _figures(report, row)
    return (
        f"{name}, {_lower_first(report.short(row.indicator))}: {figures}{escape(verdict['words'])}."
    )


def _figures(report: ReportContext, row: Row) -> str:
    term = escape(report.term)
    if row.indicator.measure == "board" and row.figure.ok:
        return f"{row.bme} of voting members, {row.figure.shown} against the workforce; "
    if row.indicator.measure == "representation":
        if row.figure.ok:
            senior = report.value("i1.senior_bme_percent")
            shown = senior.shown if senior is not None else ""
            return f"{shown} {term} at band 8a and above, {row.bme} of all staff; "
        return f"{row.bme} of all staff are {term}; "
    if not row.figure.ok:
        return ""
    unit = "ratio" if row.indicator.measure == "likelihood" else "gap"
    return f"{term} {row.bme}, White {row.white}, {unit} {row.figure.shown}; "


def _lower_first(text: str) -> str:
    return text if text[:2].isupper() else text[0].lower() + text[1:]
