"""``wres demo``: writes a synthetic country and says what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from wres_report.demo.country import trust_of
from wres_report.demo.planting import Planted
from wres_report.demo.raw import FOLDER, staff_name, survey_name
from wres_report.demo.writing import FAULTS, write_country
from wres_report.demo.years import parse_years
from wres_report.faults import ExitStatus
from wres_report.standard import Standard
from wres_report.words import counted

REPORTS = 10  # lines of progress, at most


def demo(
    folder: Path, trusts: int, years: str, seed: int, standards: Sequence[Standard], *,
    faults: bool, raw: bool,
) -> ExitStatus:  # fmt: skip
    """Write the country; say what was written, and what can be done with it.

    standards: those that the trusts report on; none for that of a trust-year which names none.
    """
    country = write_country(
        folder, trusts, parse_years(years), seed,
        standards=standards,
        faults=faults, raw=raw, progress=_progress,
    )  # fmt: skip
    click.echo(
        f"{counted(country.trust_years, 'trust-year')} of {counted(trusts, 'synthetic trust')} "
        f"written to {folder}: {counted(country.files, 'file')}."
    )
    if country.planted:
        _tell(folder, country.planted)
    click.echo("Next:")
    if raw:
        trust, year = trust_of(seed, 0), country.example.year
        survey, staff = survey_name(year), staff_name(trust, year)
        for table, file in (("survey", survey), ("workforce", staff)):
            click.echo(
                f'  wres import {table} "{folder / FOLDER / file}" --into {country.example} '
                f"--project {folder}"
            )
    click.echo(f"  wres check --project {folder}")
    click.echo(f"  wres build {country.example} --project {folder}")
    return ExitStatus.DONE


def _tell(folder: Path, planted: tuple[Planted, ...]) -> None:
    kinds = len({fault.planted for fault in planted})
    click.echo(
        f"{counted(len(planted), 'fault')} of {counted(kinds, 'kind')} planted; "
        f"{folder / FAULTS} says where, and what finds them."
    )


def _progress(done: int, of: int) -> None:
    """A line on standard error for each tenth of the country."""
    if done * REPORTS // of > (done - 1) * REPORTS // of:
        width = len(str(of))
        click.echo(f"[{done:>{width}}/{of}] trusts written", err=True)
