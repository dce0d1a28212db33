"""Pictures and links that reviewers put in or took out: no text, and told all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote

from wres_report.review.flow import Flow, Inlaid
from wres_report.review.model import Finding, Place, State
from wres_report.review.placing import Placing

NEW_PICTURE = "A picture cannot be taken over by itself: save it, and name it in the narrative."
NEW_LINK = "Write it in the narrative as [these words]({address}) if it is to stay."
DRAWN = "The program draws this picture, and would draw it again."
OWN_PICTURE = "Take it out of the narrative if it is to go."


def inlaid_findings(report: Flow, placing: Placing) -> list[Finding]:
    """Each picture and each link that one of the two files has and the other has not.

    A link that went with its words is told with them, and not here.
    """
    reviewed = placing.reviewed
    stood = Counter(map(_name, report.inlaid))
    kept = Counter(_name(one) for one in reviewed.inlaid if one.change is None or one.change.takes)
    found = []
    for one in reviewed.inlaid:
        change = one.change
        if change is not None and change.moves and (one.kind == "link" or change.takes):
            continue  # a moved paragraph keeps its links
        if change is not None and change.adds:
            found.append(_put_in(placing, one))
        elif change is not None and change.takes and one.kind == "picture":
            found.append(_taken_out(placing, one))
        elif change is None and kept[_name(one)] > stood[_name(one)]:
            kept[_name(one)] -= 1
            found.append(_put_in(placing, one))
    return found + list(_gone(report, kept, placing))


def _gone(report: Flow, kept: Counter[tuple[str, str]], placing: Placing) -> Iterable[Finding]:
    """Pictures that nobody tracked the deletion of."""
    left = kept.copy()
    for one in report.inlaid:
        left[_name(one)] -= 1
        if left[_name(one)] >= 0 or one.kind != "picture":
            continue
        number = next((n for n, o in placing.matched.of.items() if o >= one.paragraph), None)
        place = placing.place([(number, 0, 0)] if number is not None else [])
        yield Finding("picture", place, State.REFUSED, one.told, tracked=False, reason=DRAWN)


def _put_in(placing: Placing, one: Inlaid) -> Finding:
    words = placing.reviewed.paragraphs[one.paragraph].whole[one.start : one.end]
    place = placing.place([(one.paragraph, one.start, one.end)], words)
    reason = NEW_PICTURE if one.kind == "picture" else NEW_LINK.format(address=one.told)
    return _finding(one, place, State.LEFT, reason, new=one.told, old=words)


def _taken_out(placing: Placing, one: Inlaid) -> Finding:
    place = placing.place([(one.paragraph, one.start, one.end)])
    own = placing.is_own(one.paragraph)
    state, reason = (State.LEFT, OWN_PICTURE) if own else (State.REFUSED, DRAWN)
    return _finding(one, place, state, reason, old=one.told)


def _finding(
    one: Inlaid, place: Place, state: State, reason: str, *, old: str = "", new: str = ""
) -> Finding:
    change = one.change
    if change is None:
        return Finding(one.kind, place, state, old, new, tracked=False, reason=reason)
    authors = (change.author,) if change.author else ()
    return Finding(one.kind, place, state, old, new, authors, change.date, reason=reason)


def _name(one: Inlaid) -> tuple[str, str]:
    """What it is known by in both files; programs write an address in several ways."""
    return one.kind, unquote(one.told).rstrip("/")
