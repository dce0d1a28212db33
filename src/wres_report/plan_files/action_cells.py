"""Takes the cell of an action apart: ids, an introduction, bullets and lettered items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wres_report.plan_files.grid import Cell, Line, one_line

# Bullets of keyboards, of Word, and of the fonts Symbol and Wingdings.
SIGNS = "•▪■●○◦‣∙·➢➤►✓✔❖"
BULLET = re.compile(rf"^\s*(?:[{SIGNS}\uf0b7\uf0a7\uf0d8\uf0fc\uf076]\s*|[-–—*»o]\s+)(?=\S)")
INLINE_BULLET = re.compile(r"\s+(?=[•▪●\uf0b7]\s)")
LETTER = re.compile(r"^\s*\(?([a-z])[.)]\s+(?=\S)")
INLINE_LETTER = re.compile(r"(?:^|\s)\(?([a-z])[.)]\s+(?=\S)")
BRACKET_ID = re.compile(r"^\s*[\[(]([A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?)[\])][.:]?\s*")
INLINE_ID = re.compile(r"\s+(?=\[[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?\]\s)")
DOTTED_ID = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,3})+)[.):]?\s+(?=\S)")
NUMBER_ID = re.compile(r"^\s*(\d{1,3})[.)]\s+(?=\S)")


@dataclass(frozen=True)
class Part:
    """One action of a cell. id: what it begins with, without its brackets; empty where nothing.

    numbered: whether that is a bare number, which may be part of the text as well. whole: the
    text with it. lead: who is named above it, in a column that names actions and stakeholders.
    late: whether a paragraph after the list has been put before it.
    """

    text: str
    items: tuple[str, ...] = ()
    id: str = ""
    numbered: bool = False
    whole: str = ""
    lead: str = ""
    late: bool = False
    paragraphs: int = 1


@dataclass(frozen=True)
class _Piece:
    """A line, and what it is: ``start`` of an action, ``item`` of a list, or ``plain``."""

    kind: str
    text: str
    line: Line
    id: str = ""
    numbered: bool = False


def parts_of(cell: Cell, leads_within: bool = False, split: bool = False) -> list[Part]:
    """The actions of a cell, in their order.

    Lines that begin with an id or a number are an action each, unless a line without one
    introduces them. Bullets and lettered items below an introduction are its sub-actions, and
    several introductions with bullets are several actions. Bullets without an introduction are
    the sub-actions of one action without words; with ``split`` they are one action each.

    leads_within: whether the lines above bullets say who leads.
    """
    pieces = _nested(_pieces(cell.lines))
    if pieces and pieces[0].kind != "start":
        pieces = [p if p.kind != "start" or not p.numbered else _as_item(p) for p in pieces]
    return [
        part
        for chunk in _chunks(pieces)
        for group in _groups(chunk)
        for part in _parts(group, leads_within, split)
    ]


def strip_mark(text: str) -> str:
    """The text without a bullet that it begins with."""
    return BULLET.sub("", text, count=1)


def _pieces(lines: Sequence[Line]) -> list[_Piece]:
    found = []
    for line in lines:
        for text in _inline(line.text):
            if one_line(text):
                found.append(_piece(replace(line, text=text)))
    return _lettered(found)


def _inline(text: str) -> Iterator[str]:
    """A line, parted where bullets, bracketed ids or a), b) … follow each other in it."""
    if BULLET.match(text):
        yield from INLINE_BULLET.split(text)
    elif BRACKET_ID.match(text):
        yield from INLINE_ID.split(text)
    else:
        letters = list(INLINE_LETTER.finditer(text))
        in_order = [m[1] for m in letters] == [chr(97 + n) for n in range(len(letters))]
        if len(letters) < 2 or not in_order or len(letters) > 26:
            yield text
            return
        starts = [match.start() for match in letters]
        for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
            yield text[start:end]


def _piece(line: Line) -> _Piece:
    if line.mark in ("bullet", "letter"):
        return _Piece("item", one_line(strip_mark(line.text)), line)
    for pattern, numbered in ((BRACKET_ID, False), (DOTTED_ID, True), (NUMBER_ID, True)):
        match = pattern.match(line.text)
        if match:
            rest = one_line(line.text[match.end() :])
            return _Piece("start", rest, line, match[1], numbered)
    if line.mark == "number":
        return _Piece("start", one_line(line.text), line, "", True)
    if BULLET.match(line.text):
        return _Piece("item", one_line(strip_mark(line.text)), line)
    return _Piece("plain", one_line(line.text), line)


def _lettered(pieces: list[_Piece]) -> list[_Piece]:
    """With a., b., c. … in their order as items; a lone "a. m." is none."""
    places = [
        (n, match)
        for n, piece in enumerate(pieces)
        if piece.kind == "plain" and (match := LETTER.match(piece.line.text))
    ]
    if len(places) < 2 or [m[1] for _, m in places[:2]] != ["a", "b"]:
        return pieces
    found = list(pieces)
    for n, match in places:
        text = one_line(found[n].line.text[match.end() :])
        found[n] = _Piece("item", text, replace(found[n].line, mark="letter"))
    return found


def _as_item(piece: _Piece) -> _Piece:
    return _Piece("item", piece.text, piece.line)


def _nested(pieces: list[_Piece]) -> list[_Piece]:
    """A list within a list is put after the item that it belongs to; a list of bullets or
    letters below a number is the number's."""
    found: list[_Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        deeper = before is not None and piece.line.level > before.line.level
        if deeper and before is not None and before.kind == "item" and piece.kind != "plain":
            found[-1] = replace(before, text=f"{before.text}; {piece.text}")
        else:
            found.append(piece)
    return found


def _chunks(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Parted before every line that starts an action."""
    chunks: list[list[_Piece]] = []
    for piece in pieces:
        if piece.kind == "start" or not chunks:
            chunks.append([piece])
        else:
            chunks[-1].append(piece)
    return chunks


def _groups(chunk: list[_Piece]) -> list[list[_Piece]]:
    """Parted where a line introduces another list; a last line without one is the group's."""
    groups: list[list[_Piece]] = []
    for piece in chunk:
        after_list = bool(groups) and groups[-1][-1].kind == "item"
        if not groups or (piece.kind != "item" and after_list):
            groups.append([piece])
        else:
            groups[-1].append(piece)
    if len(groups) > 1 and all(piece.kind != "item" for piece in groups[-1]):
        last = groups.pop()
        groups[-1] += last
    return groups


def _parts(group: list[_Piece], leads_within: bool, split: bool) -> list[Part]:
    words = [piece for piece in group if piece.kind != "item"]
    items = tuple(piece.text for piece in group if piece.kind == "item")
    text = " ".join(piece.text for piece in words if piece.text)
    first = group[0]
    late = any(p.kind != "item" and group[n - 1].kind == "item" for n, p in enumerate(group) if n)
    lead = ""
    if leads_within and items and words and not first.id:
        lead, text = "\n".join(piece.text for piece in words), ""
    if not text and (len(items) == 1 or split):
        return [Part(item, lead=lead, whole=item) for item in items]
    whole = one_line(first.line.text) if first.id else first.text
    whole = " ".join([whole, *(piece.text for piece in words if piece is not first and piece.text)])
    return [Part(text, items, first.id, first.numbered, whole, lead, late, len(words))]
