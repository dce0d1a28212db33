"""What the report of another year was made with, told from its settings without checking them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from wres_report.faults import Fault
from wres_report.inputs.opening import read_bytes
from wres_report.inputs.settings_file import read_settings
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

SECTION = "disclosure"
USUAL = 5  # the default of ``disclosure.minimum_count``
USUAL_RESPONSES = 11  # and of ``disclosure.minimum_responses``


def minimum_count_published(workspace: Workspace, trust_year: TrustYear) -> int | None:
    """The ``minimum_count`` of a trust-year's report, 1 where its rules are off.

    None where the settings are missing or are not as they should be: that is for the report of
    that year to say.
    """
    return _least(_rules(workspace, trust_year), "minimum_count", USUAL)


def shows_all_numbers(workspace: Workspace, trust_year: TrustYear) -> bool:
    """Whether the report of a trust-year hides neither counts nor figures on few responses."""
    path = workspace.params_file(trust_year)
    if not _may_have_rules(path, workspace.relative(path)):
        return False
    rules = _rules(workspace, trust_year)
    usual = {"minimum_count": USUAL, "minimum_responses": USUAL_RESPONSES}
    return all(_least(rules, name, value) == 1 for name, value in usual.items())


def _may_have_rules(path: Path, where: str) -> bool:
    """Whether a settings file may have rules of its own, told without reading it as YAML: there the
    word stands as it is, or is written with a backslash. A build with nothing to do asks this of
    every trust-year."""
    try:
        content = read_bytes(path, where)
    except Fault:
        return False
    return SECTION.encode() in content or b"\\" in content


def _rules(workspace: Workspace, trust_year: TrustYear) -> dict[str, Any] | None:
    path = workspace.params_file(trust_year)
    if not path.is_file():
        return None
    try:
        content = read_settings(path, workspace.relative(path)).content
    except Fault:
        return None
    rules = content.get(SECTION, {}) if isinstance(content, dict) else None
    return rules if isinstance(rules, dict) else None


def _least(rules: dict[str, Any] | None, name: str, usual: int) -> int | None:
    if rules is None:
        return None
    found = rules.get(name, usual) if rules.get("enabled", True) else 1
    return found if type(found) is int and found >= 1 else None
