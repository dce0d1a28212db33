"""What the report of another year was made with, told from its settings without checking them."""

from __future__ import annotations

from wres_report.faults import Fault
from wres_report.inputs.settings_file import read_settings
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

USUAL = 5  # the default of ``disclosure.minimum_count``
USUAL_RESPONSES = 11  # and of ``disclosure.minimum_responses``


def minimum_count_published(workspace: Workspace, trust_year: TrustYear) -> int | None:
    """The ``minimum_count`` of a trust-year's report, 1 where its rules are off.

    None where the settings are missing or are not as they should be: that is for the report of
    that year to say.
    """
    return _least(workspace, trust_year, "minimum_count", USUAL)


def shows_all_numbers(workspace: Workspace, trust_year: TrustYear) -> bool:
    """Whether the report of a trust-year hides neither counts nor figures on few responses."""
    rules = (("minimum_count", USUAL), ("minimum_responses", USUAL_RESPONSES))
    return all(_least(workspace, trust_year, name, usual) == 1 for name, usual in rules)


def _least(workspace: Workspace, trust_year: TrustYear, name: str, usual: int) -> int | None:
    path = workspace.params_file(trust_year)
    if not path.is_file():
        return None
    try:
        content = read_settings(path, workspace.relative(path)).content
    except Fault:
        return None
    rules = content.get("disclosure", {}) if isinstance(content, dict) else None
    if not isinstance(rules, dict):
        return None
    found = rules.get(name, usual) if rules.get("enabled", True) else 1
    return found if type(found) is int and found >= 1 else None
