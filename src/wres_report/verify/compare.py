"""Compares the outputs of a trust-year with those of a new build, byte by byte."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wres_report.finished.files import MANIFEST, RESULTS, own_hashes
from wres_report.finished.reading import NotWholeError, read_json
from wres_report.pipeline.crate import CRATE
from wres_report.verify.explain import explain
from wres_report.verify.json_parts import STEP
from wres_report.verify.parts import Part

# What holds no row of the data, but hashes.
OF_HASHES = (MANIFEST, CRATE)
SHOWN = 5  # parts of one file that are told


@dataclass(frozen=True)
class Difference:
    """One file that is not the same. what: ``differs``, ``missing`` or ``new`` in the new build.

    parts: the first places in which it differs. more: how many further ones there are.
    """

    file: str
    what: str
    parts: tuple[Part, ...] = ()
    more: int = 0

    def as_dict(self) -> dict[str, Any]:
        parts = [{"where": p.where, "before": p.before, "again": p.again} for p in self.parts]
        return {"file": self.file, "what": self.what, "parts": parts, "more": self.more}


@dataclass(frozen=True)
class Comparison:
    """files, size: how many files and bytes of the outputs were compared."""

    files: int
    size: int
    differences: tuple[Difference, ...]

    def as_dict(self) -> dict[str, Any]:
        differences = [difference.as_dict() for difference in self.differences]
        return {"files": self.files, "bytes": self.size, "differences": differences}


def compare_folders(before: Path, again: Path, *, sources_changed: bool) -> Comparison:
    """Compare every file below two folders of one trust-year's outputs.

    sources_changed: whether the new build was made from other data or settings. What stands at
    a difference is then shown of figures and hashes alone, and likewise where the two builds do
    not suppress the same figures: side by side they could give away what each suppresses.
    """
    ours, theirs = own_hashes(before), own_hashes(again)
    withheld = sources_changed or not _suppress_alike(before, again)
    differences = []
    for name in sorted(ours.keys() | theirs.keys()):
        if name not in theirs:
            differences.append(Difference(name, "missing"))
        elif name not in ours:
            differences.append(Difference(name, "new"))
        elif ours[name] != theirs[name]:
            differences.append(_explained(name, before, again, withheld=withheld))
    size = sum((before / name).stat().st_size for name in ours)
    return Comparison(len(ours), size, tuple(differences))


def _explained(name: str, before: Path, again: Path, *, withheld: bool) -> Difference:
    parts = explain(name, (before / name).read_bytes(), (again / name).read_bytes())
    parts.sort(key=lambda part: not _is_figure(name, part))
    told = tuple(
        part.withheld()
        if withheld and name not in OF_HASHES and not _is_figure(name, part)
        else part
        for part in parts[:SHOWN]
    )
    return Difference(name, "differs", told, len(parts) - len(told))


def _is_figure(name: str, part: Part) -> bool:
    """Whether it is a figure of the results: told first, and by itself careful what it shows."""
    return name == RESULTS and part.where.startswith(f"values{STEP}")


def _suppress_alike(before: Path, again: Path) -> bool:
    ours, theirs = _suppressed(before), _suppressed(again)
    return ours is not None and ours == theirs


def _suppressed(folder: Path) -> set[str] | None:
    """The keys of the figures that a report suppresses; None where that cannot be told."""
    try:
        values = read_json(folder, RESULTS)["values"]
        return {key for key, figure in values.items() if figure["status"] == "suppressed"}
    except (NotWholeError, KeyError, TypeError, AttributeError):
        return None
