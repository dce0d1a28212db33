"""What stands at the top of an outputs folder: the page of all reports, and their manifest."""

from __future__ import annotations

import json
from pathlib import Path

from wres_report.build.outputs import MANIFEST, json_bytes
from wres_report.files import write_aside
from wres_report.hashes import file_hash


def write_listing(out: Path) -> Path:
    """Write ``index.html`` and ``manifest.json``: hash by trust-year of each report's manifest.

    Both are made from what stands in the folder, so the same reports give the same bytes,
    whether one build made them or several. Returns the path of the page.
    """
    from wres_report.index import write_index  # which loads scipy
    from wres_report.index.reading import places

    reports = {
        str(trust_year): file_hash(path)
        for trust_year in places(out)
        if (path := out / str(trust_year) / MANIFEST).is_file()
    }
    page = write_index(out)
    write_aside(out / MANIFEST, json_bytes({"reports": reports}).decode())
    return page


def listed(out: Path) -> dict[str, str]:
    """Hash by trust-year of the manifests that the manifest of an outputs folder lists."""
    try:
        return dict(json.loads((out / MANIFEST).read_text(encoding="utf-8"))["reports"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}
