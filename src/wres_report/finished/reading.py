"""Reads the JSON files of a finished report, and says in a few words what is wrong with one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wres_report.faults import input_fault
from wres_report.finished.files import MANIFEST, PLANS
from wres_report.plans.model import Action, action_of, row_of

BUILD_AGAIN = "Build it again with wres build."
# The plans in the file, by the table that each comes from.
THIS_YEAR, LAST_YEAR = "actions", "progress"


class NotWholeError(Exception):
    """Why a report cannot be read, in a few words. missing: whether a file is not there at all.

    name: of the file.
    """

    def __init__(self, name: str, why: str, *, missing: bool = False) -> None:
        super().__init__(f"{name} {why}")
        self.name, self.missing = name, missing


def read_json(folder: Path, name: str) -> dict[str, Any]:
    """The content of a file of a report. Raises NotWholeError where it holds no JSON object."""
    try:
        content = json.loads((folder / name).read_bytes())
    except FileNotFoundError:
        raise NotWholeError(name, "is missing", missing=True) from None
    except (OSError, ValueError, RecursionError):
        raise NotWholeError(name, "cannot be read") from None
    if not isinstance(content, dict):
        raise NotWholeError(name, "cannot be read")
    return content


def read_whole(folder: Path, name: str, called: str) -> dict[str, Any]:
    """As ``read_json``, for a person who named the report: raises an input fault.

    called: how that person calls the folder.
    """
    try:
        return read_json(folder, name)
    except NotWholeError as error:
        if error.missing:
            raise input_fault(
                "This is not built: a file is missing.", f"{called}/{name}",
                "Build it with wres build.",
            ) from None  # fmt: skip
        raise input_fault("This file cannot be read.", f"{called}/{name}", BUILD_AGAIN) from None


def listed(out: Path) -> dict[str, str]:
    """Hash by trust-year of the manifests that the manifest of an outputs folder lists.

    Empty where there is none that can be read.
    """
    try:
        return dict(read_json(out, MANIFEST)["reports"])
    except (NotWholeError, KeyError, TypeError, ValueError):
        return {}


def plans_json(this_year: Sequence[Action], last_year: Sequence[Action]) -> dict[str, Any]:
    """The plans of a report as plain values: a row of text by column for each action, in order."""
    plans = {THIS_YEAR: this_year, LAST_YEAR: last_year}
    return {name: [row_of(action) for action in plan] for name, plan in plans.items()}


def read_plans(folder: Path) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
    """This year's plan and last year's, with what their variables print; empty where none was made.

    Raises NotWholeError for a file that holds no plans.
    """
    if not (folder / PLANS).is_file():
        return (), ()
    content = read_json(folder, PLANS)
    try:
        this, last = (tuple(map(action_of, content[name])) for name in (THIS_YEAR, LAST_YEAR))
    except (KeyError, TypeError, AttributeError):
        raise NotWholeError(PLANS, "cannot be read") from None
    return this, last
