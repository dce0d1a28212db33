"""What the workspace knows of NHS organisations: names, and which followed which.

``data/lookups/organisations.csv`` (code, name, opened, closed) and ``successions.csv``
(predecessor, successor, date), as ``wres import organisations`` writes them; days as yyyymmdd.
"""

from __future__ import annotations

import csv
from pathlib import Path

from wres_report.inputs.text import read_text
from wres_report.inputs.workspace import Workspace

LOOKUPS = "lookups"
ORGANISATIONS, SUCCESSIONS = "organisations", "successions"
# The year of a report ends with March, and a merger in April is of the next one.
YEAR_ENDS = "0331"
MOST_STEPS = 10
# Capitals are how the register writes names; these stay capitals where it is written otherwise.
INITIALS = frozenset({"NHS", "UK", "CIC"})
SMALL = frozenset({"and", "of", "the", "for", "in", "on", "at", "with", "upon"})


def register_file(workspace: Workspace, name: str) -> Path:
    return workspace.data / LOOKUPS / f"{name}.csv"


def name_of(workspace: Workspace, code: str) -> str:
    """The name of an organisation as people write it; empty where it is not known."""
    found = next((r["name"] for r in _rows(workspace, ORGANISATIONS) if r["code"] == code), "")
    return written(found) if found.isupper() else found


def written(name: str) -> str:
    """A name in capitals as people write it: ``HUMBER TEACHING NHS TRUST``."""
    words = [
        word if word in INITIALS else word.lower() if word.lower() in SMALL and at else _word(word)
        for at, word in enumerate(name.split())
    ]
    return " ".join(words)


def predecessors_of(workspace: Workspace, code: str, year: int) -> list[str]:
    """The organisations that became this one by 31 March of a WRES year, however many steps ago,
    the latest first. Those whose date is not known count."""
    pairs = [
        (row["predecessor"], row["successor"]) for row in _rows(workspace, SUCCESSIONS)
        if row["date"] <= f"{year}{YEAR_ENDS}"
    ]  # fmt: skip
    found: list[str] = []
    wave = [code]
    for _ in range(MOST_STEPS):
        wave = sorted({p for p, s in pairs if s in wave and p != code and p not in found})
        found += wave
    return found


def successions(workspace: Workspace) -> list[tuple[str, str, str]]:
    """Predecessor, successor and day of every succession, as the register has them."""
    rows = _rows(workspace, SUCCESSIONS)
    return [(row["predecessor"], row["successor"], row["date"]) for row in rows]


def first_year_after(day: str) -> int:
    """The first WRES year that is wholly a successor's by its snapshot of 31 March."""
    return int(day[:4]) + (day[4:] > YEAR_ENDS)


def _word(word: str) -> str:
    parts = [part[:1].upper() + part[1:].lower() for part in word.split("-")]
    joined = "-".join(parts)
    return "(" + _word(word[1:]) if word.startswith("(") and len(word) > 1 else joined


def _rows(workspace: Workspace, name: str) -> list[dict[str, str]]:
    path = register_file(workspace, name)
    if not path.is_file():
        return []
    reader = csv.DictReader(read_text(path, f"data/{LOOKUPS}/{name}.csv").splitlines())
    wanted = {
        ORGANISATIONS: ("code", "name"), SUCCESSIONS: ("predecessor", "successor", "date"),
    }[name]  # fmt: skip
    return [{key: (row.get(key) or "").strip() for key in wanted} for row in reader]
