"""``wres import actions`` on files shaped like those that trusts have published."""

from __future__ import annotations

import csv
import datetime
import json
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from tests.conftest import Command, run_wres_each

pytestmark = pytest.mark.functional


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fill(table, rows: list[list[str | list[str]]]) -> None:
    """Write rows into a Word table; a list is paragraphs, those with * in front bullets."""
    for r, row in enumerate(rows):
        for c, content in enumerate(row):
            lines = content if isinstance(content, list) else [content]
            for n, line in enumerate(lines):
                cell = table.cell(r, c)
                paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
                paragraph.text = line.removeprefix("*")
                if line.startswith("*"):
                    paragraph.style = "List Bullet"


def word_file(path: Path, *tables: list[list[str | list[str]]], merges=()) -> Path:
    """A Word document with those tables; merges: table, first and last cell of what is merged."""
    document = Document()
    document.add_heading("Our action plan", 1)
    document.add_paragraph("What we will do this year.")
    made = []
    for rows in tables:
        table = document.add_table(len(rows), len(rows[0]))
        fill(table, rows)
        made.append(table)
        document.add_paragraph()
    for number, first, last in merges:
        made[number].cell(*first).merge(made[number].cell(*last))
    document.save(path)
    return path


def metric_plan(folder: Path) -> Path:
    """A legend, metrics with ids in brackets, heads repeated at each page, general actions."""
    head = ["Metric", "Result", "Action Required", "Rationale / Intended Outcome", "Lead",
            "Due Date", "Progress"]  # fmt: skip
    return word_file(
        folder / "metrics.docx",
        [
            ["Slipping / Critical", "At risk", "On track", "Delivered", "", "", ""], head,
            ["Metric 1 Share of staff by band [Higher = Better] 2020: 26%", "Worse",
             "[1.1] Advertise band 6 posts elsewhere.", "Reaches others",
             ["Resourcing Partner", "Head of People"], "31 March 2022", ""],
            ["", "", "[1.2] Review how talent is found.", "", "Head of Learning", "31 May 2022",
             ""],
        ],
        [
            head,
            ["", "", "[1.3] Rewrite adverts.", "", "Resourcing Partner", "30 June 2022", ""],
            ["Metric 3 Relative likelihood of discipline", "Worse",
             ["[3.1] Bring in the policy.", "[3.2] Train those who investigate."], "Needed now",
             "Head of People", "31 March 2022", ""],
        ],
        [
            ["", "Action Required", "Rationale / Intended Outcome", "Lead", "Due Date", "Progress"],
            ["GENERAL WRES ACTIONS", ["[G1] Mark key dates, which include", "*a month in autumn",
             "*a month in summer"], "Seen by all", "Adviser", "Monthly", ""],
            ["", "[G2] Write a strategy.", "", "Director", "Ongoing", ""],
        ],
        merges=[(0, (2, 0), (3, 0)), (2, (1, 0), (2, 0))],
    )  # fmt: skip


def theme_plan(folder: Path) -> Path:
    """Themes over several aims, indicators in words, stakeholders above their bullets."""
    return word_file(
        folder / "themes.docx",
        [
            ["Metric / Theme", "Aim", "WRES Indicator & 2022/23 position",
             "Actions / Stakeholder(s)", "Expected outcome(s)", "Timeframe",
             "Progress / how will this be monitored?",
             "Link to ED&I Priority and High Impact Actions"],
            ["Recruitment", "Fair appointments", ["Indicator 2", "(1.26 times, target 1.0)"],
             ["Trust-wide", "*Embed the audit", "HR Hub", "*Review the policy", "*Review the form"],
             ["Fairer cohorts", "No difference"], "12-18 months", "Yearly data",
             ["Priority 1", "High Impact Action 2"]],
            ["", "A board like its staff", ["Indicator 1", "(5.2%)", "Indicator 9", "(9.1%)"],
             ["Corporate Affairs", "*Seek diverse pools"], "", "As vacancies occur", "", ""],
        ],
        merges=[(0, (1, 0), (2, 0))],
    )  # fmt: skip


def indicator_plan(folder: Path) -> Path:
    """A title, indicators in words, numbered actions with lettered parts, colours for ratings."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Plan"
    sheet["A1"] = "Draft plan 2017/18"
    sheet.merge_cells("A1:E1")
    for row in (
        [], ["WRES Indicator", "Action", "Responsible", "Timeframe", "RAG Rating"],
        ["WRES Indicator 1.\nShare of staff by band", "1. Review policies. This should include:\n"
         "a. adverts that say so\nb. panels that are trained", None, None, None],
        ["WRES Indicator 2.\nShortlisting", "1. Accredit panel members", "Director of P&C",
         datetime.date(2018, 3, 31), None],
        [None, "2. Sponsor fairs", None, "Quarterly", "Green"],
        ["WRES Indictor 3. Discipline", "1. Review casework\n2. Train managers", None, None, None],
    ):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("A5:A6")
    sheet["E4"].fill = PatternFill("solid", fgColor="FFC000")
    path = folder / "indicators.xlsx"
    book.save(path)
    return path


def outcome_plan(folder: Path) -> Path:
    """Numbers in a column of their own, several indicators in a cell, last year's plan before."""
    book = Workbook()
    last = book.active
    last.title = "Appendix 1"
    last.append(["Metric", "Objective", "Action/s", "Timescales", "Lead/s", "Progress"])
    last.append(["3, 6, 8", "Less bullying", "Train managers", "Mar 2021", "KP", "Written"])
    last.append(
        [1, "Better records", "a) Review forms b) Ask starters", "Oct 2020", "JD/JW", "Yes"]
    )
    plan = book.create_sheet("Appendix 2")
    plan.append(["Nº", "Outcome", "Action/s", "WRES indicator", "When", "Lead/s"])
    plan.append([1, "More staff in band 6", "Follow who joins the programme", 1, "Quarterly", "OD"])
    plan.append([2, "Less aggression", "Signpost help\nUse reports", 5, "Quarterly", "Safety/HR"])
    path = folder / "outcomes.xlsx"
    book.save(path)
    return path


def objective_plan(folder: Path) -> Path:
    """Objectives with bullets and figures of two years, many indicators in a cell, no leads."""
    return word_file(
        folder / "objectives.docx",
        [
            ["Equality Objective", "WRES Indicator", "2018-2019", "2019-2020", "Action"],
            ["Leaders who are seen to care",
             ["All indicators", "measured above all in indicators 1 and 9"], "2.01", "1.45",
             ["*Share staff stories", "*Report regularly"]],
            ["Managers who include", "Indicator 1, 2, 4, 5, 6, 7, 8", "", "",
             ["*Embed panels", "*Measure conversations"]],
            ["", "Model employer goals", "", "", ["*Open secondments to all"]],
        ],
    )  # fmt: skip


def imported(wres: Command, path: Path, *options: str) -> dict:
    result = wres("import", "actions", path.name, "--json", *options, folder=path.parent)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def short(found: dict, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(action[name] for name in columns) for action in found["actions"]]


def test_a_plan_by_metric_in_word_is_read_over_its_pages(wres: Command, tmp_path: Path) -> None:
    found = imported(wres, metric_plan(tmp_path))
    assert short(found, "id", "indicators", "action", "sub_actions", "timeframe") == [
        ("1.1", "1", "Advertise band 6 posts elsewhere.", "", "31 March 2022"),
        ("1.2", "1", "Review how talent is found.", "", "31 May 2022"),
        ("1.3", "1", "Rewrite adverts.", "", "30 June 2022"),
        ("3.1", "3", "Bring in the policy.", "", "31 March 2022"),
        ("3.2", "3", "Train those who investigate.", "", "31 March 2022"),
        ("G1", "general", "Mark key dates, which include", "a month in autumn | a month in summer",
         "Monthly"),
        ("G2", "general", "Write a strategy.", "", "Ongoing"),
    ]  # fmt: skip
    assert found["actions"][0]["lead"] == "Resourcing Partner | Head of People"
    assert [c["column"] for c in found["columns"]] == [
        "indicators", None, "action", "rationale", "lead", "timeframe", "progress",
    ]  # fmt: skip
    kinds = {remark["kind"] for remark in found["remarks"]}
    assert {"above", "going_on", "filled_down", "too_much", "text", "indicators"} <= kinds


def test_a_plan_by_theme_in_word_gives_each_stakeholder_its_actions(
    wres: Command, tmp_path: Path
) -> None:
    found = imported(wres, theme_plan(tmp_path))
    assert short(found, "theme", "objective", "indicators", "lead", "action", "sub_actions") == [
        ("Recruitment", "Fair appointments", "2", "Trust-wide", "Embed the audit", ""),
        ("Recruitment", "Fair appointments", "2", "HR Hub", "",
         "Review the policy | Review the form"),
        ("Recruitment", "A board like its staff", "1;9", "Corporate Affairs",
         "Seek diverse pools", ""),
    ]  # fmt: skip
    assert found["actions"][0]["priorities"] == "Priority 1 | HIA2"
    assert found["actions"][0]["outcome"] == "Fairer cohorts No difference"
    split = imported(wres, theme_plan(tmp_path), "--split")
    assert [a["action"] for a in split["actions"]][1:3] == ["Review the policy", "Review the form"]


def test_a_plan_by_indicator_in_excel_keeps_numbers_letters_and_dates(
    wres: Command, tmp_path: Path
) -> None:
    found = imported(wres, indicator_plan(tmp_path))
    assert short(found, "id", "indicators", "action", "sub_actions", "timeframe", "rag") == [
        ("1.1", "1", "Review policies. This should include:",
         "adverts that say so | panels that are trained", "", ""),
        ("2.1", "2", "Accredit panel members", "", "31 March 2018", ""),
        ("2.2", "2", "Sponsor fairs", "", "Quarterly", "Green"),
        ("3.1", "3", "Review casework", "", "", ""),
        ("3.2", "3", "Train managers", "", "", ""),
    ]  # fmt: skip
    places = {r["kind"]: r["places"] for r in found["remarks"]}
    assert places["colour"] == ["cell E4"]
    assert places["above"] == ["row 1: Draft plan 2017/18"]


def test_this_years_and_last_years_plan_of_one_workbook_are_told_apart(
    wres: Command, tmp_path: Path
) -> None:
    path = outcome_plan(tmp_path)
    found = imported(wres, path)
    assert short(found, "id", "indicators", "outcome", "lead") == [
        ("1", "1", "More staff in band 6", "OD"), ("2", "5", "Less aggression", "Safety/HR"),
    ]  # fmt: skip
    last = imported(wres, path, "--last-plan")
    assert short(last, "indicators", "sub_actions", "timeframe", "lead", "progress") == [
        ("3;6;8", "", "Mar 2021", "KP", "Written"),
        ("1", "Review forms | Ask starters", "Oct 2020", "JD/JW", "Yes"),
    ]


def test_a_plan_by_objective_in_word_keeps_what_it_cannot_place(
    wres: Command, tmp_path: Path
) -> None:
    found = imported(wres, objective_plan(tmp_path))
    assert short(found, "objective", "indicators", "action", "sub_actions", "note") == [
        ("Leaders who are seen to care", "all", "", "Share staff stories | Report regularly", ""),
        ("Managers who include", "1;2;4;5;6;7;8", "", "Embed panels | Measure conversations", ""),
        ("Managers who include", "general", "Open secondments to all", "", "Model employer goals"),
    ]
    unplaced = {c["heading"]: c["filled"] for c in found["columns"] if c["column"] is None}
    assert unplaced == {"2018-2019": 1, "2019-2020": 1}


def test_without_a_target_the_mapping_is_shown_and_nothing_is_written(
    wres: Command, workspace: Path
) -> None:
    path = metric_plan(workspace)
    before = sorted(p for p in workspace.rglob("*") if p.is_file())
    result = wres("import", "actions", path.name, folder=workspace)
    assert result.returncode == 0, result.stderr
    assert "metrics.docx: table 1, head in row 2; going on in table 2, table 3" in result.stdout
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["Metric", "indicators", "exact", "5"] in lines
    assert ["Result", "no", "place", "-", "2"] in lines
    assert "7 actions, the first:" in result.stdout
    assert "Nothing is written." in result.stdout
    assert sorted(p for p in workspace.rglob("*") if p.is_file()) == before


def test_a_plan_is_written_into_the_data_of_a_trust_year(wres: Command, workspace: Path) -> None:
    path = metric_plan(workspace)
    result = wres("import", "actions", path.name, "--into", "ABC/2022", folder=workspace)
    assert result.returncode == 0, result.stderr
    written = workspace / "data/ABC/2022/actions.csv"
    assert str(written) in result.stdout
    assert result.stdout.index("Heading") < result.stdout.index("Written:")
    content = written.read_bytes()
    assert content.count(b"\n") == 8
    assert b"\r" not in content
    head = content.decode().splitlines()[0]
    assert head == "id,indicators,action,sub_actions,lead,rationale,timeframe"
    assert rows_of(written)[5]["sub_actions"] == "a month in autumn | a month in summer"
    assert [p.name for p in written.parent.iterdir()] == ["actions.csv"]
    again = wres("import", "actions", str(written), "--json", folder=workspace)
    assert [a["id"] for a in json.loads(again.stdout)["actions"]][-1] == "G2"


def test_a_table_that_is_there_is_replaced_only_by_force(wres: Command, workspace: Path) -> None:
    path = outcome_plan(workspace)
    target = workspace / "data/ZZX/2021/progress.csv"
    before = target.read_bytes()
    arguments = ("import", "actions", path.name, "--into", "ZZX/2021", "--last-plan")
    refused = wres(*arguments, folder=workspace)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert "Heading" in refused.stdout
    assert target.read_bytes() == before
    assert wres(*arguments, "--force", folder=workspace).returncode == 0
    assert [row["progress"] for row in rows_of(target)] == ["Written", "Yes"]


def test_out_names_the_file_and_the_map_overrides(wres: Command, tmp_path: Path) -> None:
    path = objective_plan(tmp_path)
    result = wres(
        "import", "actions", path.name, "--out", "plan.csv", "--map", "2019-2020=note",
        "--map", "Equality objective=", folder=tmp_path,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    rows = rows_of(tmp_path / "plan.csv")
    assert rows[0]["note"] == "1.45"
    assert "objective" not in rows[0]
    assert list(rows[0])[:2] == ["id", "indicators"]
    assert "timeframe" in rows[0]


def test_what_cannot_be_is_told_without_a_traceback(tmp_path: Path) -> None:
    path = outcome_plan(tmp_path)
    (tmp_path / "locked.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 broken")
    cases = {
        ("none.xlsx",): (15, "missing"), ("locked.xlsx",): (15, "password"),
        ("plan.pdf",): (15, "PDF"), ("broken.docx",): (15, "damaged"),
        (path.name, "--sheet", "Appendix 9"): (2, "Appendix 2"),
        (path.name, "--map", "Cost=note"): (2, "no heading “Cost”"),
        (path.name, "--map", "When=colour"): (2, "no column “colour”"),
        (path.name, "--into", "abc"): (15, "data folder"),
        (path.name, "--out", "no/such/plan.csv"): (2, "no such folder"),
        (path.name, "--out", "a.csv", "--into", "RV9/2022"): (2, "Choose one"),
        (path.name, "--table", "0"): (2, "--table"),
    }  # fmt: skip
    results = run_wres_each([("import", "actions", *arguments) for arguments in cases], tmp_path)
    for (arguments, (status, words)), result in zip(cases.items(), results, strict=True):
        assert result.returncode == status, (arguments, result.stderr)
        assert words in result.stderr, arguments
        assert "Traceback" not in result.stderr
    (tmp_path / "data").mkdir()
    (result,) = run_wres_each([("import", "actions", path.name, "--into", "abc")], tmp_path)
    assert (result.returncode, "RV9/2021" in result.stderr) == (2, True)
    assert not list((tmp_path / "data").iterdir())


def test_the_help_of_the_command_loads_no_reader_of_documents(
    wres: Command, tmp_path: Path
) -> None:
    result = wres("import", "--help", folder=tmp_path)
    assert "actions" in result.stdout
    code = (
        "import sys; sys.argv = ['wres', 'import', 'actions', '--help']\n"
        "from wres_report.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([n for n in ('pandas', 'openpyxl', 'docx') if n in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "--into" in result.stdout
    assert result.stderr.strip() == "[]"
