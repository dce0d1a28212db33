"""The tables that say what a pay scale, a staff group, a group or a contract is.

They ship with the package, each line with how sure it is and its source. A workspace adds its own
in ``data/lookups/<name>.csv``, which come first; the columns ``match``, ``mark`` and ``source``
may be left out there.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wres_report.faults import input_fault
from wres_report.imports.group_words import group_words
from wres_report.imports.meanings import plain
from wres_report.inputs.text import read_text
from wres_report.standard import Standard, load_standard

FOLDER = Path(__file__).parent / "lookups"
OWN = "lookups"
# Each table's column that holds the answer.
ANSWERS = {
    "pay_scales": "band", "staff_groups": "group", "left_out": "reason", "outcomes": "meaning",
}  # fmt: skip
# The same of a table of groups, where it is not ``group``.
OF_GROUPS = {"ethnicities": "ethnicity"}
# Those whose rules are each for a kind of column.
BY_COLUMN = ("left_out", "outcomes")


@dataclass(frozen=True)
class Rule:
    """text: exactly this, in plain words, where ``pattern`` is None.

    column: the kind of column, for tables of ``BY_COLUMN``.
    """

    text: str
    answer: str
    pattern: re.Pattern[str] | None = None
    column: str = ""


class Lookup:
    """The rules of one table, the workspace's own first."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.exact: dict[str, str] = {}
        self.patterns: list[Rule] = []
        for rule in rules:
            if rule.pattern is None:
                self.exact.setdefault(rule.text, rule.answer)
            else:
                self.patterns.append(rule)

    def find(self, text: str) -> str:
        """What the text stands for; empty where no rule knows it. text: in plain words."""
        if text in self.exact:
            return self.exact[text]
        for rule in self.patterns:
            match = rule.pattern.fullmatch(text) if rule.pattern else None
            if match:
                return match.expand(rule.answer)
        return ""


@dataclass(frozen=True)
class Lookups:
    """All tables. left_out, outcomes: by the kind of column that their rules look at."""

    pay_scales: Lookup
    staff_groups: Lookup
    groups: Lookup
    left_out: dict[str, Lookup]
    outcomes: dict[str, Lookup]


def load_lookups(data: Path | None = None, standard: Standard | None = None) -> Lookups:
    """The tables of the package and, before them, those of a workspace's ``data`` folder.

    standard: whose groups are told, and whose folder may have tables of its own; that of a
    trust-year which names none, where none is given. Raises an input fault for a table of the
    workspace that cannot be read.
    """
    of = standard or load_standard()
    values = group_words(of).values
    rules = {
        name: [*_own(data, name), *_packaged(of.folder, name), *_packaged(FOLDER, name)]
        for name in (*ANSWERS, values)
    }
    left_out, outcomes = (_by_column(rules[name]) for name in BY_COLUMN)
    return Lookups(
        Lookup(rules["pay_scales"]), Lookup(rules["staff_groups"]), Lookup(rules[values]),
        left_out, outcomes,
    )  # fmt: skip


def _by_column(rules: list[Rule]) -> dict[str, Lookup]:
    columns = {rule.column for rule in rules}
    return {c: Lookup(rule for rule in rules if rule.column == c) for c in columns}


@cache
def _packaged(folder: Path, name: str) -> tuple[Rule, ...]:
    path = folder / f"{name}.csv"
    if not path.is_file():
        return ()
    return tuple(_rules(name, path.read_text(encoding="utf-8"), path.name))


def _own(data: Path | None, name: str) -> list[Rule]:
    path = None if data is None else data / OWN / f"{name}.csv"
    if path is None or not path.is_file():
        return []
    where = f"data/{OWN}/{path.name}"
    return _rules(name, read_text(path, where), where)


def _rules(name: str, text: str, where: str) -> list[Rule]:
    reader = csv.DictReader(text.splitlines())
    answer = ANSWERS.get(name, OF_GROUPS.get(name, "group"))
    wanted = {"text", answer} | ({"column"} if name in BY_COLUMN else set())
    missing = sorted(wanted - set(reader.fieldnames or ()))
    if missing:
        raise input_fault(
            f"The column “{missing[0]}” is missing.", f"{where}, row 1",
            f"Give it the columns {', '.join(sorted(wanted))}.",
        )  # fmt: skip
    rules = []
    for number, row in enumerate(reader, start=2):
        cells = {key: (value or "").strip() for key, value in row.items() if key}
        if not cells["text"]:
            continue
        pattern = None
        if cells.get("match") == "pattern":
            try:
                pattern = re.compile(cells["text"])
            except re.error:
                raise input_fault(
                    "This pattern is not a regular expression.", f"{where}, row {number}",
                    "Write “exact” under match, or put the pattern right.",
                ) from None  # fmt: skip
        rules.append(Rule(plain(cells["text"]), cells[answer], pattern, cells.get("column", "")))
    return rules
