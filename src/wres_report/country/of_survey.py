"""The figures of every organisation of a workbook of the NHS Staff Survey: indicators 5 to 8."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from wres_report.imports.model import Wishes
from wres_report.imports.opening import open_source
from wres_report.imports.survey import INDICATORS
from wres_report.imports.survey_workbook import Cell, Organisation, Sheets, no_history, read_sheets
from wres_report.inputs.params import Disclosure
from wres_report.inputs.trusts import Organisation as Known
from wres_report.measures.disclosure import hide_if, is_small
from wres_report.measures.gaps import gap, survey_percent
from wres_report.measures.value import Unit, Value, absent
from wres_report.peers.figure import Figure
from wres_report.standard import load_standard

UNWEIGHTED = "unweighted"
MEASURES = ("percent", "percent", "gap")


def open_survey(path: Path, sheet: str = "") -> Sheets:
    """Every sheet of the workbook with results of the standard, or the one named.

    Raises an input fault where there is none, or a cell is no share.
    """
    return read_sheets(open_source(path, wide=True), Wishes(sheet=sheet, everyone=True))


def of_survey(
    sheets: Sheets, file: str, organisations: Mapping[str, Known], year: int | None = None
) -> Iterator[Figure]:
    """The White and BME figures and their gap, of every WRES year or of one.

    file: the name of the workbook. A figure on fewer responses than the usual minimum is
    suppressed, and the gap with it. Years that are not comparable with the release are left out.
    """
    years = [y for y in sheets.years if year in (None, y + 1)]
    for organisation in sheets.organisations:
        known = organisations.get(organisation.code, Known(organisation.code))
        for survey_year in _comparable(organisation, years, sheets.release):
            yield from _of_year(organisation, survey_year, file, known)


def _comparable(organisation: Organisation, years: Sequence[int], release: int) -> list[int]:
    since = no_history().get(organisation.code)
    return [y for y in years if since is None or not y < since[0] <= release]


def _of_year(
    organisation: Organisation, survey_year: int, file: str, known: Known
) -> Iterator[Figure]:
    standard = load_standard()
    pair = standard.groups.pair
    for number in INDICATORS:
        cells = [organisation.cells.get((number, g, survey_year), Cell()) for g in pair]
        if all(cell.share is None for cell in cells):
            continue
        basis = standard.indicator(f"i{number}").version(survey_year + 1).basis
        white, bme = (_value(cell) for cell in cells)
        for group, measure, value in zip(
            (*pair, "both"), MEASURES, (white, bme, gap(bme, white)), strict=True
        ):
            yield Figure(
                organisation.code, organisation.name or known.name, survey_year + 1,
                f"i{number}", "", group, measure, value.value, value.unit.value, value.low,
                value.high, value.n, _events(value, cells, group, pair), value.status.value, basis,
                UNWEIGHTED, known.benchmark_group or organisation.group, known.region, known.icb,
                False, True, value.note, f"{file}, sheet “{organisation.group}”",
            )  # fmt: skip


def _value(cell: Cell) -> Value:
    if cell.share is None:
        return absent(Unit.PERCENT, note="not in the workbook")
    responses = int(cell.responses) if cell.responses else None
    value = survey_percent(float(cell.share * 100), responses)
    # The responses are told by the n of the figure, and go with it.
    small = is_small(responses, Disclosure().minimum_responses)
    return hide_if(value, small, "too few responses")


def _events(value: Value, cells: Sequence[Cell], group: str, pair: tuple[str, str]) -> float | None:
    """How many said yes: unweighted shares of whole numbers give it back."""
    if group not in pair or not value.ok or value.n is None:
        return None
    share = cells[pair.index(group)].share
    return None if share is None else float(round(share * value.n))
