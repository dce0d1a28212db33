"""Reads the YAML of a settings file so that nothing in it can be overlooked or run away.

YAML lets a key stand twice (the last one counts), lets a file refer to parts of itself without
end, and knows numbers that are none. No settings file needs any of that, and each is told with
its row.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from wres_report.faults import Fault, usage_fault
from wres_report.inputs.text import read_text
from wres_report.words import UNPRINTABLE
from wres_report.yaml_loaders import SafeLoader

DEEPEST = 20  # one setting inside the other; a plan's layout has five
LONGEST_TEXT = 5_000  # characters of one setting
LARGEST = 200_000  # characters of the file
MOST_PARTS = 20_000  # settings, with those that stand for others written out
MERGE = "<<"
Names = tuple[str, ...]


@dataclass(frozen=True)
class SettingsFile:
    """The settings as plain values, dates as text. where: the file, from the workspace.

    rows: the row of the file in which each setting stands, by the names that lead to it.
    """

    content: Any
    where: str
    rows: Mapping[Names, int] = field(default_factory=dict)

    def place(self, *names: object) -> str:
        """Where a setting stands: file, row, and its names with full stops."""
        path = tuple(map(str, names))
        row = next((self.rows[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.rows),
                   None)  # fmt: skip
        parts = [self.where, *([f"row {row}"] if row else []), ".".join(path)]
        return ", ".join(part for part in parts if part)


def read_settings(path: Path, where: str) -> SettingsFile:
    """Read a settings file.

    Raises an input fault where the file cannot be read; a usage fault, with the row, where it is
    not YAML, names a setting twice, refers to itself, is too large or too deep, or holds a number
    or a character that no setting can have.
    """
    text = read_text(path, where)
    if len(text) > LARGEST:
        raise usage_fault(
            f"This settings file has {len(text):,} characters.",
            where,
            f"At most {LARGEST:,} are read. Check whether it is the right file.",
        )
    try:
        rows = dict(_rows(text, where))
        content = yaml.load(text, Loader=SafeLoader)
    except ValueError as error:  # YAML reads 2021-09-31 as a date, and there is none
        raise usage_fault(
            f"A date in this settings file does not exist: {error}.",
            where,
            "Write a day such as 2021-09-29.",
        ) from None
    except yaml.YAMLError as error:
        raise usage_fault(
            "This settings file is not valid YAML.",
            f"{where}{_row_of(error, text)}",
            "Write each setting as “name: value” on a line of its own.",
        ) from None
    settings = SettingsFile(None, where, rows)
    return SettingsFile(_plain(content, settings, ()), where, rows)


def _row_of(error: yaml.YAMLError, text: str) -> str:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return f", row {mark.line + 1}"
    position = getattr(error, "position", None)  # of a character that YAML does not allow
    return "" if position is None else f", row {text.count(chr(10), 0, position) + 1}"


@dataclass
class _Open:
    """A mapping or a list that is being read. key: the last one of a mapping, None before it."""

    path: Names
    mapping: bool
    seen: dict[str, int] = field(default_factory=dict)
    key: str | None = None
    items: int = 0

    def inside(self) -> Names:
        """The names that lead to what comes next."""
        if self.mapping:
            return (*self.path, self.key or "")
        return (*self.path, str(self.items))

    def done(self) -> None:
        self.key = None
        self.items += 1


class _Sizes:
    """How many parts there are, those that “*name” stands for counted each time.

    Ten lines can stand for more than fit into any memory.
    """

    def __init__(self) -> None:
        self.parts = 0
        self._open: list[tuple[str | None, int]] = []
        self._anchors: dict[str, int] = {}

    def begin(self, anchor: str | None) -> None:
        self.parts += 1
        self._open.append((anchor, self.parts))
        if anchor:
            self._anchors[anchor] = 0

    def end(self) -> None:
        anchor, before = self._open.pop()
        if anchor:
            self._anchors[anchor] = self.parts - before + 1

    def repeat(self, anchor: str) -> bool:
        """Count what the anchor stands for; whether it is whole, and no part of itself."""
        size = self._anchors.get(anchor, 0)
        self.parts += size
        return size > 0


def _rows(text: str, where: str) -> Iterator[tuple[Names, int]]:
    """The row of each setting, told while the file is read, so that nothing is built up first."""
    opened: list[_Open] = []
    sizes = _Sizes()
    documents = 0
    for event in yaml.parse(text, Loader=SafeLoader):
        row = event.start_mark.line + 1
        at_key = bool(opened) and opened[-1].mapping and opened[-1].key is None
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _told("A second document begins here, after a line of “---”.", where, row,
                            "Keep the settings in one: take the line out.")  # fmt: skip
        elif isinstance(event, yaml.CollectionEndEvent):
            opened.pop()
            sizes.end()
            if opened:
                opened[-1].done()
        elif at_key and isinstance(event, yaml.AliasEvent | yaml.CollectionStartEvent):
            raise _told("A name of a setting cannot be a list or a group.", where, row,
                        "Write each setting as “name: value”.")  # fmt: skip
        elif isinstance(event, yaml.AliasEvent):
            if not sizes.repeat(event.anchor):
                raise _told(f"“*{event.anchor}” stands for a part of this file that it is in.",
                            where, row, "Write out what is meant.")  # fmt: skip
            if opened:
                opened[-1].done()
        elif isinstance(event, yaml.CollectionStartEvent):
            path = opened[-1].inside() if opened else ()
            if opened and not opened[-1].mapping:
                yield path, row
            sizes.begin(event.anchor)
            opened.append(_Open(path, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.ScalarEvent):
            sizes.begin(event.anchor)
            sizes.end()
            if opened:
                yield from _scalar(opened[-1], event.value, where, row)
        if len(opened) > DEEPEST:
            raise _told(
                f"These settings stand more than {DEEPEST} deep inside each other.", where, row,
                "No setting is so deep: check the brackets and how far lines are set in.",
            )  # fmt: skip
        if sizes.parts > MOST_PARTS:
            raise _told(
                f"This file stands for more than {MOST_PARTS:,} settings.", where, row,
                "Write out what is meant in place of “*” and a name.",
            )  # fmt: skip


def _scalar(group: _Open, text: str, where: str, row: int) -> Iterator[tuple[Names, int]]:
    if not group.mapping:
        yield group.inside(), row
        group.done()
    elif group.key is not None:
        group.done()
    else:
        name = ".".join((*group.path, text))
        if text == MERGE:
            raise _told("There is no setting “<<”.", where, row, "Write out what is meant.")
        if text in group.seen:
            raise _told(
                f"The setting “{name}” stands twice, first in row {group.seen[text]}.", where, row,
                "Keep one of the two.",
            )  # fmt: skip
        group.seen[text] = row
        group.key = text
        yield (*group.path, text), row


def _told(what: str, where: str, row: int, action: str) -> Fault:
    return usage_fault(what, f"{where}, row {row}", action)


def _plain(content: Any, settings: SettingsFile, path: Names) -> Any:
    """The settings with text for what YAML reads as a date, and for keys that are numbers."""
    if isinstance(content, dict):
        return {str(k): _plain(v, settings, (*path, str(k))) for k, v in content.items()}
    if isinstance(content, list):
        return [_plain(v, settings, (*path, str(n))) for n, v in enumerate(content)]
    if isinstance(content, date):
        return content.isoformat()
    if isinstance(content, float) and not math.isfinite(content):
        raise usage_fault(
            f"The setting “{'.'.join(path)}” is not a number that can be reckoned with: {content}.",
            settings.place(*path),
            "Write a number in digits.",
        )
    if isinstance(content, str):
        _check_text(content, settings, path)
    return content


def _check_text(text: str, settings: SettingsFile, path: Sequence[str]) -> None:
    odd = UNPRINTABLE.search(text)
    if odd:
        raise usage_fault(
            f"The setting “{'.'.join(path)}” holds a character that no document can show "
            f"(U+{ord(odd[0]):04X}).",
            settings.place(*path),
            "Take it out; it often comes with text that is copied from another program.",
        )
    if len(text) > LONGEST_TEXT:
        raise usage_fault(
            f"The setting “{'.'.join(path)}” has {len(text):,} characters.",
            settings.place(*path),
            f"Write at most {LONGEST_TEXT:,}.",
        )
