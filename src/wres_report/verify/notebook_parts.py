"""Where two executed notebooks differ: which cell, and which of its outputs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from wres_report.verify.json_parts import value_parts
from wres_report.verify.parts import Part, byte_parts, line_parts, text_parts

LABEL = re.compile(r"^#\| label: (\S+)", re.MULTILINE)


def notebook_parts(before: bytes, again: bytes) -> list[Part]:
    """The cells in which two notebooks differ; lines where either is no notebook."""
    try:
        one, other = json.loads(before), json.loads(again)
        found = list(_parts(one, other))
    except (ValueError, KeyError, TypeError, AttributeError):
        found = []
    return found or text_parts(before, again)


def _parts(before: dict[str, Any], again: dict[str, Any]) -> Iterator[Part]:
    ours, theirs = before.pop("cells"), again.pop("cells")
    if len(ours) != len(theirs):
        yield Part("number of cells", str(len(ours)), str(len(theirs)))
    for number, (one, other) in enumerate(zip(ours, theirs, strict=False), start=1):
        place = f"cell {number}{_label(one)}"
        for part in _cell_parts(one, other):
            yield part.within(place)
    yield from value_parts(before, again)


def _label(cell: dict[str, Any]) -> str:
    found = LABEL.search(_text(cell["source"]))
    return f" ({found[1]})" if found else ""


def _cell_parts(before: dict[str, Any], again: dict[str, Any]) -> Iterator[Part]:
    for part in line_parts(_text(before.pop("source")), _text(again.pop("source"))):
        yield part.within("source")
    ours, theirs = before.pop("outputs", []), again.pop("outputs", [])
    if len(ours) != len(theirs):
        yield Part("number of outputs", str(len(ours)), str(len(theirs)))
    for number, (one, other) in enumerate(zip(ours, theirs, strict=False), start=1):
        for part in _output_parts(one, other):
            yield part.within(f"output {number}")
    yield from value_parts(before, again)


def _output_parts(before: dict[str, Any], again: dict[str, Any]) -> Iterator[Part]:
    ours, theirs = before.pop("data", {}), again.pop("data", {})
    for kind in sorted(ours.keys() & theirs.keys()):
        for part in _content_parts(kind, ours.pop(kind), theirs.pop(kind)):
            yield part.within(kind)
    for kind in sorted(ours.keys() | theirs.keys()):
        yield Part(kind, *("there" if kind in data else "absent" for data in (ours, theirs)))
    yield from value_parts(before, again)


def _content_parts(kind: str, before: Any, again: Any) -> Iterator[Part]:
    if isinstance(before, dict) or isinstance(again, dict):
        yield from value_parts(before, again)
    elif kind.startswith("image/"):
        yield from byte_parts(_text(before).encode(), _text(again).encode())
    else:
        yield from line_parts(_text(before), _text(again))


def _text(content: Any) -> str:
    return content if isinstance(content, str) else "".join(content)
