"""``wres check``: the gate, and what a build would refuse of the trusts' own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wres_report.faults import ExitStatus, Fault
from wres_report.gate import GateResult, run_gate
from wres_report.inputs.params import read_params
from wres_report.inputs.places import place_of
from wres_report.inputs.supplied import rows_of
from wres_report.inputs.tables import SURVEY, tables_of
from wres_report.inputs.text import read_words
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import narrative_files
from wres_report.inputs.workspace import Workspace
from wres_report.words import agreeing, counted

if TYPE_CHECKING:
    from wres_report.pipeline.foreseen import Foreseen

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
STATES = {
    "clean": "clean: every check passed",
    "notes": "can be published, with notes",
    "blocked": "BLOCKED",
    "unreadable": "CANNOT BE READ",
}
# The figures of own words are held against the data where the settings say ``claims: fail``.
NOT_JUDGED = (
    "Not judged by a check: how the report looks, and, unless the settings say “claims: fail”, "
    "whether own words say what the figures say. wres build tells."
)


def check_all(
    workspace: Workspace, trust_years: list[TrustYear]
) -> tuple[list[GateResult], list[Fault]]:
    """The gate's result of each trust-year, and the faults of settings that cannot be read."""
    settings, faults = {}, []
    for trust_year in trust_years:
        try:
            settings[trust_year] = read_params(workspace, trust_year)
        except Fault as fault:
            faults.append(fault)
    results = run_gate(workspace, list(settings), settings) if settings else {}
    return list(results.values()), faults


def words_of(workspace: Workspace, results: list[GateResult]) -> dict[TrustYear, Foreseen]:
    """What a build would refuse of the own words of each trust-year that passed the gate."""
    from wres_report.pipeline.foreseen import Foreseen, foreseen

    found = {}
    for result in results:
        if result.status is not ExitStatus.DONE:
            continue
        trust_year = result.trust_year
        try:
            found[trust_year] = foreseen(workspace, trust_year, read_params(workspace, trust_year))
        except Fault as fault:
            found[trust_year] = Foreseen((fault,))
    return found


def as_told(result: GateResult, words: Foreseen | None) -> dict[str, Any]:
    """A result as ``--json`` prints it: what may be published, the files that are not used, and
    the faults of the trust's own words; ``words`` is None where they were not looked at."""
    told = None if words is None else {
        "faults": [{"what": f.what, "where": f.where, "action": f.action} for f in words.faults],
        "not_judged": list(words.not_judged),
    }  # fmt: skip
    return result.as_dict() | {"unused": list(result.unused), "words": told}


def statuses(results: list[GateResult], words: Mapping[TrustYear, Foreseen]) -> list[ExitStatus]:
    """The exit status of each trust-year."""
    of_words = [fault.status for found in words.values() for fault in found.faults]
    return [result.status for result in results] + of_words


def unfilled(workspace: Workspace, trust_year: TrustYear) -> list[str]:
    """The files of the tables that stand there without any figure, as ``wres new`` writes them.

    They do no harm, and a check finds nothing wrong in them, so they are told.
    """
    files = []
    for name, schema in tables_of(workspace.standard(trust_year)).items():
        place = place_of(workspace, trust_year, name)
        rows = rows_of(workspace, trust_year, name) if place is not None and schema.numbers else []
        if place is not None and rows and not any(row[n] for row in rows for n in schema.numbers
                                                  if n not in schema.key):  # fmt: skip
            files.append(place.where)
    return files


def wordless(workspace: Workspace, trust_year: TrustYear) -> list[str]:
    """The files of own words that hold none, as ``wres new`` writes them; by path.

    A report says of such a section that the trust has supplied nothing, or leaves it out.
    """
    files = []
    for path in narrative_files(workspace, trust_year):
        where = workspace.relative(path)
        try:
            text = read_words(path, where)
        except Fault:
            continue  # that is told by who reads the words
        if not COMMENT.sub("", text).strip():
            files.append(where)
    return files


def without_responses(workspace: Workspace, trust_year: TrustYear) -> list[str]:
    """The indicators with a survey figure of this year's group under study and no responses to it.

    Chance is not weighed there. Where only the other group's are missing, a report says so itself.
    """
    standard = workspace.standard(trust_year)
    if SURVEY not in tables_of(standard):
        return []
    found: dict[str, bool] = {}
    for row in rows_of(workspace, trust_year, SURVEY):
        asked = (row["survey_year"], row["group"])
        given = row.get("percent") or row.get("score")
        if asked == (str(trust_year.year - 1), standard.groups.study) and given:
            label = f"{row['indicator']} {row.get('part') or ''}".strip()
            found[label] = found.get(label, False) or bool(row["responses"])
    return [label for label, known in found.items() if not known]


def _not_there(workspace: Workspace, trust_year: TrustYear) -> Iterator[str]:
    """What stands in the folder of a trust-year and holds nothing yet, each kind a line."""
    if empty := unfilled(workspace, trust_year):
        yield f"no figure yet in {', '.join(empty)}"
    if empty := wordless(workspace, trust_year):
        folder = Path(empty[0]).parent.as_posix()
        yield f"no words yet in {folder}/: {', '.join(Path(path).stem for path in empty)}"
    if labels := without_responses(workspace, trust_year):
        standard = workspace.standard(trust_year)
        noun = agreeing(len(labels), standard.noun, f"{standard.noun}s")
        yield (
            f"no number of {standard.groups.spoken[standard.groups.study]} responses to the survey "
            f"of {trust_year.year - 1} for {noun} {', '.join(labels)}: chance is not weighed there"
        )


def print_results(
    results: list[GateResult], workspace: Workspace, words: Mapping[TrustYear, Foreseen]
) -> None:
    """Print every finding and every fault of the trusts' own words, then a line for each
    trust-year, and last what a check does not judge."""
    for result in results:
        for finding in result.findings:
            click.echo(str(finding))
        if result.fault is not None:
            click.echo(str(result.fault))
        for fault in words[result.trust_year].faults if result.trust_year in words else ():
            click.echo(str(fault))
    for result in results:
        for file in result.unused:
            click.echo(f"not used: {file}")
    for result in results:
        critical = sum(1 for f in result.findings if f.severity == "critical")
        warnings = len(result.findings) - critical
        click.echo(
            f"{result.trust_year}  {STATES[result.state]}  ({critical} critical, "
            f"{counted(warnings, 'warning')}){_of_words(words.get(result.trust_year))}"
        )
        if result.fault is None:
            for line in _not_there(workspace, result.trust_year):
                click.echo(line)
    click.echo(NOT_JUDGED)


def _of_words(words: Foreseen | None) -> str:
    """What the line of a trust-year says of its own words."""
    if words is None:
        return "; own words not read: first the data must pass"
    told = ""
    if words.faults:
        told = f"; OWN WORDS AT FAULT: {counted(len(words.faults), 'thing')} to mend"
    if words.not_judged:
        names = ", ".join(words.not_judged)
        told += f"; not judged, since the notebooks are this workspace's own: {names}"
    return told
