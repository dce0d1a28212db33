"""Claims about indicators 1 and 9: shares of the workforce, of bands, of the board."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.counts import surroundings, workforce_counts
from wres_report.claims.numbers import Number
from wres_report.claims.passages import Passage
from wres_report.claims.roles import Role, role_of
from wres_report.claims.subjects import Subject
from wres_report.claims.surveys import nationally

_BME = rf"(?:{words.BME_WORDS})"
_OF_WORKFORCE = re.compile(
    r"^\s*\(?(?:of|in) (?:all |our |the |its )?(?:total |whole |overall |entire )?"
    r"(?:trust(?:'s|’s)? )?(?:workforce|staff|employees|headcount)\b(?! (?:in|at|"
    r"on) (?:bands?|the board))",
    re.I,
)
_WORKFORCE_LEFT = re.compile(
    rf"(?:\bshare of (?:the |our )?(?:total |overall )?workforce|\bworkforce share|"
    rf"{_BME}(?: \w+)? (?:representation|share)|\bworkforce (?:is|was|are|make up|identif\w+)|"
    rf"{_BME} workforce|in the workforce)\b[^,;%]{{0,40}}$",
    re.I,
)
_SHARE_OF_BME = re.compile(
    rf"\bof (?:all |our |the )?{_BME} (?:workforce|staff|colleagues|employees)\b", re.I
)
_CLUSTERS = (
    (re.compile(r"\bbands?\s*1\s*(?:–|-|to)\s*4\b", re.I), "1_4"),
    (re.compile(r"\bbands?\s*5\s*(?:–|-|to)\s*7\b", re.I), "5_7"),
    (
        re.compile(r"\b8a\s*(?:–|-|to|through to)\s*VSM\b|\b8a (?:and|or) (?:above|higher|over)\b|"
                   r"\bsenior (?:roles?|posts?|positions?)\b", re.I),
        "8a_vsm",
    ),
)  # fmt: skip
_HELD_BY = re.compile(
    rf"\b(?:held|filled|occupied) by {_BME}|\b(?:are|is|were) (?:from )?(?:an? )?{_BME}\b|"
    rf"\bidentif\w+ as {_BME}", re.I
)  # fmt: skip
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
    shares = _SHARE_OF_BME.search(text)
    figures = [n for n in numbers if n.unit in ("percent", "pp")]
    for position, number in enumerate(figures):
        left, right = surroundings(text, figures, position)
        role = role_of(number, left, right, year)
        if role is None:
            continue
        key = _bands_key(number, right, shares) or _staff_group_key(right, text)
        if not key and _of_workforce(left, right):
            key = f"i1.{words.group_of(right[:70]) or words.group_of(text) or 'bme'}_percent"
        kind = role.kind
        if kind is Kind.VALUE and nationally(text, number, subject):
            kind = Kind.BENCHMARK
        if not key and kind in (Kind.BENCHMARK, Kind.CHANGE) and subject.source != "before":
            key = "i1.bme_percent" if _about_workforce(text) else ""
        if not key or kind in (Kind.GAP,) or (subject.national and key != "i1.bme_percent"):
            continue
        yield Claim(kind, passage, 1, key, number, role.when, words.BME, sure=role.sure,
                    direction=role.direction, national=subject.national)  # fmt: skip


def _about_workforce(text: str) -> bool:
    return bool(words.WORKFORCE.search(text)) and not words.BANDS.search(text)


def _of_workforce(left: str, right: str) -> bool:
    if words.BANDS.search(right[:50]) or words.BANDS.search(left[-60:]):
        return False
    return bool(
        _OF_WORKFORCE.match(right)
        or _WORKFORCE_LEFT.search(left)
        or re.match(r"^,? (?:\w+ ){0,6}of the (?:\w+ )?workforce", right, re.I)
    )


def _bands_key(number: Number, right: str, shares: re.Match[str] | None) -> str:
    near = right[:90]
    own = _SHARE_OF_BME.match(right.lstrip())
    cluster = next((name for pattern, name in _CLUSTERS if pattern.search(near)), "")
    if shares and shares.start() < number.end + 60 and not _HELD_BY.search(near):
        if cluster and (own or re.match(r"\s*(?:work|are|were|is|in)\b", right)):
            return f"i1.cluster_{cluster}_share"
        return "i1.medical_share" if _MEDICAL.match(right) else ""
    if cluster == "8a_vsm" and re.match(r"\s*of\b", right) and _HELD_BY.search(right):
        return "i1.senior_bme_percent"
    return ""


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
