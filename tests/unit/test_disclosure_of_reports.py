"""What the tables and figures of whole trust-years tell of the counts that they hide."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from wres_report.disclosure.model import Kind
from wres_report.indicators.likelihood.measure import measure_likelihood
from wres_report.indicators.likelihood.shown import likelihood_table
from wres_report.indicators.representation.measure import measure_representation
from wres_report.indicators.representation.shown import (
    band_table,
    figures_of_tables,
    staff_group_table,
)
from wres_report.indicators.year import Settings, YearData
from wres_report.inputs.headcounts import STAFF_GROUPS
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.marks import unmarked
from wres_report.measures import Status

SMALL = [
    "non_clinical,2,30,4,1", "non_clinical,5,12,1,0", "non_clinical,8a,1,1,1",
    "clinical,2,40,9,3", "clinical,5,60,31,2", "clinical,6,22,6,1", "clinical,8a,9,1,0",
    "clinical,vsm,2,0,0", "medical,consultant,9,6,1", "medical,senior_medical_manager,2,1,0",
    "medical,career_grade,2,3,0", "medical,trainee,6,5,1", "medical,other,1,1,0",
]  # fmt: skip
COUNTED = ("workforce", "training", "disciplinary")
STAR = "hidden"
NUMBER = re.compile(r"[0-9][0-9,]*")
GROUP_ROWS = {
    "Non-clinical": "non_clinical",
    "Clinical": "clinical",
    "Medical and dental": "medical",
}
CLUSTERS = {"Bands 1 to 4 and under": 5, "Bands 5 to 7": 8, "Bands 8a to 9 and VSM": 14}


@pytest.fixture
def trust(repository: Path, make_year):
    """``trust("ZZX/2021")`` of the repository, or the one of a dozen bands of ``SMALL``."""

    def opened(named: str) -> YearData:
        if named == "small":
            return make_year(
                workforce=SMALL, training=["accessed,150,60,9"],
                disciplinary=["entered,4,3,0,year_end"],
            )  # fmt: skip
        return YearData(Workspace(repository), TrustYear.parse(named), Settings())

    return opened


def rows_of(table: str) -> list[list[str]]:
    """The rows of a Markdown table below its head: a name, then White, BME, unknown, total."""
    lines = unmarked(table).replace("\\*", STAR).replace("**", "").splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")][:5] for line in lines]


class Reader:
    """Somebody who has the printed tables of indicator 1, and puts them into equations.

    Every cell of a band is an unknown; a star is a cell, or a sum, that is not known. Zeros are
    shown, so each unknown is 1 at least.
    """

    def __init__(self, data: YearData) -> None:
        self.result = measure_representation(data, data.workforce)
        self.unknowns: dict[tuple[str, str, int], int] = {}
        self.equations: list[tuple[list[int], int]] = []
        self.pairs: list[tuple[int, int]] = []
        self.hidden: dict[tuple[str, str, int], list[int]] = {}
        bands = {g: rows_of(band_table(self.result, g)) for g in STAFF_GROUPS
                 if self.result.layout["bands"][g]}  # fmt: skip
        for group, rows in bands.items():
            for name, *cells in rows[:-1]:
                for column in range(3):
                    self.unknowns[group, name, column] = len(self.unknowns)
                for column in range(4):
                    self.read(
                        (group, name, column), cells[column], self.parts(group, {name}, column)
                    )
        for name, *cells in rows_of(staff_group_table(self.result)):
            for column in range(4):
                self.read(("all", name, column), cells[column], self.sum_of(bands, name, column))
        for column in range(3):
            whole = self.unknowns.get(("medical", "Consultants", column))
            part = self.unknowns.get(("medical", "of which senior medical managers", column))
            if whole is not None and part is not None:
                self.pairs.append((whole, part))

    def parts(self, group, names, column):
        columns = range(3) if column == 3 else (column,)
        return [i for (g, name, c), i in self.unknowns.items()
                if g == group and name in names and c in columns]  # fmt: skip

    def sum_of(self, bands, name, column):
        order = [band.label for band in self.result.data.standard.bands]
        labels = {g: {row[0] for row in rows[:-1]} for g, rows in bands.items()}
        labels["medical"] = labels.get("medical", set()) - {"of which senior medical managers"}
        if name in GROUP_ROWS:
            chosen = {GROUP_ROWS[name]: labels.get(GROUP_ROWS[name], set())}
        elif name in CLUSTERS:
            ends = [0, *CLUSTERS.values()]
            at = list(CLUSTERS).index(name)
            inside = set(order[ends[at] : ends[at + 1]])
            chosen = {g: labels.get(g, set()) & inside for g in ("clinical", "non_clinical")}
        else:
            chosen = labels
        return [i for g, names in chosen.items() for i in self.parts(g, names, column)]

    def read(self, name, text, parts):
        if NUMBER.fullmatch(text):
            self.equations.append((parts, int(text.replace(",", ""))))
        elif parts:
            assert text == STAR, (name, text)
            self.hidden[name] = parts

    def ends(self, parts) -> tuple[int, int]:
        """The least and the most that a sum of cells can be, by an integer program."""
        size = len(self.unknowns)
        zero = {i for cells, total in self.equations if total == 0 for i in cells}
        lower = np.array([0.0 if i in zero else 1.0 for i in range(size)])
        matrix = np.zeros((len(self.equations) + len(self.pairs), size))
        least, most = np.zeros(len(matrix)), np.zeros(len(matrix))
        for row, (cells, total) in enumerate(self.equations):
            matrix[row, cells] = 1
            least[row] = most[row] = total
        for row, (whole, part) in enumerate(self.pairs, start=len(self.equations)):
            matrix[row, whole], matrix[row, part], most[row] = 1, -1, np.inf
        aim = np.zeros(size)
        aim[parts] = 1
        found = []
        for sign in (1, -1):
            answer = milp(
                sign * aim, integrality=np.ones(size), bounds=Bounds(lower, np.inf),
                constraints=LinearConstraint(matrix, least, most),
            )  # fmt: skip
            assert answer.status != 2, "the printed tables contradict each other"
            found.append(float("inf") if answer.fun is None else round(sign * answer.fun))
        return found[0], found[1]


@pytest.mark.parametrize("named", ["ZZX/2020", "ZZX/2021", "small"])
def test_an_integer_program_over_the_printed_tables_finds_no_hidden_count(trust, named):
    reader = Reader(trust(named))
    assert len(reader.hidden) > 10
    told = {name: ends for name, parts in reader.hidden.items()
            if (ends := reader.ends(parts))[0] == ends[1]}  # fmt: skip
    assert not told


def test_the_of_which_row_is_no_part_of_the_sum_that_tells_the_others(trust):
    # 144 BME medical staff less those of three grades were the 4 of the fourth.
    reader = Reader(trust("ZZX/2021"))
    others = ("medical", "Other medical and dental", 1)
    assert others in reader.hidden
    low, high = reader.ends(reader.hidden[others])
    assert (low, high) != (4, 4)
    assert low <= 1 < 4 <= high


def figures(data: YearData) -> dict[str, object]:
    """All that the notebooks of indicators 1, 3 and 4 hand over and show."""
    first = measure_representation(data, data.workforce)
    shown: dict[str, object] = {
        "i1": first.payload(),
        "i1 tables": [staff_group_table(first), *(band_table(first, g) for g in STAFF_GROUPS)],
        "i1 of tables": figures_of_tables(first),
    }
    for name in ("i3", "i4"):
        result = measure_likelihood(data, name, *data.likelihood_counts(name))
        shown[name] = (result.payload(), likelihood_table(result))
    return shown


def moved(data: YearData, choice, moves) -> YearData:
    """The same trust-year with the numbers that a proof leads to, under the same plan."""
    other = YearData(data.workspace, data.trust_year, data.settings)
    by_name = {name: moves.get(place, 0) for name, place in choice.model.names.items()}
    for table in COUNTED:
        frame = data.table(table).copy()
        for row in frame.index:
            key = (f"{frame.at[row, 'staff_group']}/{frame.at[row, 'band']}"
                   if table == "workforce" else frame.at[row, "measure"])  # fmt: skip
            for column in ("white", "bme", "unknown"):
                frame.loc[row, column] += by_name.get((table, key, column), 0)
        other._tables[table] = frame
    other._tables["reported"] = data.table("reported")
    for table in COUNTED:
        other._plans[table] = data.plan(table)
    return other


@pytest.mark.parametrize("named", ["ZZX/2021", "small"])
def test_every_proof_leads_to_another_trust_that_would_have_printed_the_same(trust, named):
    data = trust(named)
    (choice,) = data.plan("disciplinary").choices
    truth = figures(data)
    proofs = list({id(proof): proof for proof in choice.proofs.values()}.values())
    for proof in proofs[:: max(1, len(proofs) // 8)]:
        other = moved(data, choice, proof.moves)
        assert not all(data.table(name).equals(other.table(name)) for name in COUNTED)
        assert figures(other) == truth


def test_no_figure_is_shown_of_a_count_that_is_hidden(trust):
    result = measure_representation(trust("ZZX/2021"), trust("ZZX/2021").workforce)
    plan = trust("ZZX/2021").plan("workforce")
    for bands in result.layout["bands"].values():
        for band in bands.values():
            names = [("workforce", band.row, column) for column in ("bme", "total")]
            assert band.share.ok is plan.shows(*names) or band.share.status is Status.NOT_SUPPLIED


def test_what_no_table_prints_is_guarded_too(make_year):
    # The clusters of each staff group are not printed, but their sums are.
    rows = ["clinical,1-4,60,20,6", "non_clinical,1-4,50,3,7", "clinical,all,60,20,6",
            "non_clinical,all,50,3,7", "medical,all,20,9,5"]  # fmt: skip
    (choice,) = make_year(workforce=rows).plan("workforce").choices
    assert not choice.unproved
    unseen = [i for i, kind in enumerate(choice.model.kinds) if kind is Kind.UNSEEN]
    assert all(i in choice.proofs for i in unseen if choice.model.is_small(i))
