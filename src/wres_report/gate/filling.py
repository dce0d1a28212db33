"""Fills into a suite what the standard says: one suite serves every standard."""

from __future__ import annotations

from typing import Any

from wres_report.standard import Standard


def filled_in(entry: Any, standard: Standard) -> Any:
    """The entry of a suite with each ``{name}`` replaced by what the standard has.

    A text that is such a name alone may become a list; ``expectations/README.md`` has the names.
    What has other names in braces, such as a regular expression, stays as it is.
    """
    return _filled(entry, lists_of(standard), words_of(standard))


def _filled(part: Any, lists: dict[str, list[str]], words: dict[str, str]) -> Any:
    if isinstance(part, dict):
        return {name: _filled(inner, lists, words) for name, inner in part.items()}
    if isinstance(part, list):
        return [_filled(inner, lists, words) for inner in part]
    if not isinstance(part, str) or "{" not in part:
        return part
    if part in lists:
        return lists[part]
    for name, text in words.items():
        part = part.replace(name, text)
    return part


def lists_of(standard: Standard) -> dict[str, list[str]]:
    """What a set of values may be, by its name."""
    groups = standard.groups
    return {
        "{bands}": [*_bands(standard), *_clusters(standard), "all"],
        "{grades}": [*_grades(standard), "all"],
        "{pair}": list(groups.pair),
        "{parts}": ["", *_parts(standard)],
        "{groups}": ["", *groups.columns],
    }


def words_of(standard: Standard) -> dict[str, str]:
    """What may stand in a name of a column, a pattern or a text, by its name."""
    groups = standard.groups
    surveyed = [i.number for i in standard.indicators if i.tables[0] == "survey"]
    return {
        "{comparator}": groups.comparator,
        "{study}": groups.study,
        "{unknown}": groups.unknown,
        "{other}": groups.word,
        "{term}": groups.term,
        "{standard}": standard.short,
        "{bands}": ", ".join(_bands(standard)),
        "{clusters}": ", ".join(_clusters(standard)),
        "{grades}": ", ".join(_grades(standard)),
        "{parts}": ", ".join(_parts(standard)),
        "{a number}": _pattern(standard.numbers),
        "{a survey number}": _pattern(surveyed),
        "{first}": str(min(standard.numbers)),
        "{last}": str(max(standard.numbers)),
        "{survey numbers}": _listed(dict.fromkeys(surveyed)),
    }


def _pattern(numbers: Any) -> str:
    """A regular expression of these numbers and no others."""
    return f"({'|'.join(str(number) for number in dict.fromkeys(numbers))})"


def _listed(numbers: Any) -> str:
    *first, last = map(str, numbers) if numbers else ("none",)
    return f"{', '.join(first)} or {last}" if first else last


def _parts(standard: Standard) -> list[str]:
    return [i.part for i in standard.indicators if i.part and i.tables[0] == "survey"]


def _bands(standard: Standard) -> list[str]:
    return [band.id for band in standard.bands]


def _clusters(standard: Standard) -> list[str]:
    return [cluster.id for cluster in standard.clusters]


def _grades(standard: Standard) -> list[str]:
    return [grade.id for grade in standard.medical_grades]
