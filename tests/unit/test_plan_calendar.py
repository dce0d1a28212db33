"""The picture of what falls due when, and the words beside it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.plan_tools import page_of, plain, report_of
from wres_report.charts.due import IN_A_ROW, MOST_ROWS, DueRow, due_chart, rows_drawn
from wres_report.charts.form import NARROW, PRINT, WIDE, Form
from wres_report.charts.lettering import width_of
from wres_report.charts.scene import Box, Words
from wres_report.plans.model import Action
from wres_report.report.parts.plan_calendar import calendar_part, due_picture
from wres_report.report.parts.standing import plan_standing, standing_part

IDS = {
    "short ones": ["1", "1.1", "12.12"],
    "long ones": ["REC-2021-01", "Recruitment 12", "1"],
    "one as long as a sentence": ["an id of forty characters, give or take", "2"],
    "one longer than a page": ["x" * 10_000],
    "marks of mathematics": ["$x$", r"$\frac{1}$", "$", "x_1^2"],
    "more than a row": [str(n) for n in range(IN_A_ROW + 1)],
}


@pytest.mark.parametrize("form", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("case", IDS)
def test_every_id_stands_inside_its_own_mark(case: str, form: Form) -> None:
    row = DueRow("31 March 2022", tuple((name, "open") for name in IDS[case]))
    scene = due_chart([row], "A title", "A subtitle", "30 September 2021").lay_out(form)
    # The last box and the last word are those of the legend; the first word is the date.
    marks = [part for part in scene.flat() if isinstance(part, Box)][:-1]
    words = [part for part in scene.flat() if isinstance(part, Words)][1:-1]
    assert len(marks) == len(words) == len(IDS[case])
    for mark, word in zip(marks, words, strict=True):
        half = width_of(word.text, word.size, bold=True) / 2
        assert mark.x <= word.x - half
        assert word.x + half <= mark.x + mark.width
    assert all(a.x + a.width <= b.x or a.y != b.y for a, b in pairwise(marks))
    assert max(mark.x + mark.width for mark in marks) <= scene.width


def dated(count: int) -> list[Action]:
    return [Action(str(n), "1", action="Do it", timeframe="31 March 2022") for n in range(count)]


@pytest.mark.parametrize(("count", "drawn"), [(1, True), (182, True), (183, False)])
def test_a_picture_that_would_have_too_many_rows_is_left_to_the_table(
    tmp_path: Path, count: int, drawn: bool
) -> None:
    report = report_of(tmp_path, {"actions": dated(count)})
    standing = plan_standing(report)
    rows = [DueRow("31 March 2022", tuple((a.id, "open") for a in standing.actions))]
    assert (rows_drawn(rows, PRINT) <= MOST_ROWS) == drawn
    assert bool(due_picture(report, standing)) == drawn
    assert ("plan-due.png" in calendar_part(report, standing)) == drawn
    assert "tbl-due" in calendar_part(report, standing)


def test_the_calendar_names_what_is_overdue_what_is_done_and_what_has_no_day(
    tmp_path: Path,
) -> None:
    actions = [
        Action("1", "1", action="A", timeframe="30 June 2021", rag="Red"),
        Action("2", "1", action="B", timeframe="June 2021", rag="Complete"),
        Action("3", "1", action="C", timeframe="June 2021", rag="Red"),
        Action("4", "1", action="D", timeframe="Quarterly"),
        Action("5", "1", action="E", timeframe="March 2022"),
    ]
    report = report_of(tmp_path, {"actions": actions}, as_at="2021-09-30")
    page = page_of(calendar_part(report, plan_standing(report)))
    assert [[plain(cell.get_text()) for cell in row.select("th, td")]
            for row in page.select("tbody tr")] == [
        ["30 June 2021", "1, 3 (overdue); 2 (done)"], ["31 March 2022", "5"],
    ]  # fmt: skip
    assert "Without a due date: Quarterly: 4." in plain(page.get_text())
    alternative = 'fig-alt="Due dates: 30 June 2021, 3 due; 31 March 2022, 1 due"'
    assert alternative in calendar_part(report, plan_standing(report))


def test_an_overdue_action_is_told_shortly_and_a_variable_is_never_cut(tmp_path: Path) -> None:
    words = " ".join(["word"] * 15)
    actions = [
        Action("1", "1", action=f"{words} {{{{< var term.short >}}}} staff and more",
               timeframe="May 2021", rag="Red"),
    ]  # fmt: skip
    report = report_of(tmp_path, {"actions": actions}, as_at="2021-09-30")
    (line,) = [one for one in standing_part(report).splitlines() if one.startswith("- **1**")]
    assert line == f"- **1**, due 31 May 2021: {words} {{{{< var term.short >}}}} …"
