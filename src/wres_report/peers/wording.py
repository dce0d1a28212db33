"""What is said of the columns of a table of all trusts, in the words of its standard."""

from __future__ import annotations

from collections.abc import Mapping

from wres_report.inputs.tables import SURVEY
from wres_report.standard import Standard


def worded(
    columns: Mapping[str, tuple[int, str]], standard: Standard
) -> dict[str, tuple[int, str]]:
    """The columns with their width and what they hold; the marks in braces are filled."""
    first, *_, last = standard.numbers
    judged = [i.number for i in standard.indicators if i.better in ("lower", "higher")]
    asked = [i.number for i in standard.indicators if SURVEY in i.tables]
    scores = any(i.unit == "score" for i in standard.indicators)
    marks = {
        "short": standard.short,
        "noun": standard.noun,
        "ids": f"{standard.letter}{first} to {standard.letter}{last}",
        "pair": " or ".join(standard.groups.pair),
        "groups": ", ".join(standard.groups.pair),
        "asked": f"{standard.letter}{asked[0]} to {standard.letter}{asked[-1]}"
        if asked
        else "none",
        "judged": f"{judged[0]} to {judged[-1]}" if judged else "",
        "score": ", score" if scores else "",
        "of_score": "; score, from 0 to 10" if scores else "",
    }
    return {name: (width, said.format(**marks)) for name, (width, said) in columns.items()}
