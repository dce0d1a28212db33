"""What the report of another year was made with, read from its settings without checking them."""

from __future__ import annotations

from typing import Any

import yaml

from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.yaml_loaders import SafeLoader

USUAL = 5  # the default of ``disclosure.minimum_count``


def minimum_count_published(workspace: Workspace, trust_year: TrustYear) -> int | None:
    """The ``minimum_count`` of a trust-year's report, 1 where its rules are off.

    None where the settings are missing or are not as they should be: that is for the report of
    that year to say.
    """
    path = workspace.params_file(trust_year)
    try:
        settings: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
        rules = settings.get("disclosure", {})
        found = rules.get("minimum_count", USUAL) if rules.get("enabled", True) else 1
    except (OSError, ValueError, AttributeError, yaml.YAMLError):
        return None
    return found if type(found) is int and found >= 1 else None
