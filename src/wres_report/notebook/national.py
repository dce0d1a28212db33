"""What the notebooks of the national report show: one indicator over all trusts of a year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from IPython.display import publish_display_data

from wres_report.charts.forms import Drawing, as_png, drawn
from wres_report.charts.funnel import FunnelChart
from wres_report.charts.strip import Strip, StripChart
from wres_report.indicators.kinds import kind_of
from wres_report.inputs.workspace import STANDARDS
from wres_report.markdown import escape, pipe_table
from wres_report.measures.value import Unit, decimals_beside, write
from wres_report.mime import CHART_META, CHART_MIME
from wres_report.peers.families import ALIKE, DIFFERENCE, GAP, RATIO, SCORE, Family
from wres_report.peers.nation import (
    YEARS,
    Nation,
    beyond,
    by_chance,
    middle_of,
    nation_of,
    scopes_of,
    sides_of,
)
from wres_report.peers.reading import figures_of
from wres_report.standard import HOME, load_standard
from wres_report.words import agreeing, capitalised, counted, enclosed

NONE = "–"
BREAK = "defined otherwise before: not comparable"
LEAST_YEARS = 2
OF_A_GROUP = {SCORE: "score"}  # what a figure of one group is called; all others are shares
MOST_NAMED = 40  # trusts in a table of those beyond the limits


def open_nation(table: str, year: int, indicator: str, standard: str = HOME) -> Nation:
    """Read the table of all trusts and take one indicator of one year.

    table: a ``country.csv``. standard: the name of that of its figures; one that does not come
    with the program stands in ``standards/`` beside the table. Raises an input fault for a table
    that cannot be read, LookupError for a standard and KeyError for an indicator that there is
    none of.
    """
    path = Path(table)
    known = load_standard(standard, path.parent / STANDARDS)
    years = range(year - YEARS + 1, year + 1)
    found = list(figures_of(path, indicator, years))
    return nation_of(found, known.indicator(indicator), year, known)


def name_of(nation: Nation, family: Family) -> str:
    """What a figure is called, in the words of the standard for its groups."""
    groups = nation.standard.groups
    if family.measure == GAP:
        return f"gap, {groups.term} minus {groups.word}"
    if family.measure == RATIO:
        return "relative likelihood"
    if family.measure == DIFFERENCE:
        return "voting board minus workforce"
    group = groups.term if family.group == groups.study else groups.word
    return f"{group} {OF_A_GROUP.get(family.measure, 'share')}"


def _unit(family: Family) -> Unit:
    return Unit(family.figures[0].unit)


def _written(number: float | None, unit: Unit, decimals: int | None = None) -> str:
    return NONE if number is None else write(number, unit, decimals)


def show_nation_table(nation: Nation) -> None:
    """Show what all trusts come to: each figure of the indicator a column."""
    found = [family for family in nation.found if middle_of(family)]
    if not found:
        return
    columns = []
    for family in found:
        unit, middle = _unit(family), middle_of(family) or (0.0, 0.0, 0.0)
        moved, chance = nation.change(family), by_chance(family)
        step = Unit.PP if unit is Unit.PERCENT else unit
        columns.append([
            str(len(family.values)), str(len(family.figures) - len(family.values)),
            *(write(number, unit) for number in middle),
            _written(family.funnel.target if family.funnel else None, unit),
            "another basis" if moved.basis else _moved(moved.middle, step),
            NONE if moved.basis else str(moved.trusts),
            f"{chance.beyond} ({chance.expected:.2g})" if chance else NONE,
            f"{chance.far} ({chance.expected_far:.2g})" if chance else NONE,
            str(chance.told_apart) if chance else NONE,
        ])  # fmt: skip
    heads = (
        "Trusts that show it", "Trusts that do not", "Lower quartile", "Median", "Upper quartile",
        "Target of the limits", "Median change on the year before", "Trusts in both years",
        "Beyond the 95% limits (by chance)", "Beyond the 99.8% limits (by chance)",
        "Told apart, so many looked at",
    )  # fmt: skip
    rows = [[head, *(column[n] for column in columns)] for n, head in enumerate(heads)]
    many = len(columns)
    names = [capitalised(name_of(nation, family)) for family in found]
    _markdown(pipe_table(["Figure", *names], rows, "l" + "r" * many, [40, *[20] * many]))


def _moved(number: float | None, unit: Unit) -> str:
    if number is None:
        return NONE
    if unit is Unit.PP:
        return write(number, unit)
    return ("+" if number > 0 else "") + write(number, unit)


def show_nation_spread(nation: Nation) -> None:
    """Show where the trusts lie, by region and group."""
    family = nation.main
    if family is None:
        return
    unit = _unit(family)
    rows = tuple(
        Strip(name, tuple(of.values), found[1] if (found := middle_of(of)) else None)
        for name, of in scopes_of(family) if of.values
    )  # fmt: skip
    title = f"{capitalised(name_of(nation, family))}: median {_written(rows[0].median, unit)}"
    chart = StripChart(
        title, f"{nation.standard.short} {nation.year}, {counted(len(family.values), 'trust')}",
        rows, unit, line=ALIKE.get(family.measure),
    )  # fmt: skip
    said = [f"{r.name}: {counted(len(r.values), 'trust')}, median {_written(r.median, unit)}"
            for r in rows]  # fmt: skip
    _picture(chart, ". ".join([title, *said]))


def show_nation_years(nation: Nation) -> None:
    """Show where the trusts lay in each of the last years; nothing where there is one year alone.

    The years are never joined, and a change of basis parts them.
    """
    years = nation.years
    if len(years) < LEAST_YEARS:
        return
    unit, name = _unit(years[0]), name_of(nation, years[0])
    rows, newer = [], ""
    for family in years:
        basis = family.figures[0].basis
        rule = BREAK if newer not in ("", basis) else ""
        middle = middle_of(family)
        rows.append(Strip(
            str(family.year), tuple(family.values), middle[1] if middle else None, rule
        ))  # fmt: skip
        newer = basis
    parted = any(row.rule for row in rows)
    title = f"{capitalised(name)} in {len(years)} years" + (", of two bases" if parted else "")
    chart = StripChart(
        title, f"{nation.standard.short} {years[-1].year} to {years[0].year}; each stroke is a "
        "trust", tuple(rows), unit, line=ALIKE.get(years[0].measure),
    )  # fmt: skip
    said = [
        (f"{row.rule}. " if row.rule else "")
        + f"{row.name}: {counted(len(row.values), 'trust')}, median {_written(row.median, unit)}"
        for row in rows
    ]
    _picture(chart, ". ".join([title, *said]))


def show_nation_funnel(nation: Nation) -> None:
    """Show the funnel of the first figure that has one."""
    family = next((f for f in nation.found if f.funnel is not None), None)
    chance = by_chance(family) if family else None
    if family is None or family.funnel is None or chance is None:
        return
    placed, out, expected, far_expected, far, _ = chance
    title = f"{out} of {counted(placed, 'trust')} {agreeing(out)} beyond the 95% limits"
    chart = FunnelChart(
        title, f"{capitalised(name_of(nation, family))}, {nation.standard.short} {nation.year}; "
        f"by chance alone about {expected:.2g}", family.funnel, _unit(family),
    )  # fmt: skip
    _picture(
        chart, f"{title}, where chance alone puts about {expected:.2g}; {far} beyond the 99.8% "
        f"limits, where it puts about {far_expected:.2g}.",
    )  # fmt: skip


def show_nation_beyond(nation: Nation) -> None:
    """Show the trusts beyond the limits by name, whose figures are published."""
    rows = []
    for family in nation.found:
        unit = _unit(family)
        for one in beyond(family):
            low, high = one.limits
            more = decimals_beside((low, high), one.figure.value, unit)
            rows.append([
                escape(one.figure.name or one.figure.trust), capitalised(name_of(nation, family)),
                _written(one.figure.value, unit, more),
                f"{write(low, unit, more)} to {write(high, unit, more)}", str(one.position),
            ])  # fmt: skip
    if rows:
        heads = ["Trust", "Figure", "Value", "95% limits for its size", "Position"]
        _markdown(pipe_table(heads, rows[:MOST_NAMED], "llrrl", [34, 16, 10, 20, 20]))
        if len(rows) > MOST_NAMED:
            left = counted(len(rows) - MOST_NAMED, "figure")
            _markdown(f"The table leaves out {left}; all stand in standing.csv.")


def show_nation_sides(nation: Nation) -> None:
    """Show on which side of parity the intervals lie, by region and group."""
    family = next((f for f in nation.found if f.measure in (RATIO, GAP)), None)
    sides = sides_of(family) if family else []
    if sides:
        rows = [
            [escape(s.scope), str(s.trusts), str(s.above), f"{100 * s.above / s.trusts:.0f}%",
             str(s.below), f"{100 * s.below / s.trusts:.0f}%"]
            for s in sides
        ]  # fmt: skip
        heads = ["Trusts", "Number", "Above parity", "Share", "Below parity", "Share"]
        _markdown(pipe_table(heads, rows, "lrrrrr", [34, 12, 14, 12, 14, 12]))


def show_nation_finding(nation: Nation) -> None:
    """Show what was weighed, in words."""
    _markdown(" ".join(finding(nation)))


def finding(nation: Nation) -> list[str]:
    """The sentences of an indicator."""
    family, noun = nation.main, nation.standard.noun
    if kind_of(nation.indicator).section(nation.indicator):
        return [f"This {nation.standard.row_noun} is told in words, in the reports of the trusts, "
                "so there is no figure to set side by side."]  # fmt: skip
    if family is None:
        return [f"Fewer than two trusts show a figure of this {noun}, so there is nothing to set "
                "side by side."]  # fmt: skip
    unit, middle = _unit(family), middle_of(family)
    assert middle is not None
    name = name_of(nation, family)
    low, half, high = (write(number, unit) for number in middle)
    said = [
        f"Over {counted(len(family.values), 'trust')} the median of the {enclosed(name)} is "
        f"{half}; half of them lie from {low} to {high}."
    ]
    moved = nation.change(family)
    if moved.basis:
        said.append(f"The {noun} was defined otherwise the year before, so no change is given.")
    elif moved.middle is not None:
        said.append(
            f"Of {counted(moved.trusts, 'trust')} that show it in both years, {moved.higher} "
            f"{agreeing(moved.higher, 'has', 'have')} a higher figure than the year before and "
            f"{moved.lower} a lower one; whether that is chance was not weighed."
        )
    if chance := by_chance(family):
        placed, out, expected, far_expected, far, apart = chance
        said.append(
            f"{out} of {counted(placed, 'trust')} {agreeing(out)} beyond the 95% limits, where "
            f"chance alone puts about {expected:.2g}; {far} {agreeing(far)} beyond the 99.8% "
            f"limits, where it puts about {far_expected:.2g}. With allowance for so many being "
            f"looked at, {apart} {agreeing(apart)} told apart from all together."
        )
        if family.funnel and family.funnel.overdispersed:
            said.append("The limits count in what trusts differ by beyond chance.")
    for other in nation.found:
        sides = sides_of(other)
        if other.measure == RATIO and sides:
            every = sides[0]
            said.append(
                f"In {every.above} of {counted(every.trusts, 'trust')} "
                f"({100 * every.above / every.trusts:.0f}%) the interval lies wholly above parity, "
                f"in {every.below} wholly below it."
            )
    return said


def _markdown(text: str) -> None:
    publish_display_data({"text/markdown": text, "text/plain": text})


def _picture(chart: Drawing, alternative: str) -> None:
    meta: dict[str, Any] = {"image/png": {"alt": alternative}, CHART_META: {"alt": alternative}}
    data = {"image/png": as_png(chart), CHART_MIME: drawn(chart), "text/plain": alternative}
    publish_display_data(data, metadata=meta)
