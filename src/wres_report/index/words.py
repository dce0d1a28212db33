"""Words of the page: kinds, states, sizes, counts."""

from __future__ import annotations

from collections.abc import Iterable

from wres_report.finished.files import PLANS_WORKBOOK
from wres_report.formats import FORMATS
from wres_report.index.report import Document, Report
from wres_report.measures.value import rounded
from wres_report.words import capitalised, counted

WORDS = {**{one.file: one.words for one in FORMATS.values()}, PLANS_WORKBOOK: "Excel"}


def kind_words(kind: str) -> str:
    """“Full report”, “Action plan with preface”."""
    return "Full report" if kind == "full" else capitalised(kind.replace("-", " "))


def gate_words(report: Report) -> str:
    """The state of the gate: “Clean”, “3 notes”."""
    if report.gate == "notes":
        return counted(report.warnings, "note")
    if report.critical:
        return f"{capitalised(report.gate)}, {report.critical} critical"
    return capitalised(report.gate)


def document_words(document: Document) -> str:
    """“PDF, 409 kB”."""
    return f"{WORDS[document.file]}, {size_words(document.size)}"


def size_words(size: int) -> str:
    """A number of bytes as “409 kB” or “1.2 MB”, in thousands."""
    thousands = rounded(size / 1000, 0)
    if thousands < 1000:
        return f"{max(int(thousands), 1)}\u00a0kB"
    return f"{rounded(size / 1_000_000, 1)}\u00a0MB"


def span_of_years(years: Iterable[int], short: str) -> str:
    """“WRES year 2021”, “WRES years 2017 to 2023”, “WRES years 2020 and 2021”.

    short: of the standard whose years they are; empty where they are of several.
    """
    year = f"{short} year".strip()
    known = sorted(set(years))
    if len(known) == 1:
        return capitalised(f"{year} {known[0]}")
    joined = "and" if len(known) == 2 else "to"
    return capitalised(f"{year}s {known[0]} {joined} {known[-1]}")
