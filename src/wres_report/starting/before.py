"""Where last year's data of a trust stands: under its own code, or under that of a predecessor."""

from __future__ import annotations

from dataclasses import replace

from wres_report.faults import usage_fault
from wres_report.inputs.register import predecessors_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace


def last_years(workspace: Workspace, trust_year: TrustYear) -> TrustYear:
    """The trust-year before, which a new one takes over from; it may hold nothing.

    Raises a usage fault where several predecessors have data, since nobody but a person can say
    which one's plan and areas go on.
    """
    before = trust_year.previous
    if _holds(workspace, before):
        return before
    codes = predecessors_of(workspace, trust_year.code, trust_year.year)
    found = [old for code in codes if _holds(workspace, old := replace(before, code=code))]
    if len(found) > 1:
        raise usage_fault(
            f"{trust_year.code} has followed {' and '.join(old.code for old in found)}, and both "
            "have data of last year." if len(found) == 2 else
            f"{trust_year.code} has followed {', '.join(old.code for old in found)}, and all have "
            "data of last year.",
            f"data/{before}/",
            f"Put what goes on into data/{before}/ and params/{before.code}/{before.name}.yaml.",
        )  # fmt: skip
    return found[0] if found else before


def _holds(workspace: Workspace, trust_year: TrustYear) -> bool:
    return workspace.params_file(trust_year).is_file() or (
        workspace.data_folder(trust_year).is_dir()
    )
