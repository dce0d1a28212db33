"""Which paragraphs of a reviewed file are which of the report, and of which text they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from wres_report.review.flow import Flow, Paragraph

ALIKE = 0.5  # of their text, for two paragraphs to be one that was changed
PARAGRAPH_NAMES = ("_own_", "_par_")


@dataclass
class Unit:
    """What is held together: the trust's words of one section, or one other paragraph.

    section: of the own words as the bookmark names it; empty for others. before: numbers of the
    report's paragraphs. after: numbers of those of the reviewed file.
    """

    section: str
    before: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)


@dataclass
class Matched:
    """units: all, in the order of the report. added: numbers of paragraphs of the reviewed file
    that belong to none, each with the unit before it, if any. moved: those of ``after`` that stand
    out of the report's order. of: for each paragraph of the reviewed file that of the report."""

    units: list[Unit]
    added: list[tuple[int, Unit | None]]
    moved: set[int]
    of: dict[int, int]


def match(report: Flow, reviewed: Flow) -> Matched:
    """Match the paragraphs of a reviewed file to those of the report that was sent out."""
    same = bool(report.digest) and report.digest == reviewed.digest
    of = _by_names(report, reviewed) if same else {}
    _by_text(report, reviewed, of)
    units, unit_of = _units(report)
    for place in sorted(of):
        unit_of[of[place]].after.append(place)
    added = []
    for place, paragraph in enumerate(reviewed.paragraphs):
        if place in of or paragraph.contents or not paragraph.whole.strip():
            continue
        unit = _of_neighbours(place, reviewed, of, unit_of)
        if unit is None:
            before = [unit_of[of[n]] for n in range(place) if n in of]
            added.append((place, before[-1] if before else None))
        else:
            unit.after.append(place)
            unit.after.sort()
    return Matched(units, added, _moved(of), of)


def is_told(paragraph: Paragraph) -> bool:
    """Whether it says anything of its own: not a blank one, nor a line of the contents."""
    return bool(paragraph.whole.strip()) and not paragraph.contents


def _by_names(report: Flow, reviewed: Flow) -> dict[int, int]:
    known = {
        name: place
        for place, paragraph in enumerate(report.paragraphs)
        for name in paragraph.anchors
        if name.startswith(PARAGRAPH_NAMES)
    }
    found: dict[int, int] = {}
    taken: set[int] = set()
    for place, paragraph in enumerate(reviewed.paragraphs):
        for name in paragraph.anchors:
            number = known.get(name)
            # A copy that Word made of a paragraph has none; LibreOffice copies the names as well.
            if number is not None and number not in taken and place not in found:
                found[place] = number
            if number is not None:
                taken.add(number)
    return found


def _by_text(report: Flow, reviewed: Flow, of: dict[int, int]) -> None:
    """Match what has no name, by its text, between those that are matched already."""
    taken = set(of.values())
    old = [n for n, p in enumerate(report.paragraphs) if n not in taken and is_told(p)]
    new = [n for n, p in enumerate(reviewed.paragraphs) if n not in of and is_told(p)]
    texts = (
        [report.paragraphs[n].whole for n in old],
        [reviewed.paragraphs[n].original for n in new],
    )
    for kind, a, b, c, d in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if kind == "equal":
            of.update(zip(new[c:d], old[a:b], strict=True))
        elif kind == "replace":
            _most_alike(texts, range(a, b), range(c, d), old, new, of)


def _most_alike(
    texts: tuple[list[str], list[str]], olds: range, news: range, old: Sequence[int],
    new: Sequence[int], of: dict[int, int],
) -> None:  # fmt: skip
    """Pair those of two stretches that are most alike, in their order."""
    start = olds.start
    for n in news:
        if not texts[1][n].strip():
            continue
        for o in range(start, olds.stop):
            matcher = SequenceMatcher(None, texts[0][o], texts[1][n], autojunk=False)
            if matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
                of[new[n]] = old[o]
                start = o + 1
                break


def _units(report: Flow) -> tuple[list[Unit], dict[int, Unit]]:
    units: list[Unit] = []
    own: dict[str, Unit] = {}
    unit_of: dict[int, Unit] = {}
    for place, paragraph in enumerate(report.paragraphs):
        if not is_told(paragraph):
            continue
        section = section_in(paragraph)
        unit = own.get(section) if section else None
        if unit is None:
            unit = Unit(section)
            units.append(unit)
            if section:
                own[section] = unit
        unit.before.append(place)
        unit_of[place] = unit
    return units, unit_of


def section_in(paragraph: Paragraph) -> str:
    """The section of the own words that a paragraph is of, as its bookmark names it."""
    for name in paragraph.anchors:
        if name.startswith("_own_"):
            return name.removeprefix("_own_").rpartition("_")[0]
    return ""


def _of_neighbours(
    place: int, reviewed: Flow, of: dict[int, int], unit_of: dict[int, Unit]
) -> Unit | None:
    """The unit that a new paragraph belongs to: that of the cell or the own words it stands in."""
    paragraphs = reviewed.paragraphs
    part, cell = paragraphs[place].part, paragraphs[place].cell
    before, after = range(place - 1, -1, -1), range(place + 1, len(paragraphs))
    for places in (before, after):
        near = next((n for n in places if n in of), None)
        if near is None or paragraphs[near].part != part or paragraphs[near].cell != cell:
            continue
        unit = unit_of[of[near]]
        if unit.section or (cell is not None and places is before):
            return unit
    return None


def _moved(of: dict[int, int]) -> set[int]:
    """Those that stand out of order: all but the longest run of numbers that rises."""
    places = sorted(of)
    numbers = [of[place] for place in places]
    best: list[int] = []  # indexes of the last of the best run of each length
    before: list[int] = [-1] * len(numbers)
    for index, number in enumerate(numbers):
        low, high = 0, len(best)
        while low < high:
            middle = (low + high) // 2
            if numbers[best[middle]] < number:
                low = middle + 1
            else:
                high = middle
        before[index] = best[low - 1] if low else -1
        best[low : low + 1] = [index]
    kept, index = set(), best[-1] if best else -1
    while index >= 0:
        kept.add(places[index])
        index = before[index]
    return set(places) - kept
