"""What stands at the top of an outputs folder: the page of all reports, and their manifest."""

from __future__ import annotations

from pathlib import Path

from wres_report.files import write_aside
from wres_report.finished.files import MANIFEST, folder_of, places
from wres_report.hashes import file_hash
from wres_report.pipeline.outputs import json_bytes


def write_listing(out: Path, data: Path | None = None) -> Path:
    """Write ``index.html`` and ``manifest.json``: hash by trust-year of each report's manifest.

    Both are made from what stands in the folder, so the same reports give the same bytes,
    whether one build made them or several. data: the folder of a workspace, whose register of
    trusts gives the page regions and groups to choose by. Returns the path of the page.
    """
    from wres_report.index import write_index
    from wres_report.inputs.trusts import read_organisations

    reports = {
        str(trust_year): file_hash(path)
        for trust_year in places(out)
        if (path := folder_of(out, trust_year) / MANIFEST).is_file()
    }
    page = write_index(out, read_organisations(data) if data else None)
    write_aside(out / MANIFEST, json_bytes({"reports": reports}).decode())
    return page
