"""The parts of the national report that are made from its figures, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from wres_report.markdown import escape, pipe_table
from wres_report.measures.value import Unit, write
from wres_report.peers.figure import Figure
from wres_report.peers.nation import by_chance, middle_of, nation_of
from wres_report.standard import load_standard
from wres_report.words import capitalised

NONE = "–"


class Told(Protocol):
    """Something that was found in the table."""

    @property
    def message(self) -> str: ...


def all_part(figures: Sequence[Figure], year: int) -> str:
    """A row for each indicator: its first figure over all trusts."""
    rows = []
    for indicator in load_standard().indicators:
        family = nation_of(figures, indicator, year).main
        name = f"{indicator.label} {escape(capitalised(indicator.short))}"
        middle = middle_of(family) if family else None
        if family is None or middle is None:
            rows.append([name, *[NONE] * 5])
            continue
        unit, chance = Unit(family.figures[0].unit), by_chance(family)
        low, half, high = (write(number, unit) for number in middle)
        rows.append([
            name, str(len(family.values)), half, f"{low} to {high}",
            f"{chance.beyond} ({chance.expected:.2g})" if chance else NONE,
            str(chance.told_apart) if chance else NONE,
        ])  # fmt: skip
    heads = [
        "Indicator", "Trusts", "Median", "Half of them lie", "Beyond 95% (by chance)", "Told apart",
    ]  # fmt: skip
    table = pipe_table(heads, rows, "lrrrrr", [34, 10, 14, 20, 16, 12])
    note = (
        "::: {.table-note}\nOf indicators 5 to 8 the figure is that of the group under study. "
        "Beyond: how many trusts are outside the 95% limits, and in brackets how many chance alone "
        "would put there. Told apart: how many differ from all together once it is allowed for "
        "that so many are looked at (Benjamini and Hochberg, 5%).\n:::"
    )
    return f"{table}\n\n: All trusts of WRES {year} {{#tbl-all}}\n\n{note}\n"


def evidence_part(labels: Mapping[str, Sequence[str]]) -> str:
    """A section for each indicator with what its notebook shows. labels: of its cells, by id."""
    parts = []
    for indicator in load_standard().indicators:
        parts.append(f"## Indicator {indicator.label}: {indicator.heading} "
                     f"{{#sec-{indicator.id} .indicator}}")  # fmt: skip
        for label in labels[indicator.id]:
            embed = f"{{{{< embed notebooks/{indicator.notebook}.ipynb#{label} >}}}}"
            told = label.startswith("finding-")
            parts.append(f"::: {{.key-findings}}\n\n{embed}\n\n:::" if told else embed)
    return "\n\n".join(parts) + "\n"


def method_part(findings: Sequence[Told], *, file: str) -> str:
    """How the figures come about, and what was found in the table."""
    said = [
        f"Everything here is made from the table of all trusts, `{file}`, which holds what the "
        "reports of the trusts, or the workbook of the survey, publish. A figure that one of them "
        "suppresses is suppressed here and is in no total, median or limit. The trusts that are "
        "named show the figure that they are named for.",
        "The limits are those of a funnel, at 95% and 99.8%, about the share of all people "
        "together, or about a ratio or gap that is pooled within trusts. Where trusts scatter by "
        "surely more than chance, the standard deviation between them is added to each error "
        "(Spiegelhalter 2005), and the finding says so. Of many trusts some are beyond the limits "
        "by chance alone; how many is said beside how many are.",
        "The change on the year before is that of the trusts that show the figure in both years. "
        "Where the indicator was defined otherwise the year before, none is given. Survey figures "
        "are unweighted, or their weighting is not known: the column weighting of the table says "
        "which, and weighted national figures are not to be set beside them.",
    ]  # fmt: skip
    if findings:
        said.append("What was found in the table:")
        said.append("\n".join(f"- {escape(found.message)}" for found in findings))
    return "\n\n".join(said) + "\n"
