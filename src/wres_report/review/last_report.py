"""Last year's report as the start of a new trust-year: its own words by section, and its plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wres_report.faults import Fault, input_fault
from wres_report.inputs.params import read_params
from wres_report.inputs.sections import sections_of
from wres_report.inputs.text import read_words
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.plan_files.importing import import_plan
from wres_report.plan_files.writing import csv_text
from wres_report.report.anchors import plain
from wres_report.review.figures_of_then import LastYear, with_variables
from wres_report.review.flow import Flow
from wres_report.review.matching import section_in
from wres_report.review.plan_cells import table_of
from wres_report.review.reading import read_flow
from wres_report.review.report import SentReport, sent_report
from wres_report.review.reviewing import review
from wres_report.review.sections_of_others import sections_by_heading
from wres_report.review.words_of_file import markdown_of
from wres_report.words import counted

HEAD = """\
<!--
From last year's report, {document}. Read every sentence: it says what was true then. Figures that
matched last year's values are variables now; each other figure is followed by the comment
“check”.
-->

"""


@dataclass
class Start:
    """What a new trust-year takes from last year's report.

    texts: by the file's name in the data folder. tables: the same for tables. remarks: in words.
    """

    texts: dict[str, str] = field(default_factory=dict)
    tables: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def start_from(
    workspace: Workspace,
    trust_year: TrustYear,
    document: Path,
    out: Path,
    *,
    workbook: bool = False,
) -> Start:
    """The own words and the plan of a Word file.

    out: the outputs folder, for last year's values. workbook: whether the tables are written as
    one. Raises an input fault where the file cannot be read, or holds neither words of a section
    nor a plan.
    """
    flow = read_flow(document)
    sent = _sent(workspace, trust_year.previous, out, document)
    last = LastYear.of(sent)
    start = Start()
    own = bool(flow.digest)
    names = sections_of(workspace.standard(trust_year))
    if own and sent is not None and sent.flow.digest == flow.digest:
        found = _of_same_build(sent, document)
    elif own:
        found = _by_bookmarks(flow, names, last)
    else:
        found, left = sections_by_heading(document, workspace.standard(trust_year))
        if left:
            start.remarks.append(f"Not taken over, because no section of a report is theirs: "
                                 f"{', '.join(left)}.")  # fmt: skip
    variables = marked = 0
    for section, text in found.items():
        written = with_variables(text, section, last, trust_year, own=own)
        variables, marked = variables + written.variables, marked + written.marked
        start.texts[f"narrative/{section}.md"] = HEAD.format(document=document.name) + written.text
    if found:
        start.remarks.append(
            f"{counted(len(found), 'section')} of own words; {counted(variables, 'figure')} as "
            f"variables, {marked} marked to be checked."
        )
    if sent is None and found and not own:
        start.remarks.append(
            f"Without the results of {trust_year.previous} no figure could be told: build that "
            "year first if its data is here."
        )
    into = "the sheet progress" if workbook else "progress.csv"
    _take_plan(start, workspace, trust_year, document, flow, into)
    if not start.texts and not start.tables:
        raise input_fault(
            "Neither words of a section nor an action plan were found in this file.",
            document.as_posix(),
            "Start without it: wres new, and copy what you need.",
        )
    return start


def _sent(workspace: Workspace, last: TrustYear, out: Path, document: Path) -> SentReport | None:
    """Last year's build, if it is there; only its results are needed."""
    try:
        built = out / str(last) / "report.docx"
        return sent_report(workspace, last, out, built if built.is_file() else document)
    except Fault:
        return None


def _of_same_build(sent: SentReport, document: Path) -> dict[str, str]:
    """The narrative of last year with what was changed in its Word file since."""
    changed = {change.path: change.new for change in review(sent, document).files}
    found = {}
    for name in sent.sections.values():
        path = sent.workspace.data_folder(sent.trust_year) / "narrative" / f"{name}.md"
        where = sent.workspace.relative(path)
        if where in changed:
            found[name] = changed[where]
        elif path.is_file():
            found[name] = read_words(path, where)
    return found


def _by_bookmarks(flow: Flow, names: tuple[str, ...], last: LastYear) -> dict[str, str]:
    """The own words of a report of this program, of which nothing but the Word file is there."""
    known = {plain(name): name for name in names}
    gathered: dict[str, list[int]] = {}
    section = ""
    for place, paragraph in enumerate(flow.paragraphs):
        named = section_in(paragraph)
        generated = any(name.startswith("_par_") for name in paragraph.anchors)
        section = named or ("" if generated or paragraph.contents else section)
        if section in known and paragraph.accepted.strip():
            gathered.setdefault(known[section], []).append(place)
    return {name: markdown_of(flow, places, last.key_of) for name, places in gathered.items()}


def _take_plan(
    start: Start, workspace: Workspace, trust_year: TrustYear, document: Path, flow: Flow,
    into: str,
) -> None:  # fmt: skip
    """Last year's plan, whose progress is to be told now, unless its file is there.

    into: what it is written into, in words."""
    if (workspace.data_folder(trust_year.previous) / "actions.csv").is_file():
        start.remarks.append(
            f"The plan is that of data/{trust_year.previous}/actions.csv, as always."
        )
        return
    table = table_of(flow, "tbl-actions")
    try:
        plan = import_plan(
            document,
            tables=() if table is None else (table + 1,),
            maps=_maps(workspace, trust_year.previous) if table is not None else (),
            standard=workspace.standard(trust_year),
        )
    except Fault as fault:
        start.remarks.append(f"No plan was taken over. {fault.what}")
        return
    start.tables["progress.csv"] = csv_text(plan.actions)
    start.remarks.append(
        f"{counted(len(plan.actions), 'action')} of last year's plan into {into} "
        f"({plan.table}); say there what became of each. wres import actions shows how its "
        "columns were understood."
    )


def _maps(workspace: Workspace, last: TrustYear) -> tuple[str, ...]:
    """What the headings of our own plan mean, as its layout says."""
    try:
        columns = read_params(workspace, last).plan.columns
    except Fault:
        return ()
    plain_columns: Mapping[str, str] = {
        c.heading: c.show[0] for c in columns if len(c.show) == 1 and c.show[0] == "objective"
    }
    return tuple(f"{heading}={column}" for heading, column in plain_columns.items())
