"""The build that was approved, as a small file that the trust keeps with its data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from wres_report.diff.model import Build, Picture
from wres_report.diff.reading import check_hash, read_outputs
from wres_report.faults import Fault, input_fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.json_text import json_text
from wres_report.plans.model import action_of, row_of
from wres_report.report.parts.approval import Approved

FORM = 1
PIN_AGAIN = "Take the file from version control, or pin the build again with wres pin."


def whole_build(folder: Path, name: str) -> Build:
    """The build in an outputs folder, every file of it held against its manifest.

    Raises an input fault for a file that is missing or was changed after the build.
    """
    build = read_outputs(folder, name)
    for path, digest in build.manifest["outputs"].items():
        check_hash(folder / path, digest, f"{name}/{path}")
    return build


def pin_text(build: Build, approval: Approved) -> str:
    """The content of a pin: JSON with sorted keys, so that the same build gives the same bytes."""
    content = {
        "form": FORM,
        "trust_year": str(build.trust_year),
        "approved": {"by": approval.by, "on": approval.on.isoformat(), "note": approval.note},
        "results": build.results,
        "manifest": build.manifest,
        "variables": build.variables,
        "narrative": build.narrative,
        "method": build.method,
        "actions": [row_of(action) for action in build.plan],
        "progress": [row_of(action) for action in build.last_plan],
        # Pictures would make the file large: what they show stands in their text alternatives.
        "pictures": {
            key: {"alt": picture.alt, "sha256": picture.sha256}
            for key, picture in build.pictures.items()
        },
    }
    return json_text(content) + "\n"


def read_pin(path: Path, name: str) -> tuple[Build, Approved]:
    """The build that was pinned, and its approval. name: how people call the file.

    Raises an input fault where the file cannot be read or is no pin.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        approved = content["approved"]
        approval = Approved(
            str(approved["by"]), date.fromisoformat(approved["on"]), str(approved["note"])
        )
        build = pinned_build(content, name)
        assert build.values is not None
    except FileNotFoundError:
        raise input_fault("This file is missing.", name, "Check the name and the folder.") from None
    except (Fault, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise input_fault("This is no pinned build that can be read.", name, PIN_AGAIN) from None
    return build, approval


def pinned_build(content: Mapping[str, Any], name: str) -> Build:
    """The build in the content of a pin; raises KeyError, TypeError or ValueError for no pin."""
    if content["form"] != FORM:
        raise ValueError("a pin of another form")
    results = content["results"]
    trust_year = TrustYear.parse(content["trust_year"])
    if TrustYear.of_results(results) != trust_year:
        raise ValueError("a pin of two trust-years")
    return Build(
        name,
        trust_year,
        results,
        content["manifest"],
        dict(content["variables"]),
        dict(content["narrative"]),
        dict(content["method"]),
        tuple(map(action_of, content["actions"])),
        tuple(map(action_of, content["progress"])),
        {key: Picture(p["alt"], p["sha256"]) for key, p in content["pictures"].items()},
        pinned=True,
    )
