"""The parts of the national report that are made from its figures, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from wres_report.indicators.kinds import asked_of, kind_of
from wres_report.markdown import escape, pipe_table
from wres_report.measures.value import Unit, write
from wres_report.peers.figure import Figure
from wres_report.peers.nation import by_chance, middle_of, nation_of
from wres_report.standard import Indicator, Standard
from wres_report.words import capitalised, listed, runs

NONE = "–"


class Told(Protocol):
    """Something that was found in the table."""

    @property
    def message(self) -> str: ...


def all_part(figures: Sequence[Figure], year: int, standard: Standard) -> str:
    """A row for each indicator that has figures: its first one over all trusts."""
    rows = []
    with_figures = [i for i in standard.indicators if not kind_of(i).section(i)]
    for indicator in with_figures:
        family = nation_of(figures, indicator, year, standard).main
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
        capitalised(standard.noun), "Trusts", "Median", "Half of them lie",
        "Beyond 95% (by chance)", "Told apart",
    ]  # fmt: skip
    table = pipe_table(heads, rows, "lrrrrr", [34, 10, 14, 20, 16, 12])
    note = (
        f"::: {{.table-note}}\n{_of_survey(standard)}"
        "Beyond: how many trusts are outside the 95% limits, and in brackets how many chance alone "
        "would put there. Told apart: how many differ from all together once it is allowed for "
        "that so many are looked at (Benjamini and Hochberg, 5%)."
        f"{_in_words(standard)}\n:::"
    )
    return f"{table}\n\n: All trusts of {standard.short} {year} {{#tbl-all}}\n\n{note}\n"


def _of_survey(standard: Standard) -> str:
    """Whose figure the table has of the indicators that the survey asks of two groups."""
    numbers = list(dict.fromkeys(indicator.number for indicator, _ in asked_of(standard)))
    if not numbers:
        return ""
    noun = standard.noun + ("" if len(numbers) == 1 else "s")
    return f"Of {noun} {runs(numbers)} the figure is that of the group under study. "


def _in_words(standard: Standard) -> str:
    """Which of them have no figure."""
    told = [i.label for i in standard.indicators if kind_of(i).section(i)]
    if not told:
        return ""
    one = len(told) == 1
    are = "is told in words and has no figure" if one else "are told in words and have no figures"
    return f" {capitalised(standard.noun)}{'' if one else 's'} {listed(told)} {are}."


def evidence_part(labels: Mapping[str, Sequence[str]], standard: Standard) -> str:
    """A section for each indicator with what its notebook shows.

    labels: of the cells of each notebook, by its name.
    """
    by_indicator: dict[str, list[str]] = {indicator.id: [] for indicator in standard.indicators}
    for name, indicators in standard.in_notebooks().items():
        for label in labels[name]:
            by_indicator[_indicator_of(label, indicators)].append(label)
    parts = []
    for indicator in standard.indicators:
        parts.append(f"## {capitalised(standard.noun)} {indicator.label}: {indicator.heading} "
                     f"{{#sec-{indicator.id} .indicator}}")  # fmt: skip
        for label in by_indicator[indicator.id]:
            embed = f"{{{{< embed notebooks/{indicator.notebook}.ipynb#{label} >}}}}"
            told = label.startswith("finding-")
            parts.append(f"::: {{.key-findings}}\n\n{embed}\n\n:::" if told else embed)
    return "\n\n".join(parts) + "\n"


def _indicator_of(label: str, indicators: Sequence[Indicator]) -> str:
    """The part that a label such as ``fig-m4-managers-spread`` names, by its id.

    Of parts that begin alike the longest name counts; what names none belongs to the first.
    """
    named = f"{label.partition('-')[2]}-"
    found = [one.id for one in indicators if named.startswith(f"{one.id}-")]
    return max(found, key=len, default=indicators[0].id)


def method_part(findings: Sequence[Told], standard: Standard, *, file: str) -> str:
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
        f"Where the {standard.noun} was defined otherwise the year before, none is given. Survey "
        "figures "
        "are unweighted, or their weighting is not known: the column weighting of the table says "
        "which, and weighted national figures are not to be set beside them.",
    ]  # fmt: skip
    if findings:
        said.append("What was found in the table:")
        said.append("\n".join(f"- {escape(found.message)}" for found in findings))
    return "\n\n".join(said) + "\n"
