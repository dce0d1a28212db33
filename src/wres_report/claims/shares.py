"""Claims about indicators 1 and 9: shares of the workforce, of bands, of the board."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.counts import workforce_counts
from wres_report.claims.numbers import Number, surroundings
from wres_report.claims.passages import Passage
from wres_report.claims.roles import Role, role_of
from wres_report.claims.subjects import Subject
from wres_report.claims.surveys import nationally
from wres_report.claims.vocabulary import THIS

_BME = rf"(?:{words.BME_WORDS})"
_OF_WORKFORCE = re.compile(
    r"^\s*\(?(?:of|in) (?:all |our |the |its )?(?:total |whole |overall |entire )?"
    r"(?:trust(?:'s|’s)? )?(?:workforce|staff|employees|headcount)\b(?! (?:in|at|"
    r"on) (?:bands?|the board))",
    re.I,
)
_WORKFORCE_LEFT = re.compile(
    rf"(?:\b(?:share|proportion|percentage) of (?:the |our )?(?:total |overall )?workforce|"
    rf"\bworkforce share|{_BME}(?: \w+)? (?:representation|share|proportion|percentage)|"
    rf"\bworkforce (?:is|was|are|make up|identif\w+)|"
    rf"{_BME} workforce|in the workforce)\b[^,;%]{{0,40}}$",
    re.I,
)
_PEOPLE = r"(?:workforce|staff|colleagues|employees|people)"
_SENIOR = (
    r"\b(?:bands?\s*)?8a\s*(?:(?:–|-|to|through to)\s*VSM\b|(?:and|or) (?:above|higher|over)\b|\+)|"
    r"\bsenior (?:\w+ )?(?:roles?|posts?|positions?|leaders|managers|staff|grades)\b"
)
_BANDED = re.compile(r"\b8[a-d]\b|\bVSM\b", re.I)
_CLUSTERS = (
    (re.compile(r"\bbands?\s*1\s*(?:–|-|to)\s*4\b", re.I), "1_4"),
    (re.compile(r"\bbands?\s*5\s*(?:–|-|to)\s*7\b", re.I), "5_7"),
    (re.compile(_SENIOR, re.I), "8a_vsm"),
)
# Of all BME staff, so many work there: “2.5% of BME staff are in …”, “Of our BME staff 2.5% …”.
_OF_BME = re.compile(rf"^\s*of (?:all |our |the )*{_BME} {_PEOPLE}\b", re.I)
_OF_BME_BEFORE = re.compile(rf"\bof (?:all |our |the )*{_BME} {_PEOPLE}\b", re.I)
_WORK_THERE = re.compile(r"^\s*(?:work|are|were|is|in|sit|occupy|hold)\b", re.I)
# Of all posts there, so many are held by BME staff.
_HELD_BY = re.compile(
    rf"\b(?:held|filled|occupied) by {_BME}|\b(?:are|is|were|being) (?:from )?(?:an? )?{_BME}\b|"
    rf"\bidentif\w+ as (?:being )?{_BME}", re.I
)  # fmt: skip
_HOLD = re.compile(
    rf"{_BME} (?:{_PEOPLE} )?(?:\w+ly )?(?:hold|fill|occupy|make up)\W+(?:\w+ly )?$", re.I
)
# “The proportion of BME staff in band 8a” may be either.
_PRESENCE = re.compile(
    rf"{_BME} (?:{_PEOPLE} )?(?:representation|presence)\b[^;%]*$|"
    rf"\brepresentation of {_BME}\b[^;%]*$", re.I
)  # fmt: skip
_OF_THESE = re.compile(r"^\s*of (?:all |our |the )*(?:staff|colleagues|posts|roles)\b", re.I)
_IS_BME = re.compile(rf"^\s*(?:are |is |were )?(?:from )?(?:an? )?{_BME}\b", re.I)
_STAFF_GROUPS = re.compile(
    r"^\s*of (?:all |our |the )?(?P<group>non-?clinical|clinical|medical(?: and dental)?) "
    r"(?:staff|roles|posts|workforce|colleagues)\b(?! in bands?)", re.I
)  # fmt: skip
_MEDICAL = re.compile(
    r"^\s*(?:are|work as|were|is)?\s*(?:in )?(?:medical|doctors|consultants)\b", re.I
)


def workforce_claims(
    text: str, numbers: list[Number], passage: Passage, subject: Subject, year: int
) -> Iterator[Claim]:
    """Indicator 1: the share of the workforce, of a cluster of bands, of a staff group."""
    if not subject.national:
        yield from workforce_counts(text, numbers, passage, year)
    figures = [n for n in numbers if n.unit in ("percent", "pp")]
    for position, number in enumerate(figures):
        left, right = surroundings(text, figures, position)
        role = role_of(number, left, right, year)
        if role is None or (role.when != THIS and words.BANDS.search(text)):
            continue
        if words.UNKNOWN.search(left[-80:] + right[:40]):
            continue
        key = _bands_key(text[: number.start], left, right) or _staff_group_key(right, text)
        if not key and _of_workforce(left, right):
            key = f"i1.{words.group_of(right[:70]) or words.group_of(text) or 'bme'}_percent"
        kind = role.kind
        if kind is Kind.VALUE and nationally(text, number, subject):
            kind = Kind.BENCHMARK
        if not key and kind in (Kind.BENCHMARK, Kind.CHANGE) and subject.source != "before":
            key = "i1.bme_percent" if _about_workforce(text) else ""
        if not key or kind in (Kind.GAP,) or (subject.national and key != "i1.bme_percent"):
            continue
        # What is senior without a band is open.
        vague = key == "i1.senior_bme_percent" and not _BANDED.search(text)
        sure = role.sure and not vague
        yield Claim(kind, passage, 1, key, number, role.when, words.BME, sure=sure,
                    direction=role.direction, national=subject.national)  # fmt: skip


def _about_workforce(text: str) -> bool:
    return bool(words.WORKFORCE.search(text)) and not words.BANDS.search(text)


def _of_workforce(left: str, right: str) -> bool:
    if words.BANDS.search(right[:50]) or words.BANDS.search(left[-60:]):
        return False
    return bool(
        _OF_WORKFORCE.match(right)
        or _WORKFORCE_LEFT.search(left)
        or re.match(r"^,? (?:\w+ ){0,9}of the (?:\w+ )?workforce", right, re.I)
    )


def _bands_key(before: str, left: str, right: str) -> str:
    """The share of a cluster of bands: of BME staff in it, or of its posts that BME staff hold.

    before: all that stands before the number; left: back to the number before it.
    """
    near = right[:100]
    cluster = next((name for pattern, name in _CLUSTERS if pattern.search(near)), "")
    held = _HELD_BY.search(near)
    of_bme = _OF_BME.match(right)
    if not held and (of_bme or (_OF_BME_BEFORE.search(before) and _WORK_THERE.match(right))):
        medical = _MEDICAL.match(right[of_bme.end() if of_bme else 0 :])
        share = f"i1.cluster_{cluster}_share" if cluster else ""
        return "i1.medical_share" if medical and not cluster else share
    if cluster == "8a_vsm" and re.match(r"\s*of\b", right):
        return "i1.senior_bme_percent" if held or _HOLD.search(left) else ""
    senior = _CLUSTERS[-1][0].search(left[-140:])
    of_these = held and _OF_THESE.match(right)
    told = of_these or _PRESENCE.search(left) or _IS_BME.match(right)
    return "i1.senior_bme_percent" if senior and not cluster and told else ""


def _staff_group_key(right: str, text: str) -> str:
    found = _STAFF_GROUPS.match(right)
    if not found or words.groups_in(text) != {words.BME} or words.BANDS.search(text):
        return ""
    group = found["group"].lower().split(" ")[0].replace("-", "_").replace("noncl", "non_cl")
    return f"i1.{group}_bme_percent"


_BOARDS = (
    (re.compile(r"\bvoting\b", re.I), "voting"),
    (re.compile(r"\bexecutives?\b(?! director posts)", re.I), "executive"),
    (re.compile(r"\b(?:total|whole|full|overall) board\b", re.I), "total"),
)
_OF_BOARD = re.compile(
    r"^\s*\(?(?:of|on|at) (?:the |our |its )?(?:\w+(?:'s|’s)? ){0,3}board\b|^\s*of "
    r"(?:all |the |our )?(?:voting|executive|board)",
    re.I,
)
_BOARD_LEFT = re.compile(
    rf"\bboard\b[^,;%]{{0,60}}$|\bvoting (?:members|membership)\b[^,;%]{{0,60}}$|{_BME} "
    rf"board[^,;%]{{0,20}}$",
    re.I,
)
_CHANGED = re.compile(r"\b(?:appointed|new|joined|increase in|recruited|since)\b", re.I)


def board_claims(
    text: str, numbers: list[Number], passage: Passage, subject: Subject, year: int
) -> Iterator[Claim]:
    """Indicator 9: the BME share of the board and its distance from the workforce's."""
    figures = [n for n in numbers if n.unit in ("percent", "pp")]
    for position, number in enumerate(figures):
        left, right = surroundings(text, figures, position)
        role = role_of(number, left, right, year)
        if role is None or (_CHANGED.search(right[:60]) and role.kind is Kind.CHANGE):
            continue
        if words.UNKNOWN.search(right[:40]):
            continue
        boards = _boards_beside(left, right) or _boards_beside(text, "") or ("voting", "total")
        claim = _board_claim(text, number, left, right, role, boards, passage, subject)
        if claim is not None:
            yield claim


def _boards_beside(left: str, right: str) -> tuple[str, ...]:
    """The kinds of board named right after a number, or else last before it."""
    near = re.split(r"[,;]|\band\b", right)[0]
    named = [name for pattern, name in _BOARDS if pattern.search(near)]
    last = {
        name: found[-1].start()
        for pattern, name in _BOARDS
        if (found := list(pattern.finditer(left)))
    }
    return tuple(named) or tuple(sorted(last, key=last.__getitem__, reverse=True)[:1])


def _board_claim(
    text: str, number: Number, left: str, right: str, role: Role, boards: tuple[str, ...],
    passage: Passage, subject: Subject,
) -> Claim | None:  # fmt: skip
    kind = role.kind
    between = kind is Kind.GAP or (kind is Kind.FROM_BENCHMARK and "national" not in text.lower())
    if between or (number.unit == "pp" and re.search(r"\bworkforce\b", text, re.I) and kind is not
                   Kind.CHANGE):  # fmt: skip
        keys = tuple(f"i9.{board}_difference" for board in boards)
        return Claim(Kind.GAP, passage, 9, keys[0], number, role.when, sure=True,
                     direction=role.direction, other_keys=keys[1:])  # fmt: skip
    if kind in (Kind.VALUE, Kind.BENCHMARK) and _OF_WORKFORCE.match(right):
        return Claim(kind, passage, 1, "i1.bme_percent", number, role.when, words.BME)
    group = words.group_of(right[:60]) or words.group_of(text) or words.BME
    keys = tuple(f"i9.{board}_{group}_percent" for board in boards)
    if kind is Kind.VALUE and nationally(text, number, subject):
        kind = Kind.BENCHMARK
    beside = _OF_BOARD.match(right) or _BOARD_LEFT.search(left)
    if kind not in (Kind.VALUE, Kind.BENCHMARK) or not (beside or kind is Kind.BENCHMARK):
        return None
    return Claim(kind, passage, 9, keys[0], number, role.when, group, sure=role.sure,
                 national=subject.national, other_keys=keys[1:])  # fmt: skip
