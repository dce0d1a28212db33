"""``wres verify``: builds reports again elsewhere and tells whether every byte is the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from wres_report.faults import ExitStatus, gravest, input_fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.verify.compare import Difference
from wres_report.verify.verifying import Verification
from wres_report.verify.verifying import verify as run
from wres_report.verify.ways import Way, chosen_ways
from wres_report.words import counted

HANDFUL = 12  # changes, or differing files of one build, that are told one by one


def verify(
    names: tuple[str, ...], project: Path, out: Path | None, ways: str, *, anyway: bool,
    as_json: bool,
) -> ExitStatus:  # fmt: skip
    """Verify the reports named, of all that are built where none is; print what was found."""
    workspace, chosen = Workspace.open(project), chosen_ways(ways)
    folder = (out or workspace.outputs).resolve()
    trust_years = workspace.select(names) if names else _all_built(folder)
    found = run(
        workspace, trust_years, folder, chosen, lambda text: click.echo(text, err=True),
        anyway=anyway,
    )  # fmt: skip
    if as_json:
        content = {
            "ways": {way.name: str(way) for way in chosen},
            "trust_years": [verification.as_dict() for verification in found],
        }
        click.echo(json.dumps(content, indent=1, ensure_ascii=False))
    else:
        for line in told(found, chosen):
            click.echo(line)
    return gravest([verification.status for verification in found])


def _all_built(out: Path) -> list[TrustYear]:
    from wres_report.finished.files import places

    found = sorted(places(out))
    if not found:
        raise input_fault(
            "There is no report to verify.", str(out), "Build first: wres build"
        )  # fmt: skip
    return found


def told(found: Sequence[Verification], ways: Sequence[Way]) -> Iterator[str]:
    """The whole account, line by line; the last lines say what was compared and what to do."""
    for verification in found:
        yield from _account(verification)
    built = [verification for verification in found if verification.built_again]
    if built:
        yield ""
        yield from (f"{way.name:<6} {way}" for way in ways)
    yield ""
    yield from _summary(found, built)


def _account(verification: Verification) -> Iterator[str]:
    trust_year = verification.trust_year
    if verification.fault is not None:
        yield from (f"{trust_year}  cannot be verified", *_indented(str(verification.fault)))
        return
    if verification.status is ExitStatus.DONE:
        yield f"{trust_year}  the same"
        return
    yield f"{trust_year}"
    if verification.changes:
        yield "  changed since it was built:"
        changes = [str(change) for change in verification.changes]
        yield from (f"    {line}" for line in _handful(changes))
    if not verification.built_again:
        yield "  not built again"
    for way, failure in verification.failures.items():
        yield f"  {way}: not built, exit {int(failure.status)}"
        yield from (f"    {line}" for line in failure.lines)
    for way, comparison in verification.comparisons.items():
        differences = comparison.differences
        if not differences:
            yield f"  {way}: the same"
            continue
        yield f"  {way}: {counted(len(differences), 'file')} of {comparison.files} not the same"
        for difference in differences[:HANDFUL]:
            yield from explained(difference)
        if len(differences) > HANDFUL:
            yield f"    and {len(differences) - HANDFUL} more"


def explained(difference: Difference) -> Iterator[str]:
    what = {"differs": "", "missing": ": not made again", "new": ": not among the outputs"}
    yield f"    {difference.file}{what[difference.what]}"
    for part in difference.parts:
        yield f"      {part.where}"
        if part.before or part.again:
            yield f"        was    {part.before}"
            yield f"        again  {part.again}"
    if difference.more:
        yield f"      and {difference.more} more places"


def _summary(found: Sequence[Verification], built: Sequence[Verification]) -> Iterator[str]:
    compared = [next(iter(v.comparisons.values())) for v in built if v.comparisons]
    files, size = sum(c.files for c in compared), sum(c.size for c in compared)
    ways = sorted({way for verification in built for way in verification.comparisons})
    if compared:
        reports, builds = counted(len(compared), "report"), counted(len(ways), "new build")
        yield (
            f"Compared: {counted(files, 'file')} ({size:,} bytes) of {reports}, "
            f"with {builds} ({', '.join(ways)})."
        )
    not_built = sum(1 for v in found if not v.built_again and v.fault is None)
    if not_built:
        reports = counted(not_built, "report")
        yield f"Not built again, since what it is made from has changed: {reports}."
    differing = sum(len(verification.differing) for verification in found)
    if differing:
        yield f"Not the same: {counted(differing, 'file')}."
    failed = sum(1 for v in found if v.failures or v.fault)
    if failed:
        yield f"Could not be built or verified: {counted(failed, 'report')}."
    if all(verification.status is ExitStatus.DONE for verification in found):
        yield "Every byte is the same."
        return
    yield f"To do: {_to_do(found)}"


def _to_do(found: Sequence[Verification]) -> str:
    changes = [change for verification in found for change in verification.changes]
    if any(v.fault is not None or v.failures for v in found):
        return "see above, at each report."
    if any(change.of_a_source for change in changes):
        return (
            "put back what has changed, or build the report anew with wres build. "
            "--anyway compares all the same."
        )
    if changes:
        return "the outputs were changed after the build: build them anew with wres build."
    return (
        "nothing has changed since, and yet a build comes out otherwise: that is a fault of the "
        "program. Report it with the output of --json."
    )


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.splitlines()]


def _handful(lines: list[str]) -> list[str]:
    more = [f"and {len(lines) - HANDFUL} more"] if len(lines) > HANDFUL else []
    return lines[:HANDFUL] + more
