"""How representation is put into words."""

from __future__ import annotations

from wres_report.indicators.representation.names import cluster_key
from wres_report.indicators.result import Result
from wres_report.measures.value import Status, Value
from wres_report.words import agreeing, listed, lower_first


def representation_finding(result: Result) -> list[str]:
    """The share, that of senior posts, which the verdict is of, and what stands beside them."""
    term, groups = result.data.term, result.data.standard.groups
    share = f"{groups.study}_percent"
    overall = result[share]
    if overall.status is Status.SUPPRESSED:
        return [_hidden_sentence(result), *_senior_sentences(result, term)]
    if not overall.ok:
        others = _other_shares(result)
        return others or [result.not_supplied]
    sentences = [
        _overall_sentence(result), *_senior_sentences(result, term), *_other_shares(result)
    ]  # fmt: skip
    previous = result.get(f"{share}.previous")
    if previous is not None:
        earlier = result.values.get(f"workforce.{groups.study}.previous")
        people = f" ({earlier.shown} people)" if earlier is not None else ""
        sentences.append(
            f"Last year the share was {previous.shown}{people}; this year's is "
            f"{result.words[result.indicator.key('movement')]}."
        )
    change = result.get(f"{share}.change")
    if change is not None and change.published:
        sentences.append(f"As published, the share's change on last year is {change.shown}.")
    national = result.get(f"{share}.benchmark")
    if national is not None:
        sentences.append(
            f"In all NHS trusts {term} staff are {national.shown} of the workforce "
            f"({national.note})."
        )
    sentences += _under_represented_bands(result, overall)
    return sentences


def _hidden_sentence(result: Result) -> str:
    return (
        f"What share of the workforce {result.data.term} staff are is not shown, since it would "
        "give a small number away."
    )


def _overall_sentence(result: Result) -> str:
    values, term, study = result.values, result.data.term, result.data.standard.groups.study
    overall = result[f"{study}_percent"]
    people = values[f"workforce.{study}"]
    if not (people.ok and values["workforce.total"].ok):
        return f"{term} staff are {overall.shown} of the workforce."
    return (
        f"{people.shown} of {values['workforce.total'].shown} staff {agreeing(people.number)} "
        f"{term}: {overall.shown} of the workforce."
    )


def _other_shares(result: Result) -> list[str]:
    """The shares and headcounts that were published of other groups than the whole tells of."""
    values, groups = result.values, result.data.standard.groups
    names = groups.words
    shares = [
        f"{share.shown} of the workforce are {name}"
        for group, name in names.items()
        if (share := result.get(f"{group}_percent")) is not None and share.published
    ]
    people = [
        f"{values[key].shown} {name}"
        for key, name in (
            ("workforce.total", "staff in all"),
            (f"workforce.{groups.comparator}", groups.word),
            (f"workforce.{groups.study}", result.data.term),
            (f"workforce.{groups.unknown}", names[groups.unknown]),
        ) if values[key].ok and values[key].published
    ]  # fmt: skip
    sentences = [f"As published, {' and '.join(shares)}."] if shares else []
    return [*sentences, f"As published, there are {listed(people)}."] if people else sentences


def _senior_sentences(result: Result, term: str) -> list[str]:
    groups, standard = result.data.standard.groups, result.data.standard
    senior, where = result[f"senior_{groups.study}_percent"], result.said("senior")
    if senior.ok and not result[f"{groups.study}_percent"].ok:
        return [f"At {where}, VSM included, {senior.shown} of staff are {term}."]
    if senior.ok:
        reading = {
            "worse": "fewer than their share of the whole workforce",
            "better": "more than their share of the whole workforce",
        }.get(result.verdict.code, "not clearly apart from their share of the whole workforce")
        return [
            f"At {where}, VSM included, {senior.shown}"
            f"{result.interval(senior, result[f'{groups.study}_percent'].value)} of "
            f"staff are {term}: {reading}."
        ]
    spread = result[f"{cluster_key(standard.senior)}_share"]
    if not spread.ok:
        return []
    sentences = [f"Of all {term} staff, {spread.shown} work at {where}."]
    if senior.status is Status.NOT_SUPPLIED:
        sentences.append(
            "What share of those posts they hold cannot be told, since the "
            f"{groups.word} and unknown headcounts by band are not supplied."
        )
    return sentences


def _under_represented_bands(result: Result, overall: Value) -> list[str]:
    labels = {band.id: band.label for band in result.data.standard.bands}
    names = result.data.standard.staff_groups
    sentences = []
    for group in ("non_clinical", "clinical"):
        rows = result.layout["bands"][group]
        below = [
            labels[name]
            for name, band in rows.items()
            if band.share.high is not None and band.share.high < overall.number
        ]
        if below:
            sentences.append(
                f"{names[group]} bands in which {result.data.term} staff are clearly fewer than "
                f"{overall.shown}: {listed([lower_first(name) for name in below])}."
            )
    return sentences
