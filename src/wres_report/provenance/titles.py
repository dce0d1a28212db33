"""What a figure is called, from its key."""

from __future__ import annotations

import re

from wres_report.notebook.likelihood_words import PHRASES
from wres_report.standard import Standard
from wres_report.words import capitalised

# What may stand behind the name of a figure, and how it is read.
SUFFIXES = {"previous": "last year", "change": "change on last year", "benchmark": "benchmark"}
SURVEY_YEAR = re.compile(r"y(\d{4})")
MEMBERSHIPS = {
    "voting": "voting board members",
    "total": "board members",
    "executive": "executive board members",
}
TIERS = re.compile(r"disparity_([a-z]+)_([a-z]+)")
SURVEYED = re.compile(r"(responses|gap|)_?(white|bme|)(?:_percent)?")


def title_of(key: str, standard: Standard, term: str, unknown: str) -> str:
    """The figure in a few words: ``BME staff, 2019 survey, benchmark``.

    term, unknown: what the report calls BME staff, and people of unknown ethnicity.
    """
    head, _, rest = key.partition(".")
    name, *suffixes = rest.split(".")
    groups = {"white": "White", "bme": term, "unknown": unknown, "total": "all"}
    if head == "workforce":
        words = _people(name, groups, "in the workforce")
    elif head == "national":
        words = f"England, {standard.indicator(name).short.replace('BME', term)}"
        suffixes = []
    elif head in {"i2", "i3", "i4"}:
        words = _likelihood(head, name, groups, standard)
    elif head in {"i5", "i6", "i7", "i8"}:
        words = _survey(name, groups)
    elif head == "i9":
        words = _board(name, groups)
    elif head == "i1":
        words = _representation(name, groups, standard)
    else:
        words, suffixes = key.replace(".", ", ").replace("_", " "), []
    return capitalised(", ".join([words, *(_suffix(suffix) for suffix in suffixes)]))


def _suffix(suffix: str) -> str:
    year = SURVEY_YEAR.fullmatch(suffix)
    return f"{year[1]} survey" if year else SUFFIXES.get(suffix, suffix.replace("_", " "))


def _people(group: str, groups: dict[str, str], where: str) -> str:
    if group == "unknown":
        return f"staff {where}, {groups[group].lower()}"
    return f"{'all' if group == 'total' else groups.get(group, group)} staff {where}"


def _likelihood(indicator: str, name: str, groups: dict[str, str], standard: Standard) -> str:
    phrases = PHRASES[indicator]
    first, _, group = name.rpartition("_")
    if name == "ratio":
        found = standard.indicator(indicator)
        sides = (groups[found.top or "white"], groups[found.bottom or "bme"])
        return f"relative likelihood, {sides[0]} ÷ {sides[1]}"
    if group == "percent":
        return f"{groups.get(first, first)} {phrases.people} who {phrases.happened}, per cent"
    who = f"{groups.get(group, group)} {phrases.people}"
    return f"{who} who {phrases.happened}" if first == phrases.cases_key else who


def _survey(name: str, groups: dict[str, str]) -> str:
    match = SURVEYED.fullmatch(name)
    if match is None:
        return name.replace("_", " ")
    if match[1] == "gap":
        return f"gap, {groups['bme']} − White"
    who = f"{groups.get(match[2], match[2])} staff"
    return f"responses of {who}" if match[1] == "responses" else f"{who} who said so, per cent"


def _board(name: str, groups: dict[str, str]) -> str:
    membership, _, rest = name.partition("_")
    members = MEMBERSHIPS.get(membership, membership)
    if rest == "members":
        return f"all {members}"
    if rest == "difference":
        return f"{groups['bme']} share of {members} − share of the workforce"
    group, _, percent = rest.partition("_")
    who = groups.get(group, group)
    return f"{who} share of {members}" if percent else f"{who} {members}"


def _representation(name: str, groups: dict[str, str], standard: Standard) -> str:
    tiers = TIERS.fullmatch(name)
    if tiers:
        return f"race disparity ratio, {tiers[1]} to {tiers[2]} bands"
    if name == "senior_bme_percent":
        return f"{groups['bme']} share of staff at band 8a and above"
    share = name.removesuffix("_percent")
    if share in groups:
        return f"{groups[share]} share of the workforce"
    for group in ("white", "bme", "unknown", "total"):
        if share.endswith(f"_{group}"):
            part = _part(share.removesuffix(f"_{group}"), standard)
            if share != name:
                return f"{groups[group]} share of {part}"
            return _people(group, groups, f"in {part}")
    part = _part(name.removesuffix("_share"), standard)
    return f"of all {groups['bme']} staff, those in {part}"


def _part(slug: str, standard: Standard) -> str:
    """A staff group, one of its bands or a cluster of bands, from its part of a key."""
    cluster = {c.id.replace("-", "_"): c.label for c in standard.clusters}
    if slug.removeprefix("cluster_") in cluster and slug.startswith("cluster_"):
        return _small(cluster[slug.removeprefix("cluster_")])
    labels = {band.replace("-", "_"): label for band, label in standard.band_labels().items()}
    for group, name in standard.staff_groups.items():
        if slug == group:
            return f"the {_small(name)} staff group"
        if slug.startswith(f"{group}_") and slug.removeprefix(f"{group}_") in labels:
            return f"{_small(labels[slug.removeprefix(f'{group}_')])}, {_small(name)}"
    return slug.replace("_", " ")


def _small(text: str) -> str:
    return text[0].lower() + text[1:]
