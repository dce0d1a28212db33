"""A few entries of a ``results.json``, without parsing the hundreds beside them.

The build writes JSON with sorted keys, one space for each level and one entry to a line. So an
entry starts at a line with its name, an object ends at a line with its brace alone, and each is
looked for after the one before it. A line break cannot stand inside a JSON text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

VALUES, VERDICTS = b'\n "values": ', b'\n "verdicts": '


def excerpt(content: bytes, value_keys: Iterable[str]) -> dict[str, Any] | None:
    """``report``, ``trust``, ``verdicts``, ``year``, and of ``values`` the keys named.

    An entry that is not there is left out. None where the file is laid out in another way.
    """
    values, verdicts = content.find(VALUES), content.rfind(VERDICTS)
    if not 0 < values < verdicts:
        return None
    try:
        parts = _entries(content[: values + 1], ("report", "trust"), 1)
        parts["values"] = _joined(_entries(content[values:verdicts], value_keys, 2))
        parts |= _entries(content[verdicts:], ("verdicts", "year"), 1)
        found: dict[str, Any] = json.loads(_joined(parts))
    except ValueError:
        return None
    return found


def _entries(content: bytes, names: Iterable[str], depth: int) -> dict[str, bytes]:
    """The JSON of each entry at that depth by its name; of those that are there."""
    margin = b"\n" + b" " * depth
    entries, start = {}, 0
    for name in sorted(names):
        head = b'%b"%b": ' % (margin, name.encode())
        at = content.find(head, start)
        if at < 0:
            continue
        start = at + len(head)
        end = content.index(b"\n", start)
        closing = {b"{": b"}", b"[": b"]"}.get(content[start:end])
        if closing is not None:
            end = content.index(margin + closing, end) + len(margin) + 1
        entries[name] = content[start:end].rstrip(b",")
        start = end
    return entries


def _joined(entries: dict[str, bytes]) -> bytes:
    return b"{%b}" % b",".join(
        b'"%b":%b' % (name.encode(), entry) for name, entry in entries.items()
    )
