"""Checks every narrative file of a trust-year, as strictly as its settings ask."""

from __future__ import annotations

from collections.abc import Mapping

from wres_report.binding.check import Remark, check_text
from wres_report.claims.figures import Figures
from wres_report.faults import narrative_fault, together
from wres_report.inputs.text import read_text
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import narrative_files
from wres_report.inputs.workspace import Workspace

OFF, FAIL = "off", "fail"


def check_narrative(
    workspace: Workspace, trust_year: TrustYear, level: str, variables: Mapping[str, str],
    figures: Figures,
) -> list[str]:  # fmt: skip
    """What is to be said of the trust's own words, file by file.

    level: the setting ``claims``. Raises a narrative fault for what is wrong where it is
    ``fail``; what is merely suggested stops nothing.
    """
    if level == OFF:
        return []
    remarks: list[Remark] = []
    for path in narrative_files(workspace, trust_year):
        where = workspace.relative(path)
        remarks += check_text(read_text(path, where), where, variables, figures)
    wrong = [remark for remark in remarks if remark.wrong]
    if level == FAIL and wrong:
        raise together([narrative_fault(r.what, r.where, r.action) for r in wrong])
    return [str(remark) for remark in remarks]
