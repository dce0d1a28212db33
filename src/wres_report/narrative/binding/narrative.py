"""Checks every narrative file of a trust-year, as strictly as its settings ask."""

from __future__ import annotations

from collections.abc import Mapping

from wres_report.claims.figures import Figures
from wres_report.faults import narrative_fault, together
from wres_report.inputs.text import read_words
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import narrative_files
from wres_report.inputs.workspace import Workspace
from wres_report.narrative.binding.check import check_text
from wres_report.narrative.binding.remark import Remark
from wres_report.narrative.binding.small_counts import named_groups, remarks_on, remarks_on_plans

OFF, FAIL = "off", "fail"


def check_narrative(
    workspace: Workspace, trust_year: TrustYear, level: str, variables: Mapping[str, str],
    figures: Figures | None, minimum: int = 1,
) -> list[str]:  # fmt: skip
    """What is to be said of the trust's own words, file by file.

    level: the setting ``claims``. figures: as of ``check_text``. minimum: the smallest number of
    people that the report shows; smaller ones are looked for in the words and in the plans. Raises
    a narrative fault for what is wrong where it is ``fail``; what is merely suggested stops
    nothing.
    """
    if level == OFF:
        return []
    remarks: list[Remark] = []
    groups = named_groups(workspace.standard(trust_year))
    for path in narrative_files(workspace, trust_year):
        where = workspace.relative(path)
        text = read_words(path, where)
        remarks += check_text(text, where, variables, figures)
        remarks += remarks_on(text, where, minimum, groups)
    remarks += remarks_on_plans(workspace, trust_year, minimum, groups)
    wrong = [remark for remark in remarks if remark.wrong]
    if level == FAIL and wrong:
        raise together([narrative_fault(r.what, r.where, r.action) for r in wrong])
    return [str(remark) for remark in remarks]
