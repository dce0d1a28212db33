"""What of the finished reports goes onto a website, and under which addresses.

Addresses never change from one publication to the next: they are made of the organisation code,
the year and the kind of file, in small letters, since a web server tells large from small.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wres_report.diff.pins import whole_build
from wres_report.faults import input_fault, not_written, usage_fault
from wres_report.finished.downloads import with_downloads
from wres_report.finished.files import PLANS_WORKBOOK, RESULTS, folder_of
from wres_report.formats import FORMATS
from wres_report.hashes import file_hash
from wres_report.index.reading import read_reports
from wres_report.index.report import Report
from wres_report.inputs.trust_year import TrustYear
from wres_report.pipeline.publish import aside
from wres_report.website.page import site_page

PAGE, LISTING = "index.html", "files.json"
# What the board has passed. Anything else is a draft, a report that was changed since among it.
PASSED = ("approved", "published")
# Of each report: the file in the outputs, and how the downloaded one ends.
DOWNLOADS = {
    **{one.file: one.file for one in FORMATS.values() if one.public and one.file != PAGE},
    PLANS_WORKBOOK: PLANS_WORKBOOK,
    RESULTS: RESULTS,
}


@dataclass(frozen=True)
class Published:
    """A file of the website. address: relative, with ``/``. source: the file it is a copy of.
    content: what stands there instead of a copy."""

    address: str
    source: Path
    size: int
    sha256: str
    content: bytes | None = None


@dataclass(frozen=True)
class PublishedReport:
    """One report of the website, its page first where it has one."""

    report: Report
    files: tuple[Published, ...]


def publish(out: Path, folder: Path, chosen: Sequence[TrustYear], *, drafts: bool) -> int:
    """Write the finished reports of an outputs folder as a folder for a website; how many files.

    chosen: which reports; all where it is empty. drafts: whether those that no board has passed
    go as well. The folder is written aside and then takes the place of what was published there
    before; anything else that stands there is left alone, and told.

    Raises an input fault where there is nothing to publish or a file was changed after its build,
    and a usage fault for a draft, or for a folder that holds what was not published by this.
    """
    reports = reports_of(out, chosen)
    if not drafts:
        _refuse_drafts(reports)
    _refuse_foreign(folder)
    published = [PublishedReport(report, tuple(_files(out, report))) for report in reports]
    try:
        with aside(folder) as new:
            _write(new, published)
    except OSError as error:
        raise not_written(
            error, "The folder for the website", str(folder),
            "Close the programs that have files of it open, or name another folder.",
        ) from None  # fmt: skip
    return sum(len(one.files) for one in published) + 1


def reports_of(out: Path, chosen: Sequence[TrustYear]) -> list[Report]:
    """The finished reports that are chosen; all where none is.

    Raises an input fault where one is not built, or none is.
    """
    known, _ = read_reports(out)
    found = [report for report in known if not chosen or report.trust_year in chosen]
    missing = set(chosen) - {report.trust_year for report in found}
    if missing or not found:
        name = str(min(missing)) if missing else "all"
        raise input_fault(
            f"There is no finished report of {name}." if missing
            else "There is no finished report to publish.",
            str(out), f"Build it first: wres build {name}",
        )  # fmt: skip
    return found


def _refuse_drafts(reports: Iterable[Report]) -> None:
    drafts = [str(report.trust_year) for report in reports if report.state not in PASSED]
    if drafts:
        raise usage_fault(
            f"No board has passed {', '.join(drafts)}: a draft is not published.",
            f"params/{drafts[0]}.yaml, state",
            "Set state to approved or published there and build again, name the reports that are "
            "to be published, or add --drafts.",
        )


def _refuse_foreign(folder: Path) -> None:
    """What stands in the folder must be what was published there before, or nothing."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise usage_fault("This is a file.", str(folder), "Name a folder.")
    own = {PAGE, LISTING, *_listed(folder)}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in own:
            raise usage_fault(
                "The folder holds a file that was not published here, and would be replaced.",
                str(path), "Name a new folder, or move the file away.",
            )  # fmt: skip


def _listed(folder: Path) -> set[str]:
    try:
        listing = json.loads((folder / LISTING).read_text(encoding="utf-8"))
        return {str(entry["address"]) for entry in listing["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _files(out: Path, report: Report) -> Iterable[Published]:
    """The files of a report, each as its build left it."""
    name = str(report.trust_year)
    source = folder_of(out, report.trust_year)
    manifest = whole_build(source, name).manifest["outputs"]
    place = report.place.lower()
    stem = place.replace("/", "-")
    names = {
        file: f"{stem}-{ending}" if ending else PAGE
        for file, ending in {PAGE: "", **DOWNLOADS}.items()
        if file in manifest
    }
    for file, called in names.items():
        path = source / file
        if file != PAGE:
            yield Published(f"{place}/{called}", path, path.stat().st_size, file_hash(path))
            continue
        # The page names what stands beside it, which here is called otherwise.
        content = with_downloads(path.read_text(encoding="utf-8"), names).encode()
        sha256 = hashlib.sha256(content).hexdigest()
        yield Published(f"{place}/{called}", path, len(content), sha256, content)


def _write(new: Path, published: Sequence[PublishedReport]) -> None:
    for one in published:
        for file in one.files:
            target = new / file.address
            target.parent.mkdir(parents=True, exist_ok=True)
            if file.content is None:
                shutil.copyfile(file.source, target)
            else:
                target.write_bytes(file.content)
    page = site_page([(one.report, one.files) for one in published])
    (new / PAGE).write_text(page, encoding="utf-8", newline="\n")
    listing = {
        "files": [
            {"address": file.address, "size": file.size, "sha256": file.sha256}
            for one in published for file in one.files
        ]
    }  # fmt: skip
    text = json.dumps(listing, indent=1, ensure_ascii=False) + "\n"
    (new / LISTING).write_text(text, encoding="utf-8", newline="\n")
