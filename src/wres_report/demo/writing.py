"""Writes a synthetic country: aside first, then renamed, so that none stands there half."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from pathlib import Path

from wres_report.demo.country import Trust, trust_of
from wres_report.demo.files import files_of
from wres_report.demo.files_of_standard import files_of_standard
from wres_report.demo.of_standard import Records
from wres_report.demo.planting import Planted, plant
from wres_report.demo.raw import FOLDER as RAW
from wres_report.demo.raw import MADE, write_raw
from wres_report.demo.tables import csv_text
from wres_report.faults import Fault, not_written, usage_fault
from wres_report.files import is_part_of, move_into
from wres_report.inputs.hash_key import NAME
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.trusts import FILE
from wres_report.leftovers import beside, clear_beside, remove
from wres_report.standard import HOME, Standard, load_standard
from wres_report.words import capitalised

FAULTS = "faults.csv"
PARAMS, DATA = "params", "data"
MOVED_BEFORE_DATA = (PARAMS, FAULTS, RAW)
KEY = f"{DATA}/{NAME}"
REGISTER = f"{DATA}/{FILE}"


@dataclass(frozen=True)
class Country:
    """What was written. example: its first trust in its last year, of the first standard.

    planted: the faults in it.
    """

    trust_years: int
    files: int
    example: TrustYear
    planted: tuple[Planted, ...]


def write_country(
    folder: Path,
    trusts: int,
    years: range,
    seed: int,
    *,
    standards: Sequence[Standard] = (),
    faults: bool = False,
    raw: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Country:
    """Write the workspace of a synthetic country into a folder that is empty or not there yet.

    trusts: from 1. standards: those that each trust reports on; without one, that of a trust-year
    which names none. faults: plant documented faults in some trust-years, and list them in
    ``faults.csv``. raw: write the files that an analyst has for the last year, and leave out the
    tables that are made of them; both for that standard alone. progress: told after each trust how
    many of how many are written.
    Raises a usage fault where the folder holds something or a standard has no such years, faults
    or raw files, and a fault where it cannot be written.
    """
    named = tuple(standards) or (load_standard(),)
    _refuse_standards(named, years, extras=faults or raw)
    place = folder.absolute()
    there = place.is_dir()
    above = place if there else place.parent
    clear_beside(above, place.name)
    aside = beside(above / place.name)
    try:
        _refuse(folder)
        country = _write(
            aside, trusts, years, seed, named, faults=faults, raw=raw, progress=progress
        )
        if not there:
            aside.rename(place)
        elif is_part_of(
            place, aside, [aside.name]
        ):  # it stays the folder that it is: somebody may be in it
            move_into(aside, place, last=DATA)
        else:
            raise _not_empty(folder)
    except OSError as error:
        raise not_written(
            error, "The country", str(folder),
            "Name a folder on a disk with room, in a place where you may write.",
        ) from None  # fmt: skip
    finally:
        remove(aside)
    return country


def _refuse_standards(standards: Sequence[Standard], years: range, *, extras: bool) -> None:
    home = load_standard()
    for standard in standards:
        since = Records(trust_of(0, 0), standard).first_year
        if years[0] < since:
            raise usage_fault(
                f"The {standard.short} has no year before {since}.", "--years",
                f"Begin with {since} or later.",
            )  # fmt: skip
        if standard.id != HOME and extras:
            raise usage_fault(
                f"Faults and raw files are made for the {home.short} alone.", "--standard",
                "Write another country without --faults and --raw.",
            )  # fmt: skip


def _refuse(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise usage_fault("This is not a folder.", str(folder), "Name a folder that is empty.")
    # What a run has left that was stopped while it moved its files here is written again.
    if folder.is_dir() and any(path.name not in MOVED_BEFORE_DATA for path in folder.iterdir()):
        raise _not_empty(folder)


def _not_empty(folder: Path) -> Fault:
    return usage_fault(
        "This folder is not empty.", str(folder),
        "Name a new folder, or empty this one: nothing is ever written over.",
    )  # fmt: skip


def _write(
    root: Path,
    trusts: int,
    years: range,
    seed: int,
    standards: Sequence[Standard],
    *,
    faults: bool,
    raw: bool,
    progress: Callable[[int, int], None],
) -> Country:
    written, planted = 0, []
    for index in range(trusts):
        trust = trust_of(seed, index)
        for year, standard in product(years, standards):
            files = _files(trust, year, standard)
            if faults and (fault := plant(trust, year, years, files)):
                planted.append(fault)
            if raw and year == years[-1]:
                files = {n: text for n, text in files.items() if Path(n).name not in MADE}
            _write_files(root, files)
            written += len(files)
        progress(index + 1, trusts)
    if faults:
        _write_files(root, {FAULTS: _list_of(planted)})
        written += 1
    if raw:
        written += write_raw(root, seed, trusts, years[-1])
    # A synthetic country is the same at every writing, and so are the hashes of its reports.
    _write_files(root, {KEY: sha256(f"synthetic country {seed}".encode()).hexdigest().encode()})
    _write_files(root, {REGISTER: _register(seed, trusts)})
    written += 2
    example = TrustYear(trust_of(seed, 0).code, years[-1], standards[0].id)
    return Country(trusts * len(years) * len(standards), written, example, tuple(planted))


def _files(trust: Trust, year: int, standard: Standard) -> dict[str, bytes]:
    """The files of a trust-year. Those that name no standard have a country of their own."""
    if standard.id == HOME:
        return files_of(trust, year)
    return files_of_standard(Records(trust, standard), year)


def _write_files(root: Path, files: Mapping[str, bytes]) -> None:
    for folder in {str(Path(path).parent) for path in files}:
        (root / folder).mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (root / path).write_bytes(content)


def _list_of(planted: list[Planted]) -> bytes:
    return csv_text([Planted.COLUMNS, *(fault.row for fault in planted)]).encode()


def _register(seed: int, trusts: int) -> bytes:
    """The register of the trusts, with the region and the kind of each."""
    rows = [("code", "name", "benchmark_group", "region")]
    for index in range(trusts):
        trust = trust_of(seed, index)
        rows.append((trust.code, trust.name, capitalised(trust.kind.name), trust.region.name))
    return csv_text(rows).encode()
