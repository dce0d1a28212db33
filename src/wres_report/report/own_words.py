"""Stages the trust's own words: cleaned, held against what may stand in them, bound to figures."""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from wres_report.faults import Fault, narrative_fault, together
from wres_report.inputs.sections import sections_of
from wres_report.inputs.text import read_words
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import narrative_files
from wres_report.inputs.workspace import Workspace
from wres_report.narrative.closing import check_closed, check_shortcodes
from wres_report.report.cleaning import Cleaned, clean_texts
from wres_report.report.figures import Words
from wres_report.report.refusals import (
    included_in,
    nested_too_deep,
    refusals,
    remarks,
)

IN_OWN_WORDS = re.compile(r'::: \{\.own-words section="[\w-]+"\}\n\n(.*?)\n\n:::', re.DOTALL)
Cleaning = Callable[[Mapping[str, str], Mapping[str, str]], dict[str, Cleaned]]
NOT_WRITTEN = "<!-- The trust supplied no text for this section. -->\n"


@dataclass
class OwnWords:
    """texts: cleaned, by section, their variables still as an author writes them. remarks: what
    was cleaned. included: files that must stand in the finished project, each with its place."""

    texts: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    included: list[tuple[str, str]] = field(default_factory=list)

    def check_included(self, project: Path) -> None:
        """Raise a narrative fault for an included file that the finished project lacks."""
        for name, where in self.included:
            if not (project / name).is_file():
                beside = (project / name).parent.glob(f"*{Path(name).suffix}")
                known = sorted(path.relative_to(project).as_posix() for path in beside)
                raise not_there(name, where, known)


def not_there(name: str, where: str, known: Collection[str]) -> Fault:
    """The fault of an included file that is not there. known: the files that are."""
    return narrative_fault(
        f"The included file does not exist: {name}",
        where,
        f"{meant(name, known)}Correct its name, or take the line out.",
    )


def meant(name: str, known: Collection[str]) -> str:
    """“Did you mean …? ” for a name that is nearly a known one; else empty."""
    near = difflib.get_close_matches(name, sorted(known), n=1)
    return f"Did you mean {near[0]}? " if near else ""


def stage_own_words(
    workspace: Workspace, trust_year: TrustYear, words: Words, project: Path
) -> OwnWords:
    """Write every section of the narrative into the project, with the pictures it shows.

    Raises one fault for all that is wrong in any of the files, so that an author mends them in
    one go.
    """
    own, faults, cleaned = read_own_words(workspace, trust_year, words, clean_texts)
    folder = workspace.data_folder(trust_year) / "narrative"
    faults = faults or _copy_pictures(folder, project, cleaned, workspace)
    if faults:
        raise together(faults)
    _write(project / "narrative", own, words, sections_of(workspace.standard(trust_year)))
    return own


def read_own_words(
    workspace: Workspace, trust_year: TrustYear, words: Words, cleaning: Cleaning
) -> tuple[OwnWords, list[Fault], dict[str, Cleaned]]:
    """The own words with every fault in them, and what cleaning made of each section.

    cleaning: ``clean_texts``, or what does the same for texts in which there is little to clean.
    """
    folder = workspace.data_folder(trust_year) / "narrative"
    written, faults = _read(workspace, trust_year)
    own = OwnWords()
    cleaned = cleaning(written, words.variables)
    for section in sections_of(workspace.standard(trust_year)):
        if section not in cleaned:
            continue
        where = workspace.relative(folder / f"{section}.md")
        text, clean = written[section], cleaned[section]
        # Places are told as they are in the author's file, before anything was cleaned.
        found = _first_fault(text, where, words)
        told = {fault.where for fault in found}
        found += [f for f in refusals(text, clean, where, folder) if f.where not in told]
        faults += found
        if not found:
            own.texts[section] = clean.text
            own.remarks += remarks(text, clean, where)
            own.included += [(n, f"{where}, line {line}") for n, _, line in included_in(text)]
    return own, faults, cleaned


def _first_fault(text: str, where: str, words: Words) -> list[Fault]:
    try:
        check_shortcodes(text, where)
        check_closed(text, where)
        words.bound(text, where)
    except Fault as fault:
        return [fault]
    return []


def _read(workspace: Workspace, trust_year: TrustYear) -> tuple[dict[str, str], list[Fault]]:
    texts: dict[str, str] = {}
    faults: list[Fault] = []
    sections = sections_of(workspace.standard(trust_year))
    for path in narrative_files(workspace, trust_year):
        where = workspace.relative(path)
        if path.stem not in sections:
            faults.append(_belongs_nowhere(path, workspace, sections))
        else:
            try:
                text = read_words(path, where)
            except Fault as fault:
                faults.append(fault)
                continue
            deep = nested_too_deep(text, where)
            faults += deep
            if not deep:  # the others are read all the same, so that all is told at once
                texts[path.stem] = text
    return texts, faults


def _write(folder: Path, own: OwnWords, words: Words, sections: Sequence[str]) -> None:
    folder.mkdir()
    for section in sections:
        text = own.texts.get(section)
        staged = NOT_WRITTEN
        if text is not None:
            staged = in_own_words(words.bound(text, f"{section}.md"), section)
        (folder / f"{section}.md").write_text(staged, encoding="utf-8", newline="\n")


def in_own_words(text: str, section: str) -> str:
    """The text of a section as that of its author, by which a Word file keeps where it is from."""
    return f'::: {{.own-words section="{section}"}}\n\n{text.rstrip()}\n\n:::\n'


def without_own_words(text: str) -> str:
    """What ``in_own_words`` was given; a text that stands in no such div as it is."""
    found = IN_OWN_WORDS.fullmatch(text.strip())
    return found[1] if found else text


def _copy_pictures(
    folder: Path, project: Path, cleaned: Mapping[str, Cleaned], workspace: Workspace
) -> list[Fault]:
    """Copy every picture of the texts to the place where the text looks for it."""
    shown = {
        unquote(found.text)
        for clean in cleaned.values()
        for found in clean.found
        if found.kind == "picture" and found.safe and (folder / unquote(found.text)).is_file()
    }
    faults = []
    for name in sorted(shown):
        if (project / name).exists():
            faults.append(
                narrative_fault(
                    f"The report has a file called {name} of its own.",
                    workspace.relative(folder / name),
                    "Give the picture another name.",
                )
            )
            continue
        shutil.copyfile(folder / name, project / name)
    return faults


def _belongs_nowhere(path: Path, workspace: Workspace, sections: Sequence[str]) -> Fault:
    """A file that would be left out without a word, most often because its name is misspelt."""
    hint = meant(path.name, [f"{section}.md" for section in sections])
    return narrative_fault(
        f"No section of the report is called “{path.stem}”.",
        workspace.relative(path),
        f"{hint}The sections are: {', '.join(sections)}.",
    )
