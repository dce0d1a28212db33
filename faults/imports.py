"""Staff lists in every shape: counted exactly, or refused with what is wrong; never in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from faults.extracts import SNAPSHOT, Extract, make_extract
from faults.outcome import Outcome
from wres_report.faults import Fault
from wres_report.imports.lookups import load_lookups
from wres_report.imports.model import Imported, Wishes
from wres_report.imports.opening import open_source
from wres_report.imports.workforce import read_workforce

NUMBER, QUICK = 300, 30


def run(folder: Path, seed: int, number: int) -> Iterator[Outcome]:
    """Make each list, import it, and hold the counts against the truth."""
    for case in range(number):
        extract = make_extract(folder, seed * 100_000 + case)
        yield judged(extract)
        extract.path.unlink()


def judged(extract: Extract) -> Outcome:
    """What became of one list."""
    name = f"{extract.path.name} ({extract.shape}; {extract.planted or 'nothing planted'})"
    try:
        imported = read_workforce(
            open_source(extract.path), Wishes(snapshot=SNAPSHOT.isoformat()), load_lookups()
        )
    except Fault as fault:
        good = extract.planted in ("ragged", "both_orders")
        return Outcome("imports", name, "caught" if good else "silent", str(fault))
    except Exception as error:
        return Outcome("imports", name, "traceback", repr(error))
    if imported.undecided:
        return _refused(extract, imported, name)
    found = counts_of(imported)
    if extract.planted and (extract.unknown or extract.planted in ("ragged", "both_orders")):
        return Outcome("imports", name, "silent", "what was planted was not found")
    differ = {cell: (extract.truth[cell], found[cell]) for cell in extract.truth | found
              if extract.truth[cell] != found[cell]}  # fmt: skip
    return Outcome("imports", name, "silent" if differ else "held", str(differ or ""))


def _refused(extract: Extract, imported: Imported, name: str) -> Outcome:
    told = "; ".join(f"{u.column} {u.value} {u.people}" for u in imported.undecided)
    if extract.planted == "both_orders":
        return Outcome("imports", name, "caught", told)
    exact = len(imported.undecided) == 1 and imported.undecided[0].people == extract.unknown
    return Outcome("imports", name, "caught" if exact and extract.planted else "silent", told)


def counts_of(imported: Imported) -> Counter[tuple[str, str, str]]:
    """People by staff group, band and group, of the one table."""
    found: Counter[tuple[str, str, str]] = Counter()
    for table in imported.tables:
        for staff_group, band, *people in table.rows:
            for group, number in zip(("white", "bme", "unknown"), people, strict=True):
                if int(number) and band != "all":
                    found[staff_group, band, group] += int(number)
    return found
