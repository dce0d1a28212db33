"""A trust's place among the others of its year, where there is a table of all trusts.

What is said of chance was weighed: a rank is a range, and beside the limits stands how many trusts
chance alone would put beyond them. Medians are printed and not judged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from wres_report.charts.strip import Limits, Strip, StripChart
from wres_report.markdown import escape, pipe_table
from wres_report.marks import marked
from wres_report.measures.funnels import ALARM_LEVEL, WARNING_LEVEL
from wres_report.measures.ranks import Rank
from wres_report.measures.value import Unit, Value, write
from wres_report.peers.families import ALIKE, DIFFERENCE, GAP, RATIO
from wres_report.peers.nation import by_chance
from wres_report.peers.place import ALL, NAMED, SIZE, Place, Scope
from wres_report.report.parts.context import ReportContext
from wres_report.standard import Indicator
from wres_report.standard.comparators import AS_PRINTED
from wres_report.words import agreeing, capitalised, counted, enclosed, listed, lower_first

NONE = "–"
QUARTERS = ("first", "second", "third", "last")
UNSAFE = re.compile(r'[\\"<>{}]')  # in the text alternative of a picture
SCOPES = {
    "benchmark_group": "Benchmark group", "region": "Region", "icb": "Integrated care board",
}  # fmt: skip


def place_part(report: ReportContext, indicator: Indicator) -> str:
    """The sentences, the table and the chart of an indicator; empty where there are none."""
    places = report.places.get(indicator.id, ())
    if not places:
        return ""
    name = escape(report.short_within(indicator))
    lines = [f"### Among other trusts: {name}", "", " ".join(_sentences(report, places))]
    lines += ["", _table(report, indicator, places), "", _note(places)]
    if chart := place_picture(report, indicator):
        alt = UNSAFE.sub(" ", _alternative(chart))
        label = picture_of(indicator)
        lines += ["", f'![The trust among others, {name}](charts/{label}.png){{#fig-{label} '
                  f'fig-alt="{alt}"}}']  # fmt: skip
    return "\n".join(lines) + "\n"


def picture_of(indicator: Indicator) -> str:
    """The name of the chart's picture; the label of its figure and of its table hold it."""
    return f"{indicator.id}-place"


def place_picture(report: ReportContext, indicator: Indicator) -> StripChart | None:
    """The chart of the first figure of an indicator; None where it has no place."""
    places = report.places.get(indicator.id, ())
    if not places:
        return None
    place = places[0]
    rows = tuple(
        Strip(_scope_name(scope, plain=True), scope.values, scope.median)
        for scope in place.scopes if scope.values
    )  # fmt: skip
    if not rows:
        return None
    funnel, limits = place.funnel, None
    if funnel is not None and place.point is not None:
        inner, outer = (
            funnel.limits(place.point.error, level) for level in (WARNING_LEVEL, ALARM_LEVEL)
        )
        limits = Limits(inner, outer)
    figure = place.figure
    own = ("This trust", _value(place)) if figure.value is not None else None
    return StripChart(
        _title(report, place), f"WRES {figure.year}, {counted(len(place.family.values), 'trust')}",
        rows, Unit(figure.unit), own, limits, ALIKE.get(place.family.measure),
    )  # fmt: skip


def place_pictures(report: ReportContext) -> dict[str, StripChart]:
    """The charts of all indicators by the name of their pictures."""
    found = {i.id: place_picture(report, i) for i in report.standard.indicators}
    return {picture_of(i): chart for i in report.standard.indicators if (chart := found[i.id])}


def _title(report: ReportContext, place: Place) -> str:
    name = enclosed(lower_first(_figure_name(report, place)))
    if place.position is None:
        return f"The {name} among those of other trusts"
    return f"The {name} is {place.position}"


def _alternative(chart: StripChart) -> str:
    unit = chart.unit
    said = [chart.title]
    if chart.own:
        said.append(f"{chart.own[0]}: {chart.own[1].display}")
    said += [
        f"{row.name}: {counted(len(row.values), 'trust')}"
        + (f", median {write(row.median, unit)}" if row.median is not None else "")
        for row in chart.rows
    ]
    return ". ".join(said)


def _value(place: Place) -> Value:
    figure = place.figure
    return Value(figure.value, Unit(figure.unit), low=figure.low, high=figure.high, n=figure.n)


def _figure_name(report: ReportContext, place: Place) -> str:
    """What a figure is called where several of an indicator stand side by side."""
    groups, measure = report.standard.groups, place.family.measure
    if measure == GAP:
        return f"gap, {report.term} minus {groups.word}"
    if measure == RATIO:
        return "relative likelihood"
    if measure == DIFFERENCE:
        return "difference of the voting board from the workforce"
    return f"{report.term if place.family.group == groups.study else groups.word} figure"


def _key(indicator: Indicator, place: Place) -> str:
    family = place.family
    part = f"{family.part}_" if family.part else ""
    group = f"{family.group}_" if family.measure == "percent" else ""
    return indicator.key(f"{part}{group}{family.measure}")


def _own(indicator: Indicator, place: Place) -> str:
    figure = place.figure
    if figure.value is None:
        return figure.status.replace("_", " ")
    return marked(write(figure.value, Unit(figure.unit)), _key(indicator, place))


def _scope_name(scope: Scope, *, plain: bool = False) -> str:
    if scope.kind == ALL:
        return "All trusts"
    if scope.kind == SIZE:
        return "Trusts nearest in size"
    if scope.kind == NAMED:
        return "Named peers"
    return f"{SCOPES[scope.kind]}: {scope.which if plain else escape(scope.which)}"


def _sentences(report: ReportContext, places: Sequence[Place]) -> list[str]:
    said = [sentence for place in places for sentence in _of_figure(report, place)]
    return said or ["The trust has no rank here, and no place by limits."]


def _of_figure(report: ReportContext, place: Place) -> list[str]:
    """What the rank and the limits say of one figure."""
    name, rank = enclosed(escape(_figure_name(report, place))), place.rank
    said = []
    if rank is not None:
        first = "highest" if place.family.highest_first else "lowest"
        said.append(
            f"The {name} has rank {rank.rank:g} of {rank.of}, the {first} first; {_reach(rank)}."
        )
    if place.position is not None:
        said.append(f"The {name} is {place.position}.")
    return said


def _reach(rank: Rank) -> str:
    """Which ranks cannot be ruled out, and the quarter."""
    quarter = QUARTERS[rank.quarter - 1]
    if rank.low == rank.high:
        return f"every other rank can be ruled out, and it is in the {quarter} quarter"
    ends = (
        "no rank can be ruled out" if (rank.low, rank.high) == (1, rank.of)
        else f"the ranks from {rank.low} to {rank.high} cannot be ruled out"
    )  # fmt: skip
    if rank.sure_of_quarter:
        return f"{ends}, all in the {quarter} quarter"
    return f"{ends}, and by the figure alone it is in the {quarter} quarter"


def _table(report: ReportContext, indicator: Indicator, places: Sequence[Place]) -> str:
    columns = [capitalised(escape(_figure_name(report, place))) for place in places]
    rows = [["This trust", *(_own(indicator, place) for place in places)]]
    for number, scope in enumerate(places[0].scopes):
        cells = [_median(place, number) for place in places]
        rows.append([f"Median, {lower_first(_scope_name(scope))}", *cells])
    ranks = [place.rank for place in places]
    if any(ranks):
        rows.append(["Rank", *(f"{r.rank:g} of {r.of}" if r else NONE for r in ranks)])
        rows.append([
            "Ranks not ruled out", *(f"{r.low} to {r.high}" if r else NONE for r in ranks)
        ])  # fmt: skip
        rows.append(["Quarter", *(_quarter(place) for place in places)])
    if any(place.position for place in places):
        rows.append(["By the limits", *(str(place.position or NONE) for place in places)])
    table = pipe_table(
        ["Figure", *columns], rows, "l" + "r" * len(places), [34, *[22] * len(places)]
    )
    short = escape(report.short_within(indicator))
    return f"{table}\n\n: The trust among others, {short} {{#tbl-{picture_of(indicator)}}}"


def _median(place: Place, number: int) -> str:
    scope = place.scopes[number]
    trusts = len(scope.values)
    if scope.median is None:
        return f"{NONE} ({trusts})"
    return f"{write(scope.median, Unit(place.figure.unit))} ({trusts})"


def _quarter(place: Place) -> str:
    if place.rank is None:
        return NONE
    return f"{place.rank.quarter}" + ("" if place.rank.sure_of_quarter else ", not sure")


def _note(places: Sequence[Place]) -> str:
    """What must be known to read the figures, below the table."""
    said = ["In brackets: how many trusts show the figure."]
    of_itself = [s for s in places[0].scopes if s.kind in (ALL, *SCOPES)]
    if of_itself:
        said.append(f"The trust counts among {_among(of_itself)}.")
    if any(place.rank for place in places):
        said.append(
            "Most trusts differ by less than chance, so a rank is a range: the trust was tested "
            "against each other one, with allowance for so many tests (95% confidence)."
        )
    if any(place.position for place in places):
        said += [_of_limits(place) for place in places[:1] if place.funnel]
    said += _of_weighting(places)
    return "::: {.table-note}\n" + " ".join(said) + "\n:::"


def _among(scopes: Sequence[Scope]) -> str:
    words = {ALL: "all trusts", "benchmark_group": "its group", "region": "its region",
             "icb": "its board"}  # fmt: skip
    return listed([words[scope.kind] for scope in scopes])


def _of_limits(place: Place) -> str:
    funnel, chance = place.funnel, by_chance(place.family)
    assert funnel is not None
    assert chance is not None
    counted_in = (
        "The limits count in what trusts differ by beyond chance"
        if funnel.overdispersed
        else "The limits are those of chance alone"
    )
    return (
        f"{counted_in}. With {chance.placed} trusts looked at, chance alone puts about "
        f"{chance.expected:.2g} beyond the 95% limits and {chance.expected_far:.2g} beyond the "
        f"99.8% limits; here {agreeing(chance.beyond, 'it is', 'they are')} {chance.beyond} and "
        f"{chance.far}."
    )


def _of_weighting(places: Sequence[Place]) -> list[str]:
    """That figures of two weightings, or of one that is not known, stand beside each other."""
    own = {place.figure.weighting for place in places} - {""}
    others = frozenset[str]().union(*(place.weightings for place in places)) - {""}
    if not own or not others:
        return []
    if own == others == {AS_PRINTED}:
        return ["How the trusts weight their survey figures is not said; part of a difference may "
                "be that."]  # fmt: skip
    if own == others and len(own) == 1:
        return [f"All survey figures here are {listed(sorted(own))}."]
    mine = "not said to be weighted or not" if own == {AS_PRINTED} else listed(sorted(own))
    theirs = listed(sorted(others)).replace(AS_PRINTED, "not said to be weighted or not")
    return [
        f"The survey figures of this trust are {mine}, those of the others {theirs}; part of a "
        "difference may be that."
    ]
