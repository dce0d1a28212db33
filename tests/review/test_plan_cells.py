"""Changes of a printed plan come to the cells of its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.review.word_tools import Edited, W
from wres_report.inputs.workspace import Workspace
from wres_report.review.applying import apply
from wres_report.review.model import Finding, Review, State
from wres_report.review.plan_file import plan_file

PLAN = "data/RV9/2021/actions.csv"
Read = Callable[[], Review]


def only(found: Review) -> Finding:
    assert len(found.findings) == 1, [f.as_dict() for f in found.findings]
    return found.findings[0]


def cell(home: Path, found: Review, row: int, column: str) -> str:
    apply(Workspace.open(home), found)
    file = plan_file(PLAN, (home / PLAN).read_text("utf-8"))
    return next(r.cells[column] for r in file.records if r.number == row)


def test_a_changed_lead_goes_to_its_row(edited: Edited, reviewed: Read, home: Path) -> None:
    edited.replace(edited.paragraph("EDI Lead"), "EDI Lead", "Head of EDI")
    before = (home / PLAN).read_text("utf-8").splitlines()
    found = reviewed()
    place = only(found).place
    assert (place.file, place.row, place.column) == (PLAN, 2, "lead")
    assert cell(home, found, 2, "lead") == "Head of EDI"
    after = (home / PLAN).read_text("utf-8").splitlines()
    assert [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == [1]


def test_joint_leads_stay_a_list(edited: Edited, reviewed: Read, home: Path) -> None:
    paragraph = edited.paragraph("Zero Tolerance Safety Huddle Team, Deputy")
    edited.insert(paragraph, len(edited.text(paragraph)), ", HR")
    expected = "Zero Tolerance Safety Huddle Team | Deputy Director Nursing | HR"
    assert cell(home, reviewed(), 4, "lead") == expected


def test_equal_dates_are_told_apart_by_their_rows(
    edited: Edited, reviewed: Read, home: Path
) -> None:
    edited.replace(edited.paragraph("Quarterly", 1), "Quarterly", "By March 2022")
    found = reviewed()
    assert cell(home, found, 3, "timeframe") == "By March 2022"
    assert (home / PLAN).read_text("utf-8").splitlines()[1].endswith(",Quarterly,,")


def test_a_step_that_is_added_becomes_an_item(edited: Edited, reviewed: Read, home: Path) -> None:
    edited.insert_paragraph(edited.paragraph("Keep pointing staff"), "Train ward managers")
    items = cell(home, reviewed(), 4, "sub_actions").split(" | ")
    assert (len(items), items[1]) == (3, "Train ward managers")


def test_a_step_that_is_deleted_leaves_the_list(edited: Edited, reviewed: Read, home: Path) -> None:
    edited.delete_paragraph(edited.paragraph("Keep pointing staff"))
    assert cell(home, reviewed(), 4, "sub_actions").startswith("Keep feeding Datix")


def test_a_figure_in_a_plan_is_refused_with_its_key(edited: Edited, reviewed: Read) -> None:
    paragraph = edited.paragraph("A narrower gap")
    figure = edited.text(paragraph).split("which ")[1].split(" ")[0]
    edited.replace(paragraph, figure, "99%")
    finding = only(reviewed())
    assert (finding.state, finding.place.key) == (State.REFUSED, "i7.bme_percent")
    assert (finding.place.row, finding.place.column) == (3, "objective")


def test_words_around_the_variables_of_a_plan_are_written(
    edited: Edited, reviewed: Read, home: Path
) -> None:
    edited.rewrite(edited.paragraph("A narrower gap"), "narrower", "smaller")
    written = cell(home, reviewed(), 3, "objective")
    assert written.startswith("A smaller gap in belief")
    assert "{{< var i7.bme_percent >}}" in written


def test_indicators_are_written_as_the_file_has_them(
    edited: Edited, reviewed: Read, home: Path
) -> None:
    plan = edited.paragraph("Track how many").getparent().getparent()
    number = [p for p in plan.iter(W + "p") if edited.text(p) == "1"][-1]
    edited.insert(number, 1, ", 7")
    assert cell(home, reviewed(), 2, "indicators") == "1;7"


def test_last_years_progress_goes_to_its_own_file(edited: Edited, reviewed: Read) -> None:
    edited.replace(edited.paragraph("Course designed by"), "delivery waits", "delivery is waiting")
    place = only(reviewed()).place
    assert (place.file, place.row, place.column) == ("data/RV9/2021/progress.csv", 5, "progress")


def test_a_comment_on_a_plan_names_its_cell(edited: Edited, reviewed: Read) -> None:
    edited.comment_on(edited.paragraph("Advertise leadership"), "leadership", "Who does this?")
    place = only(reviewed()).place
    assert (place.file, place.row, place.column) == (PLAN, 3, "action")
