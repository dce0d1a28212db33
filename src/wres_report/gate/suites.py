"""Loads the suites of ``expectations/`` and checks that each rule says what it must say."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wres_report.faults import Fault, input_fault, usage_fault
from wres_report.gate.filling import filled_in
from wres_report.gate.results import Severity
from wres_report.inputs.text import read_text
from wres_report.inputs.used import read_tables
from wres_report.inputs.workspace import Workspace
from wres_report.standard import Standard

WORDS = ("rule", "message", "expected", "action")


@dataclass(frozen=True)
class Rule:
    """One expectation of a suite.

    order: its place in the suite; of several rules that one cell breaks, the first is told.
    type, kwargs: as Great Expectations writes them. unless: rules whose findings in the same
    trust-year make this one's pointless.
    """

    suite: str
    order: int
    type: str
    kwargs: dict[str, Any]
    severity: Severity
    name: str
    message: str
    expected: str
    action: str
    unless: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the frame that the rule looks at, trust and year aside."""
        if "column_list" in self.kwargs:
            return tuple(c for c in self.kwargs["column_list"] if c not in ("trust", "year"))
        return (str(self.kwargs["column"]),)

    @property
    def reads(self) -> set[str]:
        """Every column of the frame that the rule looks at, and words that may be columns."""
        named = self.kwargs.get("column_list") or [str(self.kwargs["column"])]
        return {*named, *re.findall(r"\w+", str(self.kwargs.get("row_condition", "")))}

    def for_great_expectations(self) -> dict[str, Any]:
        return {
            "type": self.type,
            "kwargs": self.kwargs,
            "severity": self.severity,
            "meta": {"order": self.order},
        }


def suite_names(standard: Standard) -> tuple[str, ...]:
    """The suites of a standard, in the order in which a fault counts as the root of others."""
    return "files", *read_tables(standard), "agreement"


def load_suites(workspace: Workspace, standard: Standard) -> dict[str, list[Rule]]:
    """Every suite of a standard, by name.

    A suite that the standard brings itself comes before the one for all. Raises a fault for one
    that is missing or not well formed.
    """
    folder, own = workspace.templates("expectations"), standard.folder / "expectations"
    found = {}
    for name in suite_names(standard):
        path, where = own / f"{name}.json", f"standards/{standard.id}/expectations/{name}.json"
        if not path.is_file():
            path, where = folder / f"{name}.json", f"expectations/{name}.json"
        found[name] = _load(path, where, name, standard)
    return found


def _load(path: Path, where: str, name: str, standard: Standard) -> list[Rule]:
    if not path.is_file():
        # Going on without it would let everything through that it is there to stop.
        raise input_fault(
            "A suite of the gate is missing.",
            where,
            "Copy it from the wres-report package; a rule you do not want, take out of it.",
        )
    try:
        suite = json.loads(read_text(path, where))
        entries = list(suite["expectations"])
    except json.JSONDecodeError as error:
        raise usage_fault(
            f"This suite is not valid JSON: {error.msg}.", f"{where}, row {error.lineno}"
        ) from None
    except (KeyError, TypeError):
        raise usage_fault("This suite has no list of expectations.", where) from None
    filled = [filled_in(entry, standard) for entry in entries]
    return [_rule(entry, name, order, where) for order, entry in enumerate(filled)]


def _rule(entry: Any, suite: str, order: int, where: str) -> Rule:
    place = f"{where}, expectation {order + 1}"
    try:
        meta = entry["meta"]
        words = {word: str(meta[word]) for word in WORDS}
        severity = entry["severity"]
        kwargs = dict(entry["kwargs"])
        rule = Rule(
            suite, order, str(entry["type"]), kwargs, severity, words["rule"], words["message"],
            words["expected"], words["action"], tuple(meta.get("unless", ())),
        )  # fmt: skip
        _ = rule.columns
    except (KeyError, TypeError) as error:
        raise _at_fault(f"This expectation lacks {error}.", place) from None
    if severity not in ("critical", "warning"):
        raise _at_fault(f"A severity cannot be “{severity}”.", place)
    return rule


def _at_fault(what: str, where: str) -> Fault:
    return usage_fault(
        what,
        where,
        "Each expectation needs type, kwargs with a column, severity (critical or warning), "
        f"and meta with {', '.join(WORDS)}.",
    )
