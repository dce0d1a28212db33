"""Where two JSON files differ: which key, and both values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from wres_report.verify.parts import WITHHELD, Part, excerpts, text_parts

ABSENT = "absent"
STEP = " › "


def json_parts(before: bytes, again: bytes) -> list[Part]:
    """The keys whose values differ; lines where either is no JSON or only the layout differs."""
    try:
        found = list(value_parts(json.loads(before), json.loads(again)))
    except ValueError:
        found = []
    return found or text_parts(before, again)


def value_parts(before: Any, again: Any, path: tuple[str, ...] = ()) -> Iterator[Part]:
    """The keys under which two JSON values differ.

    Of a figure that either of the two suppresses only the status is shown: what one build
    suppresses, the other must not give away.
    """
    if isinstance(before, dict) and isinstance(again, dict):
        hidden = "suppressed" in (before.get("status"), again.get("status"))
        for key in sorted(before.keys() | again.keys()):
            for part in _under(before, again, key, (*path, key)):
                shown = not hidden or key == "status"
                yield part if shown else Part(part.where, WITHHELD, WITHHELD)
    elif isinstance(before, list) and isinstance(again, list):
        if len(before) != len(again):
            yield Part(STEP.join((*path, "length")), str(len(before)), str(len(again)))
        for number, (one, other) in enumerate(zip(before, again, strict=False)):
            yield from value_parts(one, other, (*path, str(number)))
    elif before != again or type(before) is not type(again):
        yield Part(STEP.join(path), *excerpts(_written(before), _written(again)))


def _under(before: dict[str, Any], again: dict[str, Any], key: str, path: tuple[str, ...]
           ) -> Iterator[Part]:  # fmt: skip
    if key in before and key in again:
        yield from value_parts(before[key], again[key], path)
    else:
        yield Part(STEP.join(path), *(_said(content, key) for content in (before, again)))


def _said(content: dict[str, Any], key: str) -> str:
    if key not in content:
        return ABSENT
    value = content[key]
    if isinstance(value, dict):
        return WITHHELD if value.get("status") == "suppressed" else f"{len(value)} keys"
    return excerpts(_written(value), "")[0]


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
