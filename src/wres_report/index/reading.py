"""Finds the finished reports of an outputs folder and reads what the page says of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from wres_report.finished.files import MANIFEST, PLANS_WORKBOOK, QUALITY, RESULTS, folder_of, places
from wres_report.finished.reading import NotWholeError, read_json
from wres_report.formats import FORMATS, RENDERED
from wres_report.index.report import Document, LeftOut, Report, report_of
from wres_report.inputs.trust_year import TrustYear

DOCUMENTS = (
    *RENDERED.values(), PLANS_WORKBOOK, *(one.file for one in FORMATS.values() if one.writer),
)  # fmt: skip


def read_reports(out: Path) -> tuple[list[Report], list[LeftOut]]:
    """The finished reports by trust name, newest first, and the folders that are not whole.

    Whatever else lies in the outputs folder is none of the page's business.
    """
    reports, left_out = [], []
    for trust_year in places(out):
        try:
            reports.append(_read(folder_of(out, trust_year), trust_year))
        except NotWholeError as error:
            left_out.append(LeftOut(str(trust_year), str(error)))
    reports.sort(key=lambda report: (report.name.casefold(), report.code, -report.year))
    return reports, sorted(left_out)


def _read(folder: Path, trust_year: TrustYear) -> Report:
    manifest = read_json(folder, MANIFEST)
    if manifest.get("trust_year") != str(trust_year):
        raise NotWholeError(MANIFEST, "is of another report")
    quality = read_json(folder, QUALITY)
    results = read_json(folder, RESULTS)
    if any(results.get(name) != value for name, value in trust_year.in_results().items()):
        raise NotWholeError(RESULTS, "is of another report")
    documents = tuple(_documents(folder))
    if not documents:
        raise NotWholeError("the folder", "holds no document")
    return report_of(trust_year, results, quality, documents)


def _documents(folder: Path) -> Iterator[Document]:
    try:
        with os.scandir(folder) as entries:
            sizes = {
                entry.name: entry.stat().st_size
                for entry in entries
                if entry.name in DOCUMENTS and entry.is_file()
            }
    except OSError:
        return
    for name in DOCUMENTS:
        if name in sizes:
            yield Document(name, sizes[name])
