"""One trust among the others: the same as its row of the table, and its peers as it chose them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.country.trusts import GROUPS, a_dozen, figures_of_trust, write_table
from wres_report.faults import Fault
from wres_report.inputs.params import Peers
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.peers.figure import Figure
from wres_report.peers.place import Place, places_of
from wres_report.peers.reading import others_of
from wres_report.peers.standing import standings
from wres_report.pipeline.hashing import InputHashes
from wres_report.pipeline.steps import Renderer, Steps
from wres_report.preview.watching import input_files
from wres_report.verify.elsewhere import copy_inputs

YEAR = 2025
OWN = TrustYear("ZZ05", YEAR)
EVERY = Peers(("all", "benchmark_group", "region"), size=3, named=("ZZ00", "ZZ11", "RX1"))


def places(own: list[Figure], others: list[Figure], peers: Peers = EVERY) -> dict[str, Place]:
    return {
        f"{p.figure.indicator}.{p.figure.group}": p for p in places_of(own, others, peers)
    }  # fmt: skip


def split(figures: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    own = [f for f in figures if f.trust == OWN.code]
    return own, [f for f in figures if f.trust != OWN.code]


def test_a_trust_has_the_place_that_the_table_of_all_trusts_gives_it() -> None:
    figures = a_dozen(YEAR)
    table = {f"{s.indicator}.{s.group}": s for s in standings(figures, YEAR) if s.trust == OWN.code}
    found = places(*split(figures))
    assert set(found) == set(table) == {"i1.bme", "i2.both", "i5.white", "i5.bme", "i5.both"}
    for name, place in found.items():
        row, rank = table[name], place.rank
        assert rank is not None
        assert (rank.rank, rank.low, rank.high, rank.of) == (
            row.rank, row.rank_from, row.rank_to, row.of
        )  # fmt: skip
        assert (rank.quarter, rank.sure_of_quarter) == (row.quarter, row.sure_of_quarter)
        assert str(place.position or "") == row.limits
        everyone, group, region, *_ = place.scopes
        assert everyone.median == pytest.approx(row.median)
        assert group.median == pytest.approx(row.group_median)
        assert region.median == pytest.approx(row.region_median)
        assert (len(group.values), len(region.values)) == (row.group_trusts, row.region_trusts)


def test_peers_are_by_group_and_size_and_name() -> None:
    figures = a_dozen(YEAR)
    ratios = {f.trust: f.value for f in figures if (f.indicator, f.measure) == ("i2", "ratio")}
    found = places(*split(figures))["i2.both"]
    scopes = {scope.kind: scope for scope in found.scopes}
    assert scopes["benchmark_group"].which == GROUPS[1]
    # 2,000 staff: 2,200 and 2,400 are nearer as a factor than 1,600, and 1,800 is near.
    near = [ratios[code] for code in ("ZZ04", "ZZ06", "ZZ07")]
    assert scopes["size"].median == pytest.approx(np.median(near))
    named = [ratios["ZZ00"], ratios["ZZ11"]]
    assert scopes["named"].median == pytest.approx(np.mean(named))
    alone = places(*split(figures), Peers((), named=("ZZ00",)))["i2.both"]
    assert [(s.kind, s.median) for s in alone.scopes] == [("named", None)]


def test_a_figure_that_is_hidden_has_no_place_and_is_in_no_median() -> None:
    figures = a_dozen(YEAR)
    own, others = split(figures)
    hidden = [f._replace(value=None, low=None, high=None, n=None, events=None, status="suppressed")
              if f.indicator == "i2" else f for f in own]  # fmt: skip
    found = places(hidden, others)["i2.both"]
    assert (found.rank, found.position, found.point) == (None, None, None)
    known = [f.value for f in others if (f.indicator, f.measure) == ("i2", "ratio")]
    assert found.scopes[0].median == pytest.approx(np.median(np.array(known, dtype=float)))
    assert len(found.scopes[0].values) == found.others == 11


def test_invented_trusts_are_never_set_beside_real_ones() -> None:
    own, _ = split(a_dozen(YEAR))
    assert not places(own, a_dozen(YEAR, synthetic=False))
    few = figures_of_trust("ZZ01", YEAR, (100, 40), number=1)
    assert not places(own, few)  # one other is nobody to rank among


def test_the_table_of_all_trusts_is_an_input_of_staging_and_of_no_other_step(
    tmp_path: Path,
) -> None:
    workspace = _workspace(tmp_path)
    before = _steps(workspace)
    path = write_table(tmp_path, a_dozen(YEAR))
    with_table = _steps(workspace)
    assert before["gate"] == with_table["gate"]
    assert before["inputs"].items() < with_table["inputs"].items()
    assert set(with_table["inputs"]) - set(before["inputs"]) == {"data/country/country.csv"}
    path.write_text(path.read_text(encoding="utf-8").replace("ZZ11", "ZZ12"), encoding="utf-8")
    changed = _steps(workspace)
    assert changed["gate"] == before["gate"]
    assert changed["inputs"] != with_table["inputs"]
    assert "data/country/country.csv" in input_files(workspace, OWN)
    copy_inputs(workspace, [OWN], tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere" / "data" / "country" / "country.csv").is_file()
    assert not InputHashes(workspace).of(TrustYear("ZZ05", YEAR, "wdes")).keys() & {
        "data/country/country.csv"
    }


def test_others_are_those_of_the_year_that_are_compared(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path)
    assert not others_of(workspace, OWN).figures
    merged = [f._replace(compared=False) for f in a_dozen(YEAR) if f.trust == "ZZ03"]
    figures = [f for f in a_dozen(YEAR) if f.trust != "ZZ03"]
    write_table(tmp_path, [*figures, *merged, *a_dozen(2024)])
    others = others_of(workspace, OWN)
    assert others.known
    assert others.known.benchmark_group == GROUPS[1]
    assert {f.trust for f in others.figures} == {f.trust for f in figures} - {OWN.code}
    assert {f.year for f in others.figures} == {YEAR}
    assert not others_of(workspace, TrustYear("ZZ03", YEAR)).figures


@pytest.mark.parametrize(
    ("change", "row"),
    [
        (lambda text: text.replace("measure,value", "measure,values", 1), 1),
        (lambda text: text.replace("ZZ00,Trust ZZ00,2025,workforce,,total,count,1000",
                                   "ZZ00,Trust ZZ00,2025,workforce,,total,count,many"), 2),
        (lambda text: text + "ZZ11,Trust ZZ11,2025\n", 98),
        (lambda _: "", 1),
    ],
    ids=["another column", "a word for a number", "a short row", "nothing"],
)  # fmt: skip
def test_a_table_that_is_none_is_told_with_its_row(tmp_path: Path, change, row: int) -> None:  # type: ignore[no-untyped-def]
    workspace = _workspace(tmp_path)
    path = write_table(tmp_path, a_dozen(YEAR))
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(Fault) as told:
        others_of(workspace, OWN)
    assert told.value.where == f"data/country/country.csv, row {row}"
    assert "wres country" in told.value.action


def _workspace(root: Path) -> Workspace:
    (root / "params" / "ZZ05").mkdir(parents=True)
    (root / "params" / "ZZ05" / "2025.yaml").write_text("name: Example\n", encoding="utf-8")
    (root / "data" / "ZZ05" / "2025").mkdir(parents=True)
    return Workspace.open(root)


def _steps(workspace: Workspace) -> dict[str, object]:
    hashes = InputHashes(workspace)
    steps = Steps(workspace, Renderer("embedded", ""), hashes)
    return {"gate": steps.gate(OWN).parts["data"], "inputs": hashes.of(OWN)}
