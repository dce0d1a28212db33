"""The settings of a new trust-year, from those of the year before where there are any."""

from __future__ import annotations

from typing import Any

import yaml

from wres_report.faults import usage_fault
from wres_report.inputs.params import read_params
from wres_report.inputs.params_schema import KINDS
from wres_report.inputs.register import name_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.starting.before import last_years
from wres_report.yaml_loaders import SafeLoader

# What holds from year to year. Dates, states, and the reason for which small numbers were shown
# belong to one report.
TAKEN_OVER = ("name", "kind", "term", "unknown_label", "claims", "confidence", "synthetic",
              "technical_annex", "last_plan", "plan")  # fmt: skip
HEAD = """\
# The report on the snapshot of 31 March {year}. The page “Settings” of the documentation has every
# setting with its default. When the board has approved the report: state: approved
"""


def new_settings(workspace: Workspace, trust_year: TrustYear, name: str, kind: str) -> str:
    """The text of ``params/<code>/<year>.yaml``.

    name, kind: as they are given; empty where they are to be those of last year. Raises a usage
    fault where no name is known or the kind is none, and the faults of last year's settings.
    """
    before = last_years(workspace, trust_year)
    known = _settings_of(workspace, before)
    settings = {key: known[key] for key in TAKEN_OVER if key in known}
    if kind and kind not in KINDS:
        raise usage_fault(
            f"There is no kind of report “{kind}”.", "--kind", f"Choose one of: {', '.join(KINDS)}."
        )
    given = {"name": name, "kind": kind}
    # After a merger the old name is last year's, and the register has the new one.
    renamed = before.code != trust_year.code
    if not name and (renamed or "name" not in settings):
        given["name"] = name_of(workspace, trust_year.code) or _name_elsewhere(
            workspace, trust_year, settings
        )
    settings |= {key: value for key, value in given.items() if value}
    if "name" not in settings:
        raise usage_fault(
            f"The name of the trust {trust_year.code} is not known.",
            "--name",
            f'Give it: wres new {trust_year} --name "Example NHS Foundation Trust". With the '
            "register of organisations it is known: wres import organisations.",
        )
    body: str = yaml.safe_dump(
        {"name": settings.pop("name"), "state": "draft", **settings},
        allow_unicode=True, sort_keys=False, width=100,
    )  # fmt: skip
    return HEAD.format(year=trust_year.year) + body


def _name_elsewhere(workspace: Workspace, trust_year: TrustYear, settings: dict[str, Any]) -> str:
    """The name in the settings of the trust's nearest other year, of whichever standard; empty
    where there is none, or where last year's settings have one."""
    if "name" in settings:
        return ""
    others = [one for one in workspace.trust_years() if one.code == trust_year.code]
    for one in sorted(others, key=lambda one: (abs(one.year - trust_year.year), str(one))):
        if name := str(_settings_of(workspace, one).get("name") or ""):
            return name
    return ""


def _settings_of(workspace: Workspace, trust_year: TrustYear) -> dict[str, Any]:
    path = workspace.params_file(trust_year)
    if not path.is_file():
        return {}
    read_params(workspace, trust_year)  # tells what is wrong with them
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
    return found
