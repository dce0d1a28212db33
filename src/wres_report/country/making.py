"""Gathers the table of all trusts, checks it and writes it. Read ``gather`` and ``write``."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from wres_report.country import workbook
from wres_report.country.beside import COLUMNS as BESIDE
from wres_report.country.beside import published_beside
from wres_report.country.findings import (
    CRITICAL,
    FINDING,
    Finding,
    findings_of,
    not_compared,
)
from wres_report.country.tables import (
    FINDINGS,
    PARQUET,
    write_csv,
    write_findings,
    write_parquet,
)
from wres_report.faults import ExitStatus, Fault, input_fault, not_written, together
from wres_report.finished.files import places
from wres_report.inputs.trusts import Organisation
from wres_report.peers.figure import COLUMNS, Figure, order
from wres_report.peers.reading import FIGURES
from wres_report.peers.standing import STANDING, SUMMARY, Standing, standings, summaries
from wres_report.standard import Standard, load_standard
from wres_report.words import counted, listed

SUMMARY_FILE, STANDING_FILE, COMPARATORS_FILE = "summary.csv", "standing.csv", "comparators.csv"
WRITTEN = (
    FIGURES, PARQUET, SUMMARY_FILE, STANDING_FILE, COMPARATORS_FILE, workbook.NAME, FINDINGS,
)  # fmt: skip


@dataclass(frozen=True)
class Country:
    """figures: in their order. organisations: the register of the workspace, by code.

    standard: that of the reports that they were taken from.
    """

    figures: tuple[Figure, ...]
    organisations: dict[str, Organisation]
    standard: Standard = field(default_factory=load_standard)

    @cached_property
    def findings(self) -> list[Finding]:
        return findings_of(self.figures, self.organisations, self.standard.short)

    @cached_property
    def compared(self) -> tuple[Figure, ...]:
        """Those that totals, medians, ranks and limits are made from."""
        return tuple(figure for figure in self.figures if figure.compared)

    @property
    def standings(self) -> list[Standing]:
        """The places of the trusts in the newest year of the table."""
        return list(standings(self.compared, self.years[-1], self.standard))

    @property
    def blocked(self) -> bool:
        return any(finding.severity == CRITICAL for finding in self.findings)

    @property
    def years(self) -> list[int]:
        return sorted({figure.year for figure in self.figures})

    @property
    def trusts(self) -> int:
        return len({figure.trust for figure in self.figures})

    @property
    def title(self) -> str:
        """Of the table, with its years."""
        years = self.years
        span = f"{years[0]}" if len(years) == 1 else f"{years[0]} to {years[-1]}"
        return f"{self.standard.name}. All trusts, {span}"


def from_outputs(
    out: Path, organisations: dict[str, Organisation], year: int | None = None,
    standard: Standard | None = None,
) -> Country:  # fmt: skip
    """The table of the finished reports of an outputs folder; of one year, or of all.

    standard: that of the reports; without one, that of a trust-year which names none. Raises an
    input fault where there is no report.
    """
    from wres_report.peers.of_results import of_results

    known = standard or load_standard()
    figures = sorted(of_results(out, organisations, year, known), key=order)
    if not figures:
        _check_standards(out, known, year)
        of_year = f" of {known.short} {year}" if year else ""
        raise input_fault(
            f"There is no report{of_year} to take figures from.", str(out),
            "Build first: wres build. Or take a workbook of the staff survey: --survey FILE.",
        )  # fmt: skip
    return _country(figures, organisations, known)


def _check_standards(out: Path, wanted: Standard, year: int | None) -> None:
    """Raise an input fault where there are reports, but of other standards alone."""
    built = [one for one in places(out) if year in (None, one.year)]
    others = sorted({one.standard for one in built} - {wanted.id})
    if not others:
        return
    usual = load_standard().id
    asked = ", or ".join(
        "leave out --standard" if name == usual else f"add --standard {name}" for name in others
    )
    raise input_fault(
        f"There is no report{f' of {year}' if year else ''} on the {wanted.short}; those that are "
        f"built are on the {listed([name.upper() for name in others])}.",
        str(out),
        f"{asked[0].upper()}{asked[1:]}.",
    )


def from_survey(
    file: Path, organisations: dict[str, Organisation], year: int | None = None, sheet: str = ""
) -> Country:
    """The table of a workbook of the NHS Staff Survey; of one WRES year, or of all that it has.

    Raises an input fault where it has none.
    """
    from wres_report.country.of_survey import of_survey, open_survey

    standard, sheets = load_standard(), open_survey(file, sheet)
    figures = sorted(of_survey(sheets, file.name, organisations, year), key=order)
    if not figures:
        held = ", ".join(str(y + 1) for y in sheets.years)
        raise input_fault(
            "There is no result of this year in this workbook.", file.as_posix(),
            f"It holds those of {standard.short} {held}.",
        )  # fmt: skip
    return _country(figures, organisations, standard)


def _country(
    figures: Sequence[Figure], organisations: dict[str, Organisation], standard: Standard
) -> Country:
    """The table, in which those that are in no figure over trusts are marked."""
    without = not_compared(figures, organisations)
    return Country(
        tuple(f._replace(compared=False) if (f.trust, f.year) in without else f for f in figures)
        if without
        else tuple(figures),
        organisations,
        standard,
    )


def epoch_of(year: int) -> int:
    """The date that stands in the files, in seconds since 1970: the snapshot of a WRES year."""
    return calendar.timegm(datetime(year, 3, 31, tzinfo=UTC).timetuple())


def write(country: Country, folder: Path) -> list[Path]:
    """Write the table as CSV, Parquet and workbook, and the findings; return the paths.

    Where a finding is critical the findings alone are written, and what an earlier run left of
    the table is taken away. The same figures give the same bytes.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_findings(folder / FINDINGS, country.findings)
        if country.blocked:
            for name in WRITTEN[:-1]:
                (folder / name).unlink(missing_ok=True)
            return [folder / FINDINGS]
        write_csv(folder / FIGURES, list(COLUMNS), country.figures)
        write_parquet(folder / PARQUET, country.figures)
        epoch = epoch_of(country.years[-1])
        summary, standing = list(summaries(country.compared, country.standard)), country.standings
        write_csv(folder / SUMMARY_FILE, list(SUMMARY), summary)
        write_csv(folder / STANDING_FILE, list(STANDING), standing)
        published = list(published_beside(country.figures, country.standard))
        write_csv(folder / COMPARATORS_FILE, list(BESIDE), published)
        findings = country.findings or [Finding("none", "", "", 0, "Nothing was found.", "")]
        tables = [
            workbook.Table("Summary", "What all trusts come to", SUMMARY, summary),
            workbook.Table("Standing", f"How trusts stand, {country.years[-1]}", STANDING,
                           standing),
            workbook.Table("Figures", "The figures of the trusts", COLUMNS, country.figures),
            workbook.Table("Comparators", "Published figures, with their weighting", BESIDE,
                           published),
            workbook.Table("Findings", "What must be known of them", FINDING,
                           [[cell or "" for cell in finding] for finding in findings]),
        ]  # fmt: skip
        workbook.write(
            tables, country.title, folder / workbook.NAME, epoch, country.standard,
            synthetic=any(f.synthetic for f in country.figures),
        )  # fmt: skip
    except OSError as error:
        raise not_written(
            error, "The table", str(folder),
            "Close the programs that have it open, or name another folder.",
        ) from None  # fmt: skip
    return [folder / name for name in WRITTEN]


def blocked_fault(country: Country, folder: Path) -> Fault:
    """What stops the table, as a fault (exit status 10)."""
    short = country.standard.short
    critical = [finding for finding in country.findings if finding.severity == CRITICAL]
    return together([
        Fault(f.message, f"{f.trust}, {short} {f.year}" if f.year else f.trust, f.action,
              ExitStatus.BLOCKED)
        for f in critical
    ] + [Fault(f"{counted(len(critical), 'finding')} stopped the table.", str(folder / FINDINGS),
               "Mend them, then run this again.", ExitStatus.BLOCKED)])  # fmt: skip
