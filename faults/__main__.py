"""``nox -s faults``: runs the classes, prints a table, writes ``faults.json`` and ``faults.md``.

The exit status is 1 where any result is bad, and where a class has tried nothing.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import faults
from faults.outcome import Outcome, table, told

ITSELF = "the class itself"
TOLD = 20  # so often a class says how far it is


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the classes that the arguments name, all where they name none."""
    parser = argparse.ArgumentParser(prog="faults", description=__doc__)
    parser.add_argument("classes", nargs="*", metavar="CLASS")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("outputs/faults"))
    options = parser.parse_args(arguments)
    known = classes()
    if unknown := sorted(set(options.classes) - known.keys()):
        parser.error(f"no class {', '.join(unknown)}; there are {', '.join(known)}")
    outcomes = []
    for name in options.classes or known:
        outcomes += tried(name, known[name], options.seed, quick=options.quick)
    write(options.out, outcomes, options.seed)
    print(table(outcomes))
    bad = told(outcomes)
    for line in bad:
        print(line)
    return 1 if bad else 0


def classes() -> dict[str, ModuleType]:
    """The modules that are a class of faults, by name."""
    found = (
        importlib.import_module(f"faults.{module.name}")
        for module in pkgutil.iter_modules(faults.__path__)
        if module.name != "__main__"
    )
    return {m.__name__.rpartition(".")[2]: m for m in found if hasattr(m, "NUMBER")}


def tried(name: str, module: ModuleType, seed: int, *, quick: bool) -> list[Outcome]:
    """All outcomes of a class; one that fails itself, or has none, is bad as well."""
    number = module.QUICK if quick else module.NUMBER
    say(f"{name}: {number} cases, seed {seed}")
    found: list[Outcome] = []
    try:
        with tempfile.TemporaryDirectory(prefix="wres-faults-") as folder:
            found += _each(module.run(Path(folder), seed, number), number)
    except Exception as error:
        traceback.print_exc()
        found.append(Outcome(name, ITSELF, "traceback", repr(error)))
    return found or [Outcome(name, ITSELF, "silent", "nothing was tried")]


def _each(outcomes: Iterator[Outcome], number: int) -> Iterator[Outcome]:
    """The outcomes as they come, and now and then how far it is. number: of how many."""
    for done, outcome in enumerate(outcomes, start=1):
        if outcome.bad:
            say(f"{outcome.kind}: {outcome.result}: {outcome.case}: {outcome.detail}")
        if done % max(1, number // TOLD) == 0:
            say(f"{outcome.kind}: {done} of {number}")
        yield outcome


def write(out: Path, outcomes: Sequence[Outcome], seed: int) -> None:
    out.mkdir(parents=True, exist_ok=True)
    content = {"seed": seed, "outcomes": [asdict(outcome) for outcome in outcomes]}
    text = json.dumps(content, indent=1, ensure_ascii=False)
    (out / "faults.json").write_text(text + "\n", encoding="utf-8")
    (out / "faults.md").write_text(table(outcomes) + "\n", encoding="utf-8")


def say(text: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
