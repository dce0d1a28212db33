"""What a value of a staff list stands for: its band, staff group or group, or a proposal."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wres_report.faults import usage_fault
from wres_report.imports.group_words import COLUMN, group_words
from wres_report.imports.lookups import Lookups
from wres_report.imports.meanings import plain
from wres_report.imports.staff_columns import is_total
from wres_report.standard import Standard

EMPTY = "(empty)"
LEFT_OUT = "left_out"
# What a person may have answered; above counts they say nothing of a group.
ANSWERS = frozenset({"yes", "no", "y", "n"})
STAFF_GROUPS = ("non_clinical", "clinical", "medical")
BAND_WITHIN = re.compile(r"\bband ?0?(\d)\s*(?:range )?([a-d])?\b")
CODE = re.compile(r"[A-Z]|[A-Z][A-Z0-9*]|99")
CODE_AND_LABEL = re.compile(r"^([A-Za-z][A-Z0-9]?|99)\s*[\s:.|–-]\s*(\S.*)$", re.DOTALL)
# Each could be an ethnic code with a local second character, and each is also short for a value
# that is missing: N is African and D is Mixed.
TWO_READINGS = frozenset({"NA", "NK", "NS", "ND", "NR", "NG", "DK", "PN"})


@dataclass(frozen=True)
class Answer:
    """meaning: empty where it is not known. proposal: what it may be, in words."""

    meaning: str
    proposal: str = ""


class Answers:
    """Answers from the tables and from what a person has decided.

    values: by plain text (“empty” for an empty cell) its meaning.
    """

    def __init__(self, lookups: Lookups, standard: Standard, values: dict[str, str]) -> None:
        self.lookups = lookups
        self.codes = standard.codes
        self.names = standard.groups
        self.groups = standard.groups.names
        self.words = group_words(standard)
        self.bands = tuple(band.id for band in standard.bands)
        self.grades = tuple(grade.id for grade in standard.medical_grades)
        self.values = values

    def pay(self, text: str) -> Answer:
        """A band, a medical grade, or ``medical`` where only that is said."""
        told = self._told(text, (*self.bands, *self.grades, LEFT_OUT))
        if told:
            return Answer(told)
        found: list[str] = []
        for part in _parts(text):
            answer = self.lookups.pay_scales.find(part)
            if answer and answer not in found:
                found.append(answer)
        if len(found) == 1:
            return Answer(found[0])
        if found:
            return Answer("", " or ".join(found))
        within = BAND_WITHIN.search(plain(text))
        if within:
            band = within[1] + (within[2] or "")
            return Answer("", band if band in self.bands else "")
        return Answer("")

    def staff_group(self, text: str) -> Answer:
        """``clinical``, ``non_clinical`` or ``medical``."""
        told = self._told(text, (*STAFF_GROUPS, LEFT_OUT))
        if told:
            return Answer(told)
        for part in _parts(text):
            answer = self.lookups.staff_groups.find(part)
            if answer:
                return Answer(answer)
        words = set(plain(text).split())
        if words & {"medical", "dental", "doctors"}:
            return Answer("", "medical")
        if words & {"administrative", "admin", "clerical", "estates", "ancillary", "managers"}:
            return Answer("", "non_clinical")
        if words & {"nursing", "clinical", "scientific", "therapists", "ambulance", "midwifery"}:
            return Answer("", "clinical")
        return Answer("")

    def word(self, column: str) -> str:
        """What people call a column that the readers call so."""
        return self.words.column.word if column == COLUMN else column

    def heads_a_group(self, heading: str) -> bool:
        """Whether a heading names a group whose counts stand below it; an answer names none."""
        if not heading or is_total(heading) or plain(heading) in ANSWERS:
            return False
        return bool(self.group(heading).meaning)

    def group(self, text: str) -> Answer:
        """A group of the standard, as its tables write it."""
        told = self._told(text, (*self.groups, LEFT_OUT))
        if told:
            return Answer(told)
        if not text:
            return Answer(self.names.unknown)
        return self._of_codes(text) if self.codes else self._of_words(text)

    def _of_words(self, text: str) -> Answer:
        known = self.lookups.groups.find(plain(text))
        return Answer(known) if known else Answer("", self._hint(text))

    def _of_codes(self, text: str) -> Answer:
        upper = text.upper()
        if upper in TWO_READINGS and upper[0] in self.codes:
            group = self.codes[upper[0]]
            return Answer("", f"{group} (code {upper[0]}), or unknown (not available)")
        if CODE.fullmatch(upper) and (len(text) == 1 or text == upper):
            return Answer(self._of_code(upper))
        known = self.lookups.groups.find(plain(text))
        if known:
            return Answer(self.codes.get(known, known))
        both = CODE_AND_LABEL.match(text)
        if both and (group := self._of_code(both[1].upper())):
            return self._agreeing(group, both[1].upper(), both[2])
        return Answer("", self._hint(text))

    def _hint(self, text: str) -> str:
        hints = self._hints(text)
        return hints.pop() if len(hints) == 1 else ""

    def _agreeing(self, group: str, code: str, label: str) -> Answer:
        known = self.lookups.groups.find(plain(label))
        named = self.codes.get(known, known)
        if known:
            if named == group:
                return Answer(group)
            return Answer("", f"{group} by its code, {named} by its words")
        hints = self._hints(label)
        if group in hints or (not hints and len(code) == 2):
            return Answer(group)
        return Answer("", f"{group} by its code")

    def _hints(self, text: str) -> set[str]:
        hints = self.words.hints
        return {hints[word] for word in plain(text).split() if word in hints}

    def _of_code(self, code: str) -> str:
        return self.codes.get(code) or self.codes.get(code[0], "")

    def _told(self, text: str, possible: tuple[str, ...]) -> str:
        told = self.values.get(plain(text) or plain(EMPTY), "")
        return told if told in possible else ""


def parse_values(
    values: tuple[str, ...], standard: Standard, own: tuple[str, ...] = ()
) -> dict[str, str]:
    """Read ``TEXT=MEANING`` of ``--value``: the text in plain words, and the meaning.

    own: the meanings of a table that is not made of staff alone, which has no others but the
    groups.

    Raises a usage fault for what is no such pair or no such meaning.
    """
    of_staff = [
        *(band.id for band in standard.bands), *(grade.id for grade in standard.medical_grades),
        *STAFF_GROUPS,
    ]  # fmt: skip
    possible = [*(own or of_staff), *standard.groups.names, LEFT_OUT]
    told = {}
    for pair in values:
        text, sign, meaning = pair.rpartition("=")
        meaning = meaning.strip().casefold().replace(" ", "_").replace("-", "_")
        if not sign or not text.strip() or meaning not in possible:
            raise usage_fault(
                f"“{pair}” does not say what a value stands for.", "--value",
                f'Write --value "TEXT=MEANING"; the meaning is one of: {", ".join(possible)}.',
            )  # fmt: skip
        told[plain(text) or plain(EMPTY)] = meaning
    return told


def _parts(text: str) -> list[str]:
    """The text in plain words, and where it has bars or a code before a label, its parts."""
    whole = plain(text)
    parts = [whole]
    if "|" in text:
        # A number alone behind a bar is the step within the scale, not a band.
        parts = [plain(part) for part in text.split("|") if not part.strip().isdigit()]
    elif " " in whole:
        code, _, label = whole.partition(" ")
        if any(sign.isdigit() for sign in code) and any(sign.isalpha() for sign in code):
            parts += [code, label]
    return [part for part in parts if part]
