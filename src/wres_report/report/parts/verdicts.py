"""What the verdicts add up to: the three lists, what could not be weighed, what the marks mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from wres_report.indicators.kinds import kind_of
from wres_report.markdown import escape
from wres_report.measures.gaps import ONE_SIDED
from wres_report.measures.value import Unit
from wres_report.measures.verdicts import UNWEIGHED, barely_beyond, within_four_fifths
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.standing import plan_standing
from wres_report.report.parts.summary import Row, pictures_explained, summary_rows
from wres_report.words import capitalised, listed, number_word

# Verdicts that weigh chance; those of them that chance may explain; and what has no figure.
WEIGHED = ("worse", "better", "no_clear_difference", "too_few")
UNCERTAIN = ("no_clear_difference", "too_few")
MISSING = ("not_supplied", "not_calculable", "suppressed")


def strengths(report: ReportContext) -> str:
    """The indicators that are better for the group, beyond chance; and a board that mirrors.

    Not a board with nobody of the group, though none would mirror the workforce.
    """
    rows = of_codes(summary_rows(report), "better", "mirrors", "above")
    if not rows:
        return (
            f"No {report.standard.noun} is better for {escape(report.term)} staff by more than "
            "chance alone could produce.\n"
        )
    return _bullets(report, rows)


def focus(report: ReportContext) -> str:
    """The indicators that are worse, a board that is short, published figures on the wrong side."""
    rows = summary_rows(report)
    far = [row for row in of_codes(rows, "without_counts") if adverse_as_published(row)]
    chosen = [row for row in rows if code_of(row) in ("worse", "short") or row in far]
    if chosen:
        return _bullets(report, chosen)
    weighed, noun = len(of_codes(rows, *WEIGHED)), report.standard.row_noun
    if not weighed:
        return f"No {noun} could be weighed, so none can be named here.\n"
    return (
        f"None of the {number_word(weighed)} {noun}s that could be weighed is worse for "
        f"{escape(report.term)} staff by more than chance alone could produce.\n"
        if weighed > 1
        else f"The one {noun} that could be weighed is not worse for {escape(report.term)} "
        "staff by more than chance alone could produce.\n"
    )


def uncertain(report: ReportContext) -> str:
    """The indicators that chance may explain, with how bad and how good each could be."""
    rows = of_codes(summary_rows(report), *UNCERTAIN)
    if not rows:
        return f"No {report.standard.noun} that could be weighed is too uncertain to say.\n"
    return _bullets(report, rows, lambda row: _range(report, row))


def unclear(report: ReportContext) -> str:
    """What was not supplied, cannot be worked out, or may not be shown; and what has no counts.

    And a board of which nothing can be told: nobody of the group sits on it, and its seats are
    too few for their share of the workforce to come to one.
    """
    rows = summary_rows(report)
    chosen = of_codes(rows, *MISSING, UNWEIGHED, "none_mirrors") + [
        r for r in of_codes(rows, "without_counts") if not adverse_as_published(r)
    ]
    exact = _taken_as_exact(report, rows)
    if chosen:
        return _bullets(report, chosen) + (f"\n{exact}\n" if exact else "")
    if exact:
        return f"Every {report.standard.noun} has a figure. {exact}\n"
    return f"Every {report.standard.noun} has a figure and the counts behind it.\n"


def _taken_as_exact(report: ReportContext, rows: Sequence[Row]) -> str:
    """Of which gaps one group's responses are not known; empty where there is none."""
    names = [row.indicator.label for row in rows if row.figure.note == ONE_SIDED]
    if not names:
        return ""
    noun, groups = report.standard.noun, report.standard.groups
    return (
        f"The {groups.word} responses for {noun if len(names) == 1 else f'{noun}s'} "
        f"{listed(names)} are not supplied: the {groups.word} figure is taken as exact, and only "
        f"the chance in the {escape(report.term)} figure is weighed."
    )


def answers(report: ReportContext) -> str:
    """Where the actions stand that answer the findings, as far as there are any."""
    standing, year = plan_standing(report), escape(report.params.action_year)
    if not standing.actions:
        return f"No action plan for {year} was supplied with this report.\n"
    leads = not standing.without_lead
    dates = len(standing.dated) == len(standing.actions)
    each = {
        (True, True): ", each with its lead and its date",
        (True, False): ", each with its lead",
        (False, True): ", each with its date",
    }.get((leads, dates), "")
    return f"The actions for {year} stand in [Appendix 2](#sec-actions){each}.\n"


def verdict_note(report: ReportContext) -> str:
    """What the marks mean, and what weighing several verdicts at once means."""
    rows = summary_rows(report)
    sections = (
        " [Section 4](#sec-evidence) gives the figures, [Appendix 4](#sec-method) the method."
    )
    pictures = pictures_explained(report, rows)
    note = f"{marks_explained(report, rows)} {pictures}{several_at_once(report, rows)}{sections}"
    return f"::: {{.table-note}}\n{note}\n:::\n"


def marks_explained(report: ReportContext, rows: Sequence[Row]) -> str:
    """What each mark of a verdict means."""
    term = escape(report.term)
    marks = (
        f"▲ worse for {term} staff, beyond chance · ▼ better, beyond chance · ● no clear "
        "difference, so too uncertain to say · ◇ too few people, or no counts, to weigh chance · "
        "◆ the board, counted in seats; chance is not weighed · ○ no figure."
    )
    if of_codes(rows, UNWEIGHED):
        marks = marks.removesuffix(".") + " · □ no comparison that could be weighed."
    return marks


def several_at_once(report: ReportContext, rows: Sequence[Row]) -> str:
    """What it means that several verdicts weigh chance; empty where fewer than two do."""
    weighed = len(of_codes(rows, *WEIGHED))
    if weighed < 2:
        return ""
    level = f"{100 * report.params.confidence:g}%"
    alone = 1 - report.params.confidence**weighed
    return (
        f" {capitalised(number_word(weighed))} verdicts weigh chance, each alone, at {level}: "
        f"if there were no differences at all, about {round(100 * alone)} in 100 such reports "
        "would still show one or more."
    )


def doubt(report: ReportContext, row: Row) -> str:
    barely = barely_beyond(row.figure, row.parity, report.params.confidence)
    return " It is only just beyond chance." if barely else ""


def of_codes(rows: Iterable[Row], *codes: str) -> list[Row]:
    return [row for row in rows if code_of(row) in codes]


def code_of(row: Row) -> str:
    return str(row.handover.verdict["code"])


def beyond_range(row: Row) -> bool:
    """Whether a figure without counts is one that a reader must see.

    A ratio beyond the four-fifths rule, or any gap that is not nought.
    """
    if not row.figure.ok:
        return False
    if row.figure.unit is Unit.RATIO:
        return not within_four_fifths(row.figure)
    return row.figure.number != row.parity


def adverse_as_published(row: Row) -> bool:
    """Whether a figure without counts is one to see, and is worse for the group as it stands."""
    return beyond_range(row) and adverse_side(row)


def adverse_side(row: Row) -> bool:
    """Whether a figure lies on the side of parity that is worse for the group under study."""
    above = row.figure.number > row.parity
    return above if row.indicator.better == "lower" else not above


def _bullets(
    report: ReportContext, rows: Sequence[Row], more: Callable[[Row], str] | None = None
) -> str:
    """One line for each row. more: what is said behind it; usually whether it is beyond doubt."""
    lines = []
    for row in rows:
        end = more(row) if more else doubt(report, row)
        lines.append(f"- {row.handover.verdict['shape']} {one_line(report, row)}{end}")
    return "\n".join(lines) + "\n"


def _range(report: ReportContext, row: Row) -> str:
    """How bad and how good it could be."""
    if not row.figure.has_interval:
        return " Too few people stand behind it for a range to be given."
    parity = "1.00" if row.figure.unit is Unit.RATIO else "0"
    unit = "\u00a0pp" if row.figure.unit is Unit.PP else ""
    return (
        f" With {100 * report.params.confidence:g}% confidence the "
        f"{kind_of(row.indicator).of_interval} lies somewhere from "
        f"{row.figure.shown_interval}{unit}, where parity is {parity}."
    )


def one_line(report: ReportContext, row: Row) -> str:
    name, figures, words = _in_parts(report, row)
    return f"{name}: {figures}{words}."


def in_two_sentences(report: ReportContext, row: Row) -> str:
    """As ``one_line``, but the verdict is a sentence of its own, which is easier to read."""
    name, figures, words = _in_parts(report, row)
    if not figures:
        return f"{name}: {words}."
    return f"{name}: {figures.removesuffix('; ')}. {capitalised(words)}."


def _in_parts(report: ReportContext, row: Row) -> tuple[str, str, str]:
    """The indicator by name, its figures with what parts them from more, the verdict in words."""
    return (
        f"{link_to(report, row)}, {report.short_within(row.indicator)}",
        kind_of(row.indicator).in_line(report, row.indicator, row.summed),
        escape(row.handover.verdict["words"]),
    )


def link_to(report: ReportContext, row: Row) -> str:
    noun = capitalised(report.standard.noun)
    return f"[{noun} {row.indicator.label}](#sec-{row.indicator.id})"
