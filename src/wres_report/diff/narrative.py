"""The trust's own words, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from wres_report.diff.model import Build, Change
from wres_report.diff.words import marked, word_diff
from wres_report.narrative.variables import VARIABLE


def narrative_changes(old: Build, new: Build) -> Iterator[Change]:
    """Sections whose words differ, with a word diff.

    A figure in a sentence is a variable, and two builds that print another figure there have
    the same words: the figure is told among the figures.
    """
    for section in sorted({*old.narrative, *new.narrative}):
        was, now = old.narrative.get(section, ""), new.narrative.get(section, "")
        stretches = word_diff(was, now, _printer(old.variables), _printer(new.variables))
        if not stretches:
            continue
        kind = "section" if was and now else "section_added" if now else "section_removed"
        yield Change(
            f"narrative/{section}",
            kind,
            _one_line(was, old.variables),
            _one_line(now, new.variables),
            marked(stretches) if was and now else None,
            where=", ".join(dict.fromkeys(
                f"data/{build.trust_year}/narrative/{section}.md" for build in (old, new)
            )),
            stretches=stretches,
        )  # fmt: skip


def _one_line(text: str, variables: Mapping[str, str]) -> str | None:
    return " ".join(_printer(variables)(text).split()) or None


def _printer(variables: Mapping[str, str]) -> Callable[[str], str]:
    """Fills the variables of a text in; one that is not known stays as it stands."""
    return lambda text: VARIABLE.sub(lambda match: variables.get(match[1], match[0]), text)
