"""Whether an organisation has told what it is asked to tell in words."""

from __future__ import annotations

import re

from wres_report.indicators.kinds import kind_of
from wres_report.indicators.result import Result
from wres_report.indicators.year import YearData
from wres_report.inputs.text import read_words
from wres_report.measures.value import Status, Unit, absent
from wres_report.measures.verdicts import NOT_SUPPLIED, unweighed

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def measure_told(data: YearData, indicator_id: str) -> Result:
    """The result of an indicator without figures: whether there are words of the trust's own.

    They stand in the narrative, in the section that the kind names; raises an input fault where
    that cannot be read.
    """
    indicator = data.indicator(indicator_id)
    section = kind_of(indicator).section(indicator)
    path = data.workspace.data_folder(data.trust_year) / "narrative" / f"{section}.md"
    text = read_words(path, data.workspace.relative(path)) if path.is_file() else ""
    told = bool(COMMENT.sub("", text).strip())
    verdict = unweighed("told in words") if told else NOT_SUPPLIED
    values = {indicator.headline_key: absent(Unit.COUNT, Status.NOT_SUPPLIED)}
    result = Result(data, indicator, values, verdict)
    result.words = {indicator.key("verdict"): verdict.words(data.term)}
    result.told = [
        "It is told in the trust's own words, below; no figure belongs to it."
        if told
        else "The trust has written nothing on it for this report; no figure belongs to it."
    ]
    return result
