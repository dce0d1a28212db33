"""Finds the finished reports of an outputs folder and reads what the page says of them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wres_report.formats import FORMATS, RENDERED
from wres_report.index.report import Document, LeftOut, Report, report_of
from wres_report.inputs.trust_year import TRUST_YEAR_PATTERN, TrustYear

DOCUMENTS = (
    *RENDERED.values(), "actions.xlsx", *(one.file for one in FORMATS.values() if one.writer),
)  # fmt: skip
MANIFEST, RESULTS, QUALITY = "manifest.json", "results.json", "quality.json"


class _NotWhole(Exception):
    """Why a folder is left out, in a few words."""


def read_reports(out: Path) -> tuple[list[Report], list[LeftOut]]:
    """The finished reports by trust name, newest first, and the folders that are not whole.

    Whatever else lies in the outputs folder is none of the page's business.
    """
    reports, left_out = [], []
    for trust_year in places(out):
        try:
            reports.append(_read(out / str(trust_year), trust_year))
        except _NotWhole as error:
            left_out.append(LeftOut(str(trust_year), str(error)))
    reports.sort(key=lambda report: (report.name.casefold(), report.code, -report.year))
    return reports, sorted(left_out)


def places(out: Path) -> Iterator[TrustYear]:
    """The trust-years that have a folder, those of other standards in that of their year."""
    for code in _folders(out):
        for year in _folders(out / code):
            place = f"{code}/{year}"
            if TRUST_YEAR_PATTERN.fullmatch(place) is None:
                continue
            others = [
                TrustYear.parse(f"{place}/{name}")
                for name in _folders(out / code / year)
                if TRUST_YEAR_PATTERN.fullmatch(f"{place}/{name}")
                and (out / code / year / name / MANIFEST).is_file()
            ]
            if not others or (out / code / year / MANIFEST).is_file():
                yield TrustYear.parse(place)
            yield from others


def _folders(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.is_dir())
    except OSError:
        return []


def _read(folder: Path, trust_year: TrustYear) -> Report:
    manifest = _parsed(_content(folder, MANIFEST), MANIFEST)
    if manifest.get("trust_year") != str(trust_year):
        raise _NotWhole(f"{MANIFEST} is of another report")
    quality = _parsed(_content(folder, QUALITY), QUALITY)
    results = _parsed(_content(folder, RESULTS), RESULTS)
    if any(results.get(name) != value for name, value in trust_year.in_results().items()):
        raise _NotWhole(f"{RESULTS} is of another report")
    documents = tuple(_documents(folder))
    if not documents:
        raise _NotWhole("there is no document")
    return report_of(trust_year, results, quality, documents)


def _content(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError:
        raise _NotWhole(f"{name} is missing") from None
    except OSError:
        raise _NotWhole(f"{name} cannot be read") from None


def _parsed(content: bytes, name: str) -> dict[str, Any]:
    try:
        parsed = json.loads(content)
    except (ValueError, RecursionError):
        raise _NotWhole(f"{name} cannot be read") from None
    if not isinstance(parsed, dict):
        raise _NotWhole(f"{name} cannot be read")
    return parsed


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
