"""What the measurements must show, as ratios; each says what is divided by what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bench.timing import Measured

Results = dict[str, dict[str, Measured]]


@dataclass(frozen=True)
class Target:
    """what: in words. ratio: of the results. limit: to be reached. least: at least, or at most."""

    what: str
    ratio: Callable[[Results], float]
    limit: float
    least: bool
    unit: str = "×"

    def reached(self, value: float) -> bool:
        return value >= self.limit if self.least else value <= self.limit


def _wall(results: Results, case: str, name: str) -> float:
    return results[case][name].wall


def _over(case: str, top: str, bottom: str) -> Callable[[Results], float]:
    return lambda results: _wall(results, case, top) / _wall(results, case, bottom)


def targets(large: int, middle: int, small: int) -> list[Target]:
    """The targets, for three numbers of trust-years."""
    notebook = "one notebook"
    return [
        Target("one notebook, warm, against papermill's command",
               _over(notebook, "stock command", "warm"), 12, True),
        Target("one notebook, warm, against papermill's API with a new kernel",
               _over(notebook, "stock API", "warm"), 8, True),
        Target("one notebook, warm, over plain functions",
               _over(notebook, "warm", "plain functions"), 1.5, False),
        Target("one trust-year from nothing, against the stock commands",
               _over("one trust-year", "stock commands", "ours"), 11, True),
        Target(f"{middle} trust-years from nothing, against the stock commands",
               lambda r: middle * _wall(r, "one trust-year", "stock commands")
               / _wall(r, "many", f"{middle} from nothing"), 30, True),
        Target(f"the gate of a trust-year, alone against among {large}",
               lambda r: _wall(r, "gate", "one alone")
               / (_wall(r, "gate", f"{large} together") / large), 10, True),
        Target(f"nothing to do, {large} trust-years",
               lambda r: _wall(r, "many", f"{large} nothing to do"), 0.45, False, " s"),
        Target("nothing to do, over the interpreter's start and hashing the inputs",
               lambda r: _wall(r, "many", f"{large} nothing to do")
               / (_wall(r, "many", "interpreter") + _wall(r, "many", "hashing the inputs")),
               3, False),
        Target("a survey cell changed and the page again, over a full build",
               _over("one cell", "survey cell, page again", "full build"), 0.4, False),
        Target(f"cost of a trust-year among {large}, over among {small}",
               lambda r: (_wall(r, "many", f"{large} from nothing") / large)
               / (_wall(r, "many", f"{small} from nothing") / small), 1.05, False),
        Target("two workers against one",
               _over("executors", "one worker", "two workers"), 1.85, True),
        Target("dask with two workers, over two local ones",
               _over("executors", "dask, two workers", "two workers"), 1.1, False),
        Target(f"{middle} trust-years from nothing to the table of all, the same bytes, "
               "through dask over local workers",
               lambda r: (_wall(r, "executors", "dask, two workers")
                          + _wall(r, "executors", "table of dask"))
               / (_wall(r, "executors", "two workers")
                  + _wall(r, "executors", "table of local workers")), 1.15, False),
        Target(f"memory at the peak, {large} trust-years from nothing",
               lambda r: r["many"][f"{large} from nothing"].peak / 1024, 0.6, False, " GiB"),
        Target(f"memory at the peak, {large} over {small} trust-years",
               lambda r: r["many"][f"{large} from nothing"].peak
               / r["many"][f"{small} from nothing"].peak, 1.2, False),
        *import_targets(),
        Target("212 trusts of ten years in one table, from built results",
               lambda r: _wall(r, "country", "table"), 20, False, " s"),
        Target("memory at the peak, that table",
               lambda r: r["country"]["table"].peak / 1024, 1, False, " GiB"),
    ]  # fmt: skip


def import_targets() -> list[Target]:
    """The targets of the imports."""
    case = "imports"
    return [
        Target("a staff list of the whole service, counted for each trust",
               lambda r: _wall(r, case, "list"), 12, False, " s"),
        Target("memory at the peak, that list",
               lambda r: r[case]["list"].peak / 1024, 1, False, " GiB"),
        Target("that list, against pandas", _over(case, "list by pandas", "list"), 5, True),
        Target("a sheet of 100,000 rows, against openpyxl",
               _over(case, "sheet by openpyxl", "sheet"), 20, True),
        Target("the survey's workbook, one trust",
               lambda r: _wall(r, case, "survey of one"), 1.5, False, " s"),
        Target("the survey's workbook, all trusts",
               lambda r: _wall(r, case, "survey of all"), 5, False, " s"),
        Target("memory at the peak, the survey's workbook",
               lambda r: r[case]["survey of all"].peak, 400, False, " MiB"),
    ]  # fmt: skip
