"""The class ``mutations``: spoilt tables, settings and narratives, and what becomes of each.

Every mutation says whether it must be told, must change nothing, or may be either. What the gate
lets through is measured by the notebooks, so that nothing passes the one and fails in the other.
All of it runs in one process, and the trusts go through the gate together.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from random import Random

from faults.measuring import measured
from faults.outcome import Outcome
from faults.table_mutations import HARMLESS, MUST, Mutation, put, table_mutations
from faults.text_mutations import narrative_mutations, settings_mutations
from wres_report.faults import Fault
from wres_report.gate import GateResult, run_gate
from wres_report.inputs.params import read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import CHECKOUT, Workspace
from wres_report.narrative.closing import check_closed, check_shortcodes
from wres_report.narrative.variables import VARIABLE, bind

NUMBER = 1_400
QUICK = 70
TOGETHER = 200  # trust-years in one pass of the gate
SOURCE, YEAR = "ZZX", 2021
# The indicators that a table is read for.
READ_FOR = {
    "workforce": ("i1", "i3", "i9"), "recruitment": ("i2",), "disciplinary": ("i3",),
    "training": ("i4",), "survey": ("i5", "i6", "i7", "i8"), "board": ("i9",),
    "reported": ("i1", "i2", "i5", "i9"),
}  # fmt: skip


def run(folder: Path, seed: int, number: int) -> Iterator[Outcome]:
    """Seven of ten are tables; of the rest, half are settings and half are narratives."""
    random = Random(seed)
    texts = (number - 7 * number // 10) // 2
    yield from _tables(folder / "tables", random, number - 2 * texts)
    yield from _settings(folder / "settings", random, texts)
    yield from _narratives(random, texts)


def _tables(folder: Path, random: Random, number: int) -> Iterator[Outcome]:
    whole, parts = folder / "whole", folder / "parts"
    for base in (whole, parts):
        for year in (YEAR - 1, YEAR):
            _link_all(CHECKOUT / f"data/{SOURCE}/{year}", base / str(year))
    table = parts / str(YEAR) / "workforce.csv"
    put(table, b"".join(x for x in table.read_bytes().splitlines(True) if b"all,all" not in x))
    streams = [(base, table_mutations(base, random)) for base in (whole, whole, parts)]
    seen: set[tuple[Path, str]] = set()
    batch: list[tuple[Path, Mutation]] = []
    while number:
        base, stream = random.choice(streams)
        mutation = next(stream)
        if (base, mutation.case) in seen:
            continue
        seen.add((base, mutation.case))
        batch.append((base, mutation))
        number -= 1
        if len(batch) == TOGETHER or not number:
            yield from _checked(folder / f"after{number}", batch)
            batch = []


def _link_all(source: Path, target: Path) -> None:
    """A copy of the tables that costs nothing; who changes one unlinks it first."""
    target.mkdir(parents=True)
    for path in source.glob("*.csv"):
        os.link(path, target / path.name) if _same_disk(path, target) else put(
            target / path.name, path.read_bytes()
        )


def _same_disk(path: Path, folder: Path) -> bool:
    return path.stat().st_dev == folder.stat().st_dev


def _checked(root: Path, batch: Sequence[tuple[Path, Mutation]]) -> Iterator[Outcome]:
    cases = {TrustYear("BASE", YEAR): Mutation("nothing", HARMLESS, "workforce", lambda _: None)}
    _link_years(batch[0][0].parent / "whole", root / "data/BASE")
    for number, (base, mutation) in enumerate(batch):
        trust_year = TrustYear(f"M{number:04d}", YEAR)
        _link_years(base, root / "data" / trust_year.code)
        mutation.apply(root / "data" / trust_year.code)
        cases[trust_year] = mutation
    results = _gated(Workspace.open(root), list(cases))
    for trust_year, mutation in cases.items():
        yield _judged(root, trust_year, mutation, results[trust_year])


def _link_years(base: Path, target: Path) -> None:
    for year in (YEAR - 1, YEAR):
        _link_all(base / str(year), target / str(year))


def _gated(
    workspace: Workspace, trust_years: Sequence[TrustYear]
) -> dict[TrustYear, GateResult | str]:
    """The gate's result of each, or the traceback where it has none."""
    try:
        return {**run_gate(workspace, trust_years)}
    except Exception:
        if len(trust_years) == 1:
            return {trust_years[0]: traceback.format_exc()}
    half = len(trust_years) // 2
    return _gated(workspace, trust_years[:half]) | _gated(workspace, trust_years[half:])


def _judged(
    root: Path, trust_year: TrustYear, mutation: Mutation, result: GateResult | str
) -> Outcome:
    def told(outcome: str, detail: str = "") -> Outcome:
        return Outcome("mutations", mutation.case, outcome, detail)

    if isinstance(result, str):
        return told("traceback", f"gate: {result.splitlines()[-1]}")
    said = bool(result.findings or result.fault)
    if said and not _has_place(result):
        return told("silent", "a finding without its place")
    if mutation.expected == HARMLESS and said:
        return told("false alarm", str(result.fault or result.findings[0])[:300])
    if result.state in ("blocked", "unreadable"):
        return told("caught")
    indicators = READ_FOR.get(mutation.table, ())
    try:
        figures = measured(root, trust_year, indicators)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return told("traceback", f"{error!r} at {Path(place.filename).name}:{place.lineno}")
    if mutation.expected == HARMLESS:
        same = figures == _figures_of_the_base(root, indicators)
        return told("held") if same else told("silent", "other figures, and nothing was said")
    if mutation.expected == MUST and not said:
        return told("silent", "the gate says “clean”")
    return told("caught" if said else "held")


@lru_cache(maxsize=16)
def _figures_of_the_base(root: Path, indicators: tuple[str, ...]) -> dict[str, str]:
    return measured(root, TrustYear("BASE", YEAR), indicators)


def _has_place(result: GateResult) -> bool:
    places = [finding.file for finding in result.findings]
    places += [result.fault.where] if result.fault else []
    return all(place.startswith("data/") for place in places)


def _settings(root: Path, random: Random, number: int) -> Iterator[Outcome]:
    text = (CHECKOUT / f"params/{SOURCE}/{YEAR}.yaml").read_text(encoding="utf-8")
    path = root / f"params/{SOURCE}/{YEAR}.yaml"
    path.parent.mkdir(parents=True)
    mutations = settings_mutations(text, random)
    for _ in range(number):
        case, content, expected = next(mutations)
        path.write_bytes(content)
        yield _tried(
            f"settings: {case}", expected, f"params/{SOURCE}/{YEAR}.yaml",
            lambda: read_params(Workspace(root.resolve()), TrustYear(SOURCE, YEAR)),
        )  # fmt: skip


def _narratives(random: Random, number: int) -> Iterator[Outcome]:
    folder = CHECKOUT / f"data/{SOURCE}/{YEAR}/narrative"
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    known = dict.fromkeys((key for text in texts.values() for key in VARIABLE.findall(text)), "1")
    known["i2.ratio"] = "1.38"
    mutations = narrative_mutations(texts, random)
    for _ in range(number):
        name, text, expected = next(mutations)
        added = "".join(sorted(set(text) - set(texts[name])))
        where = f"data/{SOURCE}/{YEAR}/narrative/{name}"

        def read(text: str = text, where: str = where) -> None:
            check_shortcodes(text, where)
            check_closed(text, where)
            bind(text, known, where)

        yield _tried(f"{name}: {_difference(texts[name], text)!r} {added!r}", expected, where, read)


def _difference(old: str, new: str) -> str:
    start = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), len(old))
    return new[start : start + len(new) - len(old)].strip()[:60]


def _tried(case: str, expected: str, where: str, read: object) -> Outcome:
    assert callable(read)
    try:
        read()
    except Fault as fault:
        if expected == HARMLESS:
            return Outcome("mutations", case, "false alarm", str(fault)[:300])
        placed = fault.where.startswith(where) and fault.action
        return Outcome(
            "mutations", case, "caught" if placed else "silent", f"placed: {fault.where}"
        )
    except Exception as error:
        return Outcome("mutations", case, "traceback", repr(error)[:300])
    if expected == MUST:
        return Outcome("mutations", case, "silent", "it was read")
    return Outcome("mutations", case, "held")
