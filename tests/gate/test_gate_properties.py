"""What holds for any data."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wres_report.gate import GateResult, run_gate
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.standard import load_standard

RV9 = Path(__file__).resolve().parents[2] / "data" / "RV9" / "2021"
SPOILT = (RV9 / "survey.csv").read_text(encoding="utf-8").replace("89.8", "898").splitlines()
# A pass of the gate costs a good part of a second, so one pass checks many examples as trusts.
FEW = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))

STANDARD = load_standard()
GROUPS = {
    "non_clinical": [band.id for band in STANDARD.bands],
    "clinical": [band.id for band in STANDARD.bands],
    "medical": [grade.id for grade in STANDARD.medical_grades if grade.part_of is None],
}
COUNTS = st.tuples(*[st.integers(0, 2000)] * 3)


def check(tables: list[dict[str, str]]) -> list[GateResult]:
    """The gate's results of tables, each dictionary being a trust: file name to text."""
    with tempfile.TemporaryDirectory() as folder:
        asked = []
        for number, files in enumerate(tables):
            trust_year = TrustYear(f"P{number:02d}", 2021)
            place = Path(folder) / "data" / str(trust_year)
            place.mkdir(parents=True)
            for name, text in files.items():
                (place / name).write_text(text, encoding="utf-8")
            asked.append(trust_year)
        results = run_gate(Workspace.open(Path(folder)), asked)
        shutil.rmtree(Path(folder) / "data")
    return [results[trust_year] for trust_year in asked]


@FEW
@given(st.lists(st.permutations(SPOILT[1:]), min_size=5, max_size=10))
def test_the_order_of_the_rows_does_not_change_what_is_found(orders: list[list[str]]) -> None:
    for order, result in zip(
        orders,
        check([{"survey.csv": "\n".join([SPOILT[0], *order]) + "\n"} for order in orders]),
        strict=True,
    ):
        (finding,) = result.findings
        assert (finding.rule, finding.found) == ("percent_out_of_range", "“898”")
        assert finding.row is not None
        assert order[finding.row - 2].startswith("7,2020,white,898")


@st.composite
def workforces(draw: st.DrawFn) -> str:
    """A sound ``workforce.csv``: single bands or the totals of the groups, with a whole or not."""
    lines, whole = [], [0, 0, 0]
    for staff_group, bands in GROUPS.items():
        listed = draw(st.lists(st.sampled_from(bands), unique=True, min_size=1))
        counts = [draw(COUNTS) for _ in listed]
        total = [sum(count[i] for count in counts) for i in range(3)]
        whole = [a + b for a, b in zip(whole, total, strict=True)]
        if draw(st.booleans()):
            lines += [f"{staff_group},all,{total[0]},{total[1]},{total[2]}"]
        if not lines or draw(st.booleans()) or not lines[-1].startswith(f"{staff_group},all"):
            lines += [
                f"{staff_group},{b},{c[0]},{c[1]},{c[2]}"
                for b, c in zip(listed, counts, strict=True)
            ]
    if draw(st.booleans()):
        lines.append(f"all,all,{whole[0]},{whole[1]},{whole[2]}")
    return "staff_group,band,white,bme,unknown\n" + "\n".join(lines) + "\n"


@FEW
@given(st.lists(workforces(), min_size=5, max_size=10))
def test_any_workforce_that_adds_up_passes(tables: list[str]) -> None:
    for table, result in zip(tables, check([{"workforce.csv": t} for t in tables]), strict=True):
        assert result.state == "clean", f"{table}\n" + "\n".join(map(str, result.findings))


@FEW
@given(st.lists(st.tuples(workforces(), st.integers(1, 5000)), min_size=5, max_size=10))
def test_any_whole_that_its_groups_do_not_reach_is_blocked(
    tables: list[tuple[str, int]],
) -> None:
    spoilt = []
    for table, too_many in tables:
        rows = [line for line in table.splitlines() if not line.startswith("all,all")]
        whole = sum(int(row.split(",")[2]) for row in _counted_once(rows[1:]))
        spoilt.append("\n".join([*rows, f"all,all,{whole + too_many},,"]) + "\n")
    for table, result in zip(spoilt, check([{"workforce.csv": t} for t in spoilt]), strict=True):
        assert result.state == "blocked", table
        assert {f.rule for f in result.critical} <= {"groups_do_not_add_up"}


def _counted_once(rows: list[str]) -> list[str]:
    """Without the total of a staff group whose bands are given."""
    with_bands = {row.split(",")[0] for row in rows if row.split(",")[1] != "all"}
    return [r for r in rows if r.split(",")[1] != "all" or r.split(",")[0] not in with_bands]
