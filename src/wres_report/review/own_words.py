"""Changes of the trust's own words, held against the file that has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wres_report.faults import Fault
from wres_report.inputs.text import read_words
from wres_report.review.flow import Flow, Piece
from wres_report.review.hunks import END, Hunk, hunks_of
from wres_report.review.matching import Unit
from wres_report.review.model import FileChange, Finding, Place, State
from wres_report.review.patching import Outcome, patched
from wres_report.review.refusing import apart
from wres_report.review.report import SentReport
from wres_report.review.sources import Sourced, sourced
from wres_report.review.telling import finding_of

SHORTEST_MOVED = 12


@dataclass
class OwnText:
    """The words of one section as the report printed them. starts: of each paragraph of the
    report in ``text``. source: the file as it is now; empty where it is there no more."""

    unit: Unit
    path: str
    text: str
    source: str
    starts: dict[int, int]
    known: Sourced


def own_text(report: SentReport, unit: Unit) -> OwnText:
    """The words of a section with their source."""
    starts, parts, length = {}, [], 0
    for place in unit.before:
        words = report.flow.paragraphs[place].whole
        starts[place] = length
        parts.append(words)
        length += len(words) + 1
    path = report.narrative_file(unit.section)
    source, name = "", f"narrative/{unit.section}.md"
    if path is not None:
        name = report.workspace.relative(path)
        try:
            source = read_words(path, name)
        except Fault:
            source = ""  # told with every change of these words
    text = END.join(parts)
    return OwnText(
        unit, name, text, source, starts, sourced(text, source, report.variables(source))
    )


def pieces_of(reviewed: Flow, places: Sequence[int]) -> tuple[list[Piece], list[bool]]:
    """The pieces of some paragraphs, with one for the end of each but the last; and for each of
    these ends whether an item of a list follows."""
    pieces: list[Piece] = []
    listed: list[bool] = []
    for n, place in enumerate(places):
        paragraph = reviewed.paragraphs[place]
        pieces += paragraph.pieces
        if n < len(places) - 1:
            pieces.append(Piece(END, paragraph.mark))
            listed.append(reviewed.paragraphs[places[n + 1]].is_list)
    return pieces, listed


def own_hunks(own: OwnText, reviewed: Flow) -> list[Hunk]:
    """What reviewers changed in the words of a section."""
    return hunks_of(own.text, *pieces_of(reviewed, own.unit.after))


def moved_sources(own: Sequence[tuple[OwnText, Sequence[Hunk]]]) -> dict[str, str]:
    """The source of each text that was taken away somewhere, by what it printed, so that it keeps
    its variables where it was put."""
    found = {}
    for text, hunks in own:
        for hunk in hunks:
            start = hunk.start
            for words in hunk.old.split(END):
                places = [p for p in text.known.at[start : start + len(words)] if p is not None]
                if len(words.strip()) >= SHORTEST_MOVED and len(places) == len(words):
                    first = start + len(words) - len(words.lstrip())
                    found[words.strip()] = text.known.slice(first, first + len(words.strip()))
                start += len(words) + 1
    return found


def own_findings(
    report: SentReport, own: OwnText, hunks: Sequence[Hunk], moved: Mapping[str, str]
) -> tuple[list[Finding], FileChange | None]:
    """What becomes of each change, and the file as it is to be; None where it stays as it is."""
    # What was moved here brings the variables of another section.
    variables = report.variables("\n".join((own.source, *moved.values())))
    hunks = apart(hunks, own.known.filled, own.text)
    source, outcomes = patched(own.text, own.source, hunks, variables, report.origin, moved)
    change = FileChange(own.path, own.source, source) if source != own.source else None
    return [_finding(own, outcome) for outcome in outcomes], change


def _finding(own: OwnText, outcome: Outcome) -> Finding:
    refusal = outcome.refusal
    state = State.PROPOSED if refusal is None else State.REFUSED if refusal.key else State.LEFT
    place = Place(
        own.path,
        outcome.line,
        key="" if refusal is None else refusal.key,
        near=around(own.text, outcome.hunk),
    )
    return finding_of(outcome.hunk, place, state, "" if refusal is None else refusal.reason)


def around(text: str, hunk: Hunk, most: int = 40) -> str:
    """The words right before and behind a change, by which a person finds it."""
    before = text[max(0, hunk.start - most) : hunk.start].rpartition(END)[2]
    after = text[hunk.end : hunk.end + most].partition(END)[0]
    return f"{before}|{after}".strip()
