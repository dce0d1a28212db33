"""The seven slides for the board: what they say, each with notes that name the sources.

The sentences are those of the report: what a slide says beyond them is how much is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wres_report.indicators.kinds import kind_of
from wres_report.markdown import escape, pipe_table
from wres_report.measures.gaps import ONE_SIDED
from wres_report.plans.model import ALL, Action
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.headline import counts_of_verdicts, since_last_year
from wres_report.report.parts.list_table import text
from wres_report.report.parts.questions import answers
from wres_report.report.parts.slide_choice import (
    actions_shown,
    best_two,
    due_in_words,
    uncertain_two,
    worst_two,
)
from wres_report.report.parts.standing import in_words, plan_standing, shortened
from wres_report.report.parts.summary import Row, summary_rows
from wres_report.report.parts.verdicts import (
    UNCERTAIN,
    WEIGHED,
    doubt,
    focus,
    of_codes,
    one_line,
    several_at_once,
    strengths,
)
from wres_report.words import agreeing, capitalised, counted, listed, number_word

NONE = "–"
MOST_ACTIONS = 7  # more rows would be too small to read in a room
ACTION_WORDS = 13
FOLDER = "charts"
ALT_SAFE = str.maketrans({'"': "”", "\n": " ", "\\": "/"})
CHART_START = "slide-"  # of the file of a chart that is on a slide
TOLD = ("summary", "worst", "best", "changed", "plan", "sure", "where")
NAMES = tuple(f"slide-{place}-{name}" for place, name in enumerate(TOLD, start=1))


def slides(report: ReportContext, sections: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The text of each slide, by the name of its fragment.

    sections: of the report, in order, each as the name of its file and its heading.
    """
    rows = summary_rows(report)
    worst, best = worst_two(rows), best_two(rows)
    texts = (
        _summary(report, rows),
        _pair(report, _worst_title(report, rows, worst), worst, focus(report)),
        _best(report, rows, best),
        _changed(report, rows),
        _plan(report, worst),
        _sure(report, rows),
        _where(report, sections),
    )
    return dict(zip(NAMES, texts, strict=True))


def charts_shown(report: ReportContext) -> list[str]:
    """The ids of the indicators whose charts the slides show."""
    rows = summary_rows(report)
    shown = (*worst_two(rows), *(best_two(rows) or uncertain_two(rows)))
    return [row.indicator.id for row in shown if _drawn(row)]


def chart_file(indicator: str) -> str:
    """The name of a chart's file, by the id of its indicator."""
    return f"{CHART_START}{indicator}.png"


def _summary(report: ReportContext, rows: Sequence[Row]) -> str:
    groups = report.standard.groups
    head = [capitalised(report.standard.noun), groups.word, escape(report.term), "This year",
            "Last year", "Verdict"]  # fmt: skip
    cells = [
        [_name(report, row), row.summed.comparator, row.summed.study, row.summed.this_year,
         row.summed.previous, _verdict(row)]
        for row in rows
    ]  # fmt: skip
    table = pipe_table(head, cells, "lrrrrl", [36, 12, 12, 12, 12, 34])
    title = f"{escape(report.params.name)}: {report.standard.short} {report.trust_year.year}"
    return _slide(title, counts_of_verdicts(report, rows), table, _sources(report, rows))


def _worst_title(report: ReportContext, rows: Sequence[Row], worst: Sequence[Row]) -> str:
    noun = report.standard.noun
    published = of_codes(worst, "without_counts")
    if published:  # chance was not weighed, so they are not called worse
        return (
            "Far from parity, as published"
            if published == worst
            else "Worse, and far from parity as published"
        )
    if len(worst) > 1:
        return f"The worst two {noun}s"
    if worst:
        return f"The worst {noun}"
    if of_codes(rows, *WEIGHED):
        return f"No {noun} is worse by more than chance"
    return f"No {noun} can be called worse"


def _best(report: ReportContext, rows: Sequence[Row], best: Sequence[Row]) -> str:
    """The best two; where there is none, what may be better or worse, since chance allows both."""
    noun = report.standard.noun
    if best:
        title = f"The best two {noun}s" if len(best) > 1 else f"The best {noun}"
        return _pair(report, title, best, "")
    chosen, count = uncertain_two(rows), len(of_codes(rows, *UNCERTAIN))
    if not chosen:
        return _pair(report, f"No {noun} can be called better", [], strengths(report))
    are = agreeing(count, "is", "are")
    title = f"No {noun} is better, {number_word(count)} {are} too uncertain to say"
    return _pair(report, title, chosen, "")


def _pair(report: ReportContext, title: str, rows: Sequence[Row], none: str) -> str:
    """Up to two indicators side by side, each with its chart. none: what is said of none."""
    if not rows:
        return _slide(title, none.strip(), "", [])
    if len(rows) == 1:
        return _slide(title, _told(report, rows[0]), _chart(rows[0]), _sources(report, rows))
    columns = "\n\n".join(
        f"::: {{.column}}\n{_told(report, row)}\n\n{_chart(row)}\n:::" for row in rows
    )
    notes = _sources(report, rows)
    if len({row.figure.unit for row in rows if row.figure.ok}) > 1:
        notes.insert(0, "A ratio and a gap cannot be set against each other: of each kind the "
                        "one furthest from parity is shown.")  # fmt: skip
    return _slide(title, "", f":::: {{.columns}}\n{columns}\n::::", notes)


def _changed(report: ReportContext, rows: Sequence[Row]) -> str:
    cells, shown = [], []
    for row in rows:
        key = kind_of(row.indicator).moving(report.standard.groups)
        change = report.value(row.indicator.key(f"{key}.change")) if key else None
        if change is None or not change.ok:
            continue
        now, before = (report.value(row.indicator.key(key + end)) for end in ("", ".previous"))
        shown.append(row)
        cells.append([
            _name(report, row),
            *(NONE if value is None or not value.ok else value.shown for value in (before, now)),
            change.shown,
            change.shown_interval if change.has_interval and change.note != ONE_SIDED else NONE,
            escape(row.handover.words.get(row.indicator.key("movement"), NONE)),
        ])  # fmt: skip
    level = f"{100 * report.params.confidence:g}%"
    head = [capitalised(report.standard.noun), "Last year", "This year", "Change",
            f"{level} interval", "Reading"]  # fmt: skip
    table = pipe_table(head, cells, "lrrrrl", [34, 12, 12, 12, 18, 30]) if cells else ""
    words = capitalised(since_last_year(report, rows))
    moving = (
        f"The figures are those of {escape(report.term)} staff for the survey, and the ratios. A "
        "dash stands for an interval where last year's figure is known without its counts."
    )
    notes = [moving, *_sources(report, shown)] if shown else []
    return _slide("What changed since last year", words, table, notes)


def _plan(report: ReportContext, worst: Sequence[Row]) -> str:
    standing, year = plan_standing(report), escape(report.params.action_year)
    title = f"The plan for {year}: who does what by when"
    if not standing.actions:
        words = f"No action plan for {year} was supplied with this report."
        return _slide(title, words, "", [])
    chosen = actions_shown(standing, [row.indicator.number for row in worst], MOST_ACTIONS)
    words = in_words(standing, report.standard.noun)
    if len(chosen) < len(standing.actions):
        words += f" Shown are {number_word(len(chosen))}"
        if worst:
            words += f", those on {_named(report, worst)} first"
        words += "; the report has them all."
    cells = [
        [text(action.id), text(shortened(action, ACTION_WORDS)), _serves(action),
         text(", ".join(action.lead)) or NONE, due_in_words(standing, action) or NONE,
         text(action.rag) or NONE]
        for action in chosen
    ]  # fmt: skip
    head = ["No.", "Action", capitalised(report.standard.noun), "Lead", "By", "State"]
    widths = [7, 56, 11, 22, 18, 13]
    if not any(action.rag for action in chosen):
        head, cells, widths = head[:-1], [row[:-1] for row in cells], widths[:-1]
    table = pipe_table(head, cells, "l" * len(head), widths)
    file = f"data/{report.trust_year}/actions.csv"
    notes = [f"Source: the trust's action plan for {year} (`{file}`).", "In full:"]
    notes += [f"{text(action.id)}: {text(action.text)}" for action in chosen]
    return _slide(title, words, table, notes)


def _sure(report: ReportContext, rows: Sequence[Row]) -> str:
    level = f"{100 * report.params.confidence:g}%"
    cells = [
        [_name(report, row), row.figure.shown if row.figure.ok else NONE,
         row.figure.shown_interval if row.figure.ok and row.figure.has_interval else NONE,
         _verdict(row) + (" (only just beyond chance)" if doubt(report, row) else "")]
        for row in rows
    ]  # fmt: skip
    head = [capitalised(report.standard.noun), "Ratio or difference", f"{level} interval",
            "Verdict"]  # fmt: skip
    table = pipe_table(head, cells, "lrrl", [40, 20, 20, 40])
    noted = len(report.quality["findings"])
    words = (
        several_at_once(report, rows).strip()
        or f"No verdict of this report weighs chance by a {level} interval."
    )
    words += f" The checks of the data noted {counted(noted, 'thing') if noted else 'nothing'}."
    notes = [
        f"The {level} interval is the range in which the true value lies with {level} confidence: "
        "the fewer the people, the wider the range. A dash stands where no interval can be given.",
        *(f"Noted: {escape(finding['message'])}" for finding in report.quality["findings"]),
    ]
    return _slide("How sure we are", words, table, notes)


def _where(report: ReportContext, sections: Sequence[tuple[str, str]]) -> str:
    cells = answers(report, sections)
    table = pipe_table(["To see", "Look in the report under"], cells, "ll", [50, 60])
    words = "The report itself has more, as a web page, a PDF or a Word file:"
    source = f"Made from the same results as the report of {report.trust_year.snapshot}."
    return _slide("Where to look", words, table if cells else "", [source])


def _slide(title: str, words: str, content: str, notes: Sequence[str]) -> str:
    parts = [f"# {title}", words, content]
    if notes:
        parts.append("::: {.notes}\n" + "\n\n".join(notes) + "\n:::")
    return "\n\n".join(part for part in parts if part) + "\n"


def _name(report: ReportContext, row: Row) -> str:
    return f"{row.indicator.label}. {escape(report.short(row.indicator))}"


def _named(report: ReportContext, rows: Sequence[Row]) -> str:
    """“indicators 8 and 9”."""
    noun = report.standard.noun
    labels = listed([row.indicator.label for row in rows])
    return f"{noun if len(rows) == 1 else f'{noun}s'} {labels}"


def _verdict(row: Row) -> str:
    verdict = row.handover.verdict
    return f"{verdict['shape']} {escape(verdict['words'])}"


def _told(report: ReportContext, row: Row) -> str:
    return f"{row.handover.verdict['shape']} {one_line(report, row)}{doubt(report, row)}"


def _drawn(row: Row) -> bool:
    return row.handover.outputs.get(f"fig-{row.indicator.id}") == "picture"


def _chart(row: Row) -> str:
    if not _drawn(row):
        return ""
    alternative = row.handover.alternatives[f"fig-{row.indicator.id}"].translate(ALT_SAFE)
    return f'![]({FOLDER}/{chart_file(row.indicator.id)}){{fig-alt="{alternative}"}}'


def _serves(action: Action) -> str:
    if action.indicators == ALL:
        return "all"
    return ", ".join(map(str, action.numbers)) or NONE


def _sources(report: ReportContext, rows: Iterable[Row]) -> list[str]:
    """For each indicator what it measures, who says so, and the files its figures come from."""
    told = []
    for row in rows:
        version = row.indicator.version(report.trust_year.year)
        entries = row.handover.values.values()
        files = sorted({file for entry in entries for file in entry.get("source") or ()})
        name = f"{capitalised(report.standard.noun)} {row.indicator.label}"
        source = f"{name}: {escape(version.definition)} Source: {escape(row.indicator.source)}"
        told.append(source + (f", {', '.join(f'`{f}`' for f in files)}." if files else "."))
    return told
