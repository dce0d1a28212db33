"""Results and workbooks of a few trusts, as builds and the survey's makers write them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.imports.make import workbook
from wres_report.country.making import Country, from_outputs
from wres_report.finished.files import folder_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.trusts import read_organisations
from wres_report.standard import HOME

STEMS = ("har_from_pat_eth_summary", "har_from_staff_eth_summary", "equal_eth_summary",
         "q16b_eth_summary")  # fmt: skip
Cell = float | str


def entry(value: float | None, unit: str = "percent", **also: object) -> dict[str, object]:
    """A figure of ``results.json``; none for a value of None, which is suppressed."""
    known = {"n": None, "low": None, "high": None, "numerator": None, "note": "", "source": []}
    status = "suppressed" if value is None else "ok"
    return {"value": value, "unit": unit, "status": status, "display": str(value)} | known | also


def report(
    root: Path, code: str, year: int, values: Mapping[str, object], *, synthetic: bool = False,
    standard: str = HOME,
) -> None:  # fmt: skip
    """A finished report of the outputs folder of ``root``, as far as the country reads it."""
    folder = folder_of(root / "outputs", TrustYear(code, year, standard))
    folder.mkdir(parents=True)
    about = {"name": f"Trust {code}", "synthetic": synthetic}
    content = {"trust": code, "year": year, "report": about, "values": values, "of_tables": {}}
    (folder / "results.json").write_text(json.dumps(content), encoding="utf-8")
    (folder / "manifest.json").write_text("{}", encoding="utf-8")


def register(root: Path, *rows: str) -> None:
    """``data/trusts.csv``, whose first row is the head."""
    (root / "data").mkdir(exist_ok=True)
    text = "\n".join(rows) + "\n"
    (root / "data" / "trusts.csv").write_text(text, encoding="utf-8")


def country_of(root: Path, year: int | None = None) -> Country:
    return from_outputs(root / "outputs", read_organisations(root / "data"), year)


def survey_row(code: str, shares: Sequence[Cell], n: object = 100) -> list[object]:
    """White and BME of indicators 5 to 8, each a share of one, with the number who answered."""
    cells: list[object] = [code, f"Trust {code}"]
    for share in shares:
        cells += [share, n]
    return cells


def survey_book(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """A benchmark workbook of the 2024 survey, with a sheet for each group."""
    head: list[object] = ["org_id", "org_name"]
    for stem in STEMS:
        for group in (1, 2):
            head += [f"{stem}_{group}_2024", f"{stem}_n_{group}_2024"]
    return workbook(path, {name: [head, *rows] for name, rows in sheets.items()})
