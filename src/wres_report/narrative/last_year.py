"""Figures in the words of last year's plan: those of last year, in this year's report too."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from wres_report.narrative.variables import VARIABLE
from wres_report.standard import read_key


def of_last_year(
    text: str, variables: Collection[str], facts: Mapping[str, str], survey_year: int
) -> str:
    """A cell of last year's plan with its variables turned to what they stood for then.

    variables: the keys of this year's report. facts: what last year's facts print, by key.
    survey_year: that of this year's report. A figure that this report does not know of last year
    keeps a name that it does not have, so that it is told and not mistaken.
    """

    def then(match: re.Match[str]) -> str:
        key = match[1]
        if key in facts:
            return facts[key]
        read = read_key(key)
        if not read.figure or not (read.number or read.stem == "workforce"):
            return match[0]
        # A year that is not compared with, because its question was another one, is known still.
        names = (f"{key}.previous", f"{key}.y{survey_year - 1}")
        name = next((name for name in names if name in variables), names[0])
        return f"{{{{< var {name} >}}}}"

    return VARIABLE.sub(then, text)
