"""Whatever the gate lets through, the notebooks can measure: no input ends in a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faults.measuring import measured
from wres_report.gate import run_gate
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.standard import load_standard

# A pass of the gate costs a good part of a second, so one pass checks many examples as trusts.
FEW = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
STANDARD = load_standard()
COUNT = st.sampled_from(["", "0", "1", "2", "4", "5", "11", "60", "700", "10000000", "+3", "007"])
PERCENT = st.sampled_from(["", "0", "100", "50.5", "0.4", "33.333333333333", "99.999"])
COUNTS = st.tuples(COUNT, COUNT, COUNT)
BANDS = [band.id for band in STANDARD.bands]
CLUSTERS = [cluster.id for cluster in STANDARD.clusters]
KEYS = {
    "workforce": [
        *((group, band) for group in ("clinical", "non_clinical", "all")
          for band in (*BANDS, *CLUSTERS, "all")),
        *(("medical", grade.id) for grade in STANDARD.medical_grades), ("medical", "all"),
    ],
    "recruitment": [("shortlisted",), ("appointed",)],
    "disciplinary": [("entered",)],
    "training": [("accessed",)],
    "board": [("total",), ("voting",), ("executive",)],
}  # fmt: skip
HEADS = {
    "workforce": "staff_group,band,white,bme,unknown",
    "recruitment": "stage,white,bme,unknown",
    "disciplinary": "measure,white,bme,unknown",
    "training": "measure,white,bme,unknown",
    "board": "membership,white,bme,unknown",
    "survey": "indicator,survey_year,group,percent,responses,benchmark_percent",
}
INDICATORS = {
    "workforce": ("i1", "i3", "i9"), "recruitment": ("i2",), "disciplinary": ("i3",),
    "training": ("i4",), "board": ("i9",), "survey": ("i5", "i7"),
}  # fmt: skip


def counts_table(name: str) -> st.SearchStrategy[str]:
    most = 12 if name == "workforce" else len(KEYS[name])
    keys = st.lists(st.sampled_from(KEYS[name]), unique=True, min_size=1, max_size=most)
    return keys.flatmap(
        lambda chosen: st.lists(COUNTS, min_size=len(chosen), max_size=len(chosen)).map(
            lambda rows: "".join(
                f"{','.join((*key, *row))}\n" for key, row in zip(chosen, rows, strict=True)
            )
        )
    )


def survey_table(latest: int) -> st.SearchStrategy[str]:
    keys = [(i, y, g) for i in "57" for y in (latest - 1, latest) for g in ("white", "bme")]
    row = st.tuples(PERCENT, COUNT, PERCENT)
    return st.dictionaries(st.sampled_from(keys), row, min_size=1).map(
        lambda rows: "".join(
            f"{i},{y},{g},{','.join(figures)}\n" for (i, y, g), figures in rows.items()
        )
    )


def trust(year: int) -> st.SearchStrategy[dict[str, str]]:
    tables = {name: counts_table(name) for name in KEYS} | {"survey": survey_table(year - 1)}
    return st.fixed_dictionaries({}, optional=tables)


@FEW
@given(st.lists(st.tuples(trust(2020), trust(2021)), min_size=8, max_size=8))
def test_what_the_gate_lets_through_is_measured_without_a_traceback(
    trusts: list[tuple[dict[str, str], dict[str, str]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asked = []
        for number, years in enumerate(trusts):
            for year, tables in zip((2020, 2021), years, strict=True):
                place = Path(folder) / f"data/P{number:02d}/{year}"
                place.mkdir(parents=True)
                for name, rows in tables.items():
                    (place / f"{name}.csv").write_text(f"{HEADS[name]}\n{rows}", encoding="utf-8")
            asked.append(TrustYear(f"P{number:02d}", 2021))
        results = run_gate(Workspace.open(Path(folder)), asked)
        for trust_year, (_, tables) in zip(asked, trusts, strict=True):
            if results[trust_year].state in ("clean", "notes"):
                indicators = sorted({i for name in tables for i in INDICATORS[name]})
                measured(Path(folder), trust_year, indicators)
