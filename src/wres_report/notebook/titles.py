"""What a chart says of itself: its title, the line below it, and its text alternative.

All three are computed from the figures that the chart draws.
"""

from __future__ import annotations

from wres_report.measures.value import Value
from wres_report.notebook.likelihood_words import PHRASES
from wres_report.notebook.result import Result

LIKELIHOOD_TITLES = {
    "i2": ("White applicants were likelier to be appointed from shortlisting",
           "{term} applicants were likelier to be appointed from shortlisting"),
    "i3": ("{term} staff were likelier to enter the disciplinary process",
           "White staff were likelier to enter the disciplinary process"),
    "i4": ("White staff were likelier to take up training or CPD",
           "{term} staff were likelier to take up training or CPD"),
}  # fmt: skip
SIDES = {
    "i2": ("favours {term} applicants", "favours White applicants"),
    "i3": ("better for {term} staff", "worse for {term} staff"),
    "i4": ("favours {term} staff", "favours White staff"),
}
SUBJECTS = {
    "i2": "appointment from shortlisting",
    "i3": "entering the disciplinary process",
    "i4": "taking up training or CPD",
    "i5": "harassment, bullying or abuse from the public",
    "i6": "harassment, bullying or abuse from staff",
    "i7": "belief in equal opportunities for progression",
    "i8": "discrimination from managers or colleagues",
}
# Of shares, never of numbers: the smaller group may well be fewer people.
SURVEY_TITLES = {
    ("i5", "worse"): "{term} staff were likelier than White staff to meet harassment by the public",
    ("i5", "better"): "{term} staff were less likely than White staff to meet harassment "
                      "by the public",
    ("i6", "worse"): "{term} staff were likelier than White staff to meet harassment by staff",
    ("i6", "better"): "{term} staff were less likely than White staff to meet harassment by staff",
    ("i7", "worse"): "{term} staff were less likely than White staff to see equal opportunities",
    ("i7", "better"): "{term} staff were likelier than White staff to see equal opportunities",
    ("i8", "worse"): "{term} staff were likelier than White staff to meet discrimination at work",
    ("i8", "better"): "{term} staff were less likely than White staff to meet discrimination "
                      "at work",
}  # fmt: skip


def likelihood_title(result: Result) -> str:
    name, code = result.indicator.id, result.verdict.code
    worse, better = LIKELIHOOD_TITLES[name]
    if code in ("worse", "better"):
        return (worse if code == "worse" else better).format(term=result.data.term)
    if code == "too_few":
        return f"Too few cases to tell: {SUBJECTS[name]}"
    if code == "without_counts":
        return f"Counts not supplied: {SUBJECTS[name]}"
    return f"No clear difference: {SUBJECTS[name]}"


def likelihood_subtitle(result: Result) -> str:
    """n of each group, the period, the source."""
    phrases = PHRASES[result.indicator.id]
    white, bme = (result.get(f"{phrases.group_key}_{group}") for group in ("white", "bme"))
    people = ""
    if white is not None and bme is not None and white.ok and bme.ok:
        people = f"{white.display} White and {bme.display} {result.data.term} {phrases.people}; "
    return f"{people}year to {result.data.trust_year.snapshot}; {_first(result.indicator.source)}"


def likelihood_sides(result: Result) -> tuple[str, str]:
    below, above = SIDES[result.indicator.id]
    return below.format(term=result.data.term), above.format(term=result.data.term)


def likelihood_alternative(result: Result, others: list[tuple[str, Value]]) -> str:
    ratio = result["ratio"]
    beside = "".join(f" {name}: {value.shown}." for name, value in others if value.ok)
    return (
        f"Dot and line chart against parity at 1. This year's relative likelihood of "
        f"{SUBJECTS[result.indicator.id]} is {ratio.shown}{result.interval(ratio)}."
        f"{beside}"
    )


def survey_title(result: Result) -> str:
    name, code = result.indicator.id, result.verdict.code
    title = SURVEY_TITLES.get((name, code))
    if title:
        return title.format(term=result.data.term)
    if code == "without_counts":
        return f"Responses not supplied: {SUBJECTS[name]}"
    return f"No clear difference: {SUBJECTS[name]}"


def survey_subtitle(result: Result) -> str:
    white, bme = result.get("responses_white"), result.get("responses_bme")
    term = result.data.term
    known = [
        f"{value.display} {name}"
        for name, value in (("White", white), (term, bme))
        if value is not None and value.ok
    ]
    n = f"{' and '.join(known)} responses; " if known else ""
    return f"{n}{result.data.trust_year.survey_year} NHS Staff Survey"


def survey_alternative(result: Result) -> str:
    term = result.data.term
    years = sorted({year for group in result.series.values() for year in group})
    parts = []
    for year in years:
        white, bme = (result.series[group].get(year) for group in ("white", "bme"))
        shown = [
            f"{name} {value.shown}"
            for name, value in (("White", white), (term, bme))
            if value is not None
        ]
        parts.append(f"{year}: {', '.join(shown)}")
    medians = [
        f"{name} {value.shown}"
        for name, value in (
            ("White", result.get("white_percent.benchmark")),
            (term, result.get("bme_percent.benchmark")),
        )
        if value is not None
    ]
    tail = f" Benchmark-group medians: {', '.join(medians)}." if medians else ""
    return (
        f"Dumbbell chart of {SUBJECTS[result.indicator.id]} by survey year. {'; '.join(parts)}."
        f"{tail}"
    )


def board_title(result: Result) -> str:
    term, code = result.data.term, result.verdict.code
    if code in ("short", "above", "mirrors"):
        return f"The voting board: {result.verdict.words(term)}"
    return f"The {term} share of the board beside that of the workforce"


def board_alternative(
    result: Result, rows: list[tuple[str, Value]], workforce: Value, national: Value | None
) -> str:
    parts = "; ".join(f"{name} {value.shown}, {value.note}" for name, value in rows)
    england = f" Boards in England: {national.shown}." if national is not None else ""
    return (
        f"Dot chart of the {result.data.term} share of the board against {workforce.shown} of "
        f"the workforce. {parts}.{england}"
    )


def _first(source: str) -> str:
    return source.split(" and ")[0]
