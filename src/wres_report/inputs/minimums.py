"""What the report of another year was made with, told from its settings without checking them."""

from __future__ import annotations

from wres_report.faults import Fault
from wres_report.inputs.settings_file import read_settings
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

USUAL = 5  # the default of ``disclosure.minimum_count``


def minimum_count_published(workspace: Workspace, trust_year: TrustYear) -> int | None:
    """The ``minimum_count`` of a trust-year's report, 1 where its rules are off.

    None where the settings are missing or are not as they should be: that is for the report of
    that year to say.
    """
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
    found = rules.get("minimum_count", USUAL) if rules.get("enabled", True) else 1
    return found if type(found) is int and found >= 1 else None
