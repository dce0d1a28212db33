"""The trust's own words, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from wres_report.diff.model import Build, Change
from wres_report.diff.words import marked, word_diff
from wres_report.measures.value import Status
from wres_report.narrative.variables import VARIABLE


def narrative_changes(old: Build, new: Build) -> Iterator[Change]:
    """Sections whose words differ, with a word diff.

    A figure in a sentence is a variable, and two builds that print another figure there have
    the same words: the figure is told among the figures.
    """
    of_old, of_new = _variables(old, new), _variables(new, old)
    for section in sorted({*old.narrative, *new.narrative}):
        was, now = old.narrative.get(section, ""), new.narrative.get(section, "")
        stretches = word_diff(was, now, _printer(of_old), _printer(of_new))
        if not stretches:
            continue
        kind = "section" if was and now else "section_added" if now else "section_removed"
        yield Change(
            f"narrative/{section}",
            kind,
            _one_line(was, of_old),
            _one_line(now, of_new),
            marked(stretches) if was and now else None,
            where=", ".join(dict.fromkeys(
                f"data/{build.trust_year}/narrative/{section}.md" for build in (old, new)
            )),
            stretches=stretches,
        )  # fmt: skip


def _variables(build: Build, other: Build) -> dict[str, str]:
    """The variables of a build; of one year, what the other build suppresses is suppressed."""
    variables = dict(build.variables)
    if build.trust_year == other.trust_year:
        hidden = Status.SUPPRESSED.words
        variables |= {name: text for name, text in other.variables.items() if text == hidden}
    return variables


def _one_line(text: str, variables: Mapping[str, str]) -> str | None:
    return " ".join(_printer(variables)(text).split()) or None


def _printer(variables: Mapping[str, str]) -> Callable[[str], str]:
    """Fills the variables of a text in; one that is not known stays as it stands."""
    return lambda text: VARIABLE.sub(lambda match: variables.get(match[1], match[0]), text)
