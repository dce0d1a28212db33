"""The first lines of a report: how many verdicts of which kind, the worst, what is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wres_report.indicators.kinds import kind_of
from wres_report.markdown import escape
from wres_report.measures.value import Unit
from wres_report.measures.verdicts import FOUR_FIFTHS, UNWEIGHED, told_from_chance
from wres_report.plans.model import ALL
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.list_table import text
from wres_report.report.parts.standing import plan_standing
from wres_report.report.parts.summary import Row, summary_rows
from wres_report.report.parts.verdicts import (
    MISSING,
    UNCERTAIN,
    adverse_side,
    beyond_range,
    code_of,
    doubt,
    in_two_sentences,
    link_to,
    of_codes,
)
from wres_report.words import agreeing, capitalised, day_in_words, listed, number_word

SEATS = ("short", "mirrors", "none_mirrors", "above")
# The kinds of figure that have a furthest of their own, in the order in which they are named.
KINDS = ("ratio", "survey gap", "survey score", "share of senior posts", "other figure")


def headline(report: ReportContext) -> str:
    """What a reader must know first: how many verdicts of which kind, the worst, what is done."""
    rows = summary_rows(report)
    worse, better = of_codes(rows, "worse"), of_codes(rows, "better")
    furthest = [
        (_among_all(report, rows, row, title, "worse"), row)
        for title, row in _furthest(worse, "Furthest from parity")
    ]
    best = [
        (_among_all(report, rows, row, title, "better"), row)
        for title, row in _furthest(better, f"Best for {escape(report.term)} staff")
    ]
    lines = [counts_of_verdicts(report, rows)]
    lines += [
        f"**{title}:** {in_two_sentences(report, row)}{doubt(report, row)}"
        for title, row in [*furthest, *best]
    ]
    beyond = [row for row in of_codes(rows, "without_counts") if beyond_range(row)]
    if beyond:
        lines.append(
            "**As published, without counts, so chance cannot be weighed:** "
            f"{'; '.join(_published(report, row) for row in beyond)}."
        )
    lines.append(f"**Since last year:** {since_last_year(report, rows)}")
    named = [row for _, row in furthest] + of_codes(rows, "short") + beyond
    done = _done_about(report, named)
    if done:
        lines.append(f"**What is planned:** {done}")
    return "\n\n".join(lines) + "\n"


def counts_of_verdicts(report: ReportContext, rows: Sequence[Row]) -> str:
    """How many of the indicators are of which kind; those that were not weighed apart."""
    term = escape(report.term)
    worse, better, open_ = (
        len(of_codes(rows, *codes)) for codes in (("worse",), ("better",), UNCERTAIN)
    )
    all_of_them = f"{number_word(len(rows))} {report.standard.row_noun}s"
    sentences = []
    if worse + better + open_:
        parts = [
            f"{number_word(worse)} {_is(worse)} worse for {term} staff",
            f"{number_word(better)} {_is(better)} better",
        ]
        if open_:
            parts.append(f"{number_word(open_)} {_is(open_)} too uncertain to say")
        sentences.append(f"Of the {all_of_them}, {listed(parts)}.")
    else:
        sentences.append(f"None of the {all_of_them} could be weighed.")
    for row in of_codes(rows, *SEATS):
        sentences.append(f"The board {_board(row)}.")
    without, missing = len(of_codes(rows, "without_counts")), len(of_codes(rows, *MISSING))
    if without:
        sentences.append(
            f"{capitalised(number_word(without))} {_is(without)} known only as published, without "
            "the counts that chance is weighed by."
        )
    if missing:
        sentences.append(
            "For none of them is there a figure to judge."
            if missing == len(rows)
            else f"For {number_word(missing)} there is no figure to judge."
        )
    apart = len(of_codes(rows, UNWEIGHED))
    if apart:
        sentences.append(f"{capitalised(number_word(apart))} {_is(apart)} told without a verdict.")
    return " ".join(sentences)


def _board(row: Row) -> str:
    verb = {"short": "is ", "above": "has "}.get(code_of(row), "")
    return f"{verb}{escape(row.handover.verdict['words'])}"


def _furthest(rows: Sequence[Row], title: str) -> list[tuple[str, Row]]:
    """Of each kind of figure the furthest, under its title; figures of two kinds do not compare."""
    kinds: dict[str, list[Row]] = {}
    for row in rows:
        kinds.setdefault(kind_of(row.indicator).ranked_as, []).append(row)
    return [
        (f"{title}, {kind}" if len(kinds) > 1 else title, max(chosen, key=_distance))
        for kind, chosen in sorted(kinds.items(), key=lambda pair: KINDS.index(pair[0]))
    ]


def _among_all(report: ReportContext, rows: Sequence[Row], row: Row, title: str, code: str) -> str:
    """The title with what it leaves out, where another figure of the kind lies further out.

    code: of the verdicts among which the row is the furthest. A figure of another verdict that
    lies further out on the same side may be chance; “furthest from parity” leaves out the other
    side as well.
    """
    kind = kind_of(row.indicator).ranked_as
    further = [
        other
        for other in rows
        if other.figure.ok
        and code_of(other) != code
        and kind_of(other.indicator).ranked_as == kind
        and _distance(other) > _distance(row)
    ]
    same_side = [other for other in further if adverse_side(other) == (code == "worse")]
    words, comma, rest = title.partition(", ")
    if code == "worse" and len(same_side) < len(further):
        words = f"Worst for {escape(report.term)} staff"
    return words + (" beyond chance" if same_side else "") + comma + rest


def furthest_of(rows: Sequence[Row]) -> list[Row]:
    """The largest ratio and the largest gap of some rows; the first one where there is neither."""
    return [row for _, row in _furthest(rows, "")]


def _distance(row: Row) -> float:
    """Within one kind: of gaps in points; of ratios as the larger of the ratio and its inverse."""
    if row.figure.unit is not Unit.RATIO:
        return abs(row.figure.number - row.parity)
    ratio = row.figure.number
    return max(ratio, 1 / ratio) if ratio > 0 else float("inf")


def since_last_year(report: ReportContext, rows: Sequence[Row]) -> str:
    """Which of the ratios and survey figures moved by more than chance, in which direction."""
    term, noun = escape(report.term), report.standard.noun
    moved: dict[str, list[str]] = {"better": [], "worse": []}
    compared = False
    for row in rows:
        indicator = row.indicator
        key = kind_of(indicator).moving(report.standard.groups)
        change = report.value(indicator.key(f"{key}.change")) if key else None
        if change is None or not change.ok:
            continue
        compared = True
        if not told_from_chance(change):
            continue
        # Not by parity: a ratio that falls from 1 is further from it, and better for the group.
        fell = change.number < 0
        moved["better" if fell == (indicator.better != "higher") else "worse"].append(
            row.indicator.label
        )
    if not compared:
        return "no ratio and no survey figure can be compared."
    parts = [
        f"{direction} for {term} staff on {noun if len(names) == 1 else f'{noun}s'} {listed(names)}"
        for direction, names in moved.items()
        if names
    ]
    other = "no other" if parts else "no"
    parts.append(f"{other} ratio or survey figure is known to have moved by more than chance")
    return "; ".join(parts) + "."


def _done_about(report: ReportContext, rows: Iterable[Row]) -> str:
    """The actions on these indicators, with lead and date where the plan gives them."""
    standing, noun = plan_standing(report), report.standard.noun
    if not standing.actions:
        return ""
    told, bare = [], []
    for row in rows:
        own = [a for a in standing.covered[row.indicator.number] if a.indicators != ALL]
        if not own:
            bare.append(row.indicator.label)
            continue
        action, due = own[0], standing.due(own[0])
        details = [", ".join(map(text, action.lead))] if action.lead else []
        details += [f"by {day_in_words(due)}"] if due is not None else []
        more = f" and {len(own) - 1} more" if len(own) > 1 else ""
        inside = f" ({', '.join(details)})" if details else ""
        told.append(f"On {noun} {row.indicator.label}: action {text(action.id)}{inside}{more}.")
    for_all = [action for action in standing.actions if action.indicators == ALL]
    if bare and not for_all:
        names = f"{noun if len(bare) == 1 else f'{noun}s'} {listed(bare)}"
        told.append(f"No action names {names}.")
    return " ".join(told)


def _published(report: ReportContext, row: Row) -> str:
    name = f"{link_to(report, row)}, {report.short_within(row.indicator)}"
    if row.figure.unit is Unit.RATIO:
        low, high = FOUR_FIFTHS
        return f"{name}: {row.figure.shown}, beyond the range of {low:.2f} to {high:.2f}"
    return f"{name}: a gap of {row.figure.shown}"


def _is(count: int) -> str:
    """The verb after a number in words; “none” takes that of one."""
    return agreeing(max(count, 1))
