"""Each of the five documents, point by point: figures, columns, grouping, counts, legend, links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.backtest.conftest import Compare
from wres_report.backtest.compare import AGREE
from wres_report.backtest.page import backtest_page
from wres_report.inputs.params import read_params
from wres_report.inputs.reading import read_table
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.narrative.variables import VARIABLE
from wres_report.plans.model import Action, plan_of
from wres_report.report.parts.plan_table import group_actions

DOCUMENTS = ("RYC/2017", "LON/2020", "R1L/2021", "RV9/2021", "RX7/2023")
# How many actions each document has, and by what it groups them: wres-standard, section 5.
ACTIONS = {
    "RYC/2017": [1, 9, 4, 2, 5, 4, 4, 4, 1],
    "LON/2020": [7, 7, 13, 7, 8],
    "R1L/2021": [2, 5, 4, 1, 2, 4, 4, 3, 1, 8],
    "RV9/2021": [1] * 5,
    "RX7/2023": [5, 3, 1, 3, 1, 4],
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_point_agrees_or_differs_as_recorded(compared: Compare, name: str) -> None:
    surprises = [
        (c.place, c.key, c.printed, c.ours, c.verdict, c.expected) for c in compared(name).surprises
    ]
    assert not surprises


@pytest.mark.parametrize("name", DOCUMENTS)
def test_whatever_does_not_agree_has_a_reason(compared: Compare, name: str) -> None:
    assert not [c.key for c in compared(name).comparisons if c.expected != AGREE and not c.reason]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_page_in_docs_is_what_the_build_gives(
    compared: Compare, repository: Path, request: pytest.FixtureRequest, name: str
) -> None:
    page = backtest_page(compared(name))
    path = repository / "docs" / "backtest" / f"{name.replace('/', '-')}.md"
    if request.config.getoption("--write-docs"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page, "run: nox -s docs"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_action_of_the_document_is_in_its_group(name: str, repository: Path) -> None:
    layout = read_params(Workspace.open(repository), TrustYear.parse(name)).plan
    groups = group_actions(actions_of(repository, name), layout)
    assert [len(group.actions) for group in groups] == ACTIONS[name]


def actions_of(repository: Path, name: str) -> tuple[Action, ...]:
    path = repository / "data" / name / "actions.csv"
    return plan_of(read_table(path, TABLES["actions"], path.name).to_dict("records"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_page_shows_the_columns_of_the_document_and_every_action(
    name: str, repository: Path, built: Path
) -> None:
    page = BeautifulSoup((built / name / "index.html").read_text(encoding="utf-8"), "html.parser")
    table = page.select_one("#tbl-actions table")
    assert table is not None
    workspace, trust_year = Workspace.open(repository), TrustYear.parse(name)
    layout = read_params(workspace, trust_year).plan
    shown = [cell.get_text(" ", strip=True) for cell in table.select("thead th")]
    assert shown == [column.heading for column in layout.columns]
    text = plain(table.get_text(" ", strip=True))
    for action in actions_of(repository, name):
        for part in (action.action, *action.sub_actions):
            for piece in VARIABLE.split(part)[::2]:
                assert plain(piece) in text, f"{action.id} is not in the table of {name}"


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))
