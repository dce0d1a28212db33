"""What the page of all reports lists, in which order, and what it leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.conftest import (
    NOT_SUPPLIED,
    WORSE,
    ReportMaker,
    cell,
    figure,
    heads_of,
    page_of,
    rows_of,
)
from wres_report.index import write_index


def test_a_report_is_listed_with_all_that_tells_it_from_others(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report(
        "RV9/2021",
        name="Humber Teaching NHS Foundation Trust",
        kind="action-plan with preface",
        state="published",
        published="July 2021",
        synthetic=True,
        values={"i2.ratio": figure("1.38", 1.3757), "plan.actions": figure("17", 17),
                "plan.overdue": figure("3", 3)},
        quality={"state": "notes", "warnings": 3},
        documents={"index.html": 1_228_590, "report.pdf": 409_499, "actions.xlsx": 12},
    )  # fmt: skip
    page = page_of(tmp_path)
    (row,) = rows_of(page)
    assert cell(row, "trust") == "Humber Teaching NHS Foundation Trust RV9 Synthetic data"
    assert cell(row, "year") == "2021 actions 2021-22"
    assert cell(row, "kind") == "Action plan with preface Web page, 1.2 MB PDF, 409 kB Excel, 1 kB"
    assert cell(row, "state") == "Published July 2021"
    assert cell(row, "i2") == "1.38 ▲ worse"
    assert cell(row, "actions") == "17 3 overdue"
    assert cell(row, "checks") == "3 notes"
    links = [link["href"] for link in row.select("a")]
    assert links == ["RV9/2021/index.html", "RV9/2021/index.html", "RV9/2021/report.pdf",
                     "RV9/2021/actions.xlsx"]  # fmt: skip
    assert all((tmp_path / link).is_file() for link in links)


def test_the_head_of_the_page_counts_reports_trusts_and_years(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    for place in ("RV9/2020", "RV9/2021", "RX7/2023"):
        make_report(place)
    facts = [fact.get_text() for fact in page_of(tmp_path).select(".cover-facts li")]
    assert facts == ["3 reports", "2 trusts", "WRES years 2020 to 2023"]


def test_reports_stand_by_trust_name_and_the_newest_first(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("AAA/2020", name="zeta")
    make_report("ZZX/2020", name="Alpha")
    make_report("ZZX/2022", name="Alpha")
    make_report("ZZX/2021", name="Alpha")
    found = [(cell(row, "trust"), cell(row, "year")[:4]) for row in rows_of(page_of(tmp_path))]
    assert found == [
        ("Alpha ZZX", "2022"), ("Alpha ZZX", "2021"), ("Alpha ZZX", "2020"), ("zeta AAA", "2020"),
    ]  # fmt: skip


def test_the_same_outputs_give_the_same_bytes_and_nothing_is_left_over(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021")
    make_report("RV9/2020")
    first = write_index(tmp_path).read_bytes()
    assert write_index(tmp_path).read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["RV9", "index.html"]


@pytest.mark.parametrize("file", ["results.json", "quality.json", "manifest.json"])
@pytest.mark.parametrize("content", [None, b"", b'{"trust": "RV9", ', b"[]", b"\xff\xfe\x00{"])
def test_a_folder_with_a_missing_or_broken_file_is_left_out_and_named(
    make_report: ReportMaker, tmp_path: Path, file: str, content: bytes | None
) -> None:
    make_report("RV9/2021")
    half = make_report("RX7/2023")
    if content is None:
        (half / file).unlink()
    else:
        (half / file).write_bytes(content)
    page = page_of(tmp_path)
    assert [cell(row, "trust") for row in rows_of(page)] == ["Trust RV9 RV9"]
    (left_out,) = page.select(".left-out")
    why = "is missing" if content is None else "cannot be read"
    assert f"RX7/2023 ({file} {why})" in left_out.get_text()
    assert "wres build" in left_out.get_text()


def test_a_folder_with_no_document_or_with_another_reports_files_is_left_out(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021").joinpath("index.html").unlink()
    make_report("RX7/2023").rename(tmp_path / "RX7" / "2022")
    text = page_of(tmp_path).select_one(".left-out")
    assert text is not None
    assert "RV9/2021 (the folder holds no document)" in text.get_text()
    assert "RX7/2022 (manifest.json is of another report)" in text.get_text()


def test_many_folders_that_are_left_out_are_counted_after_the_first_twenty(tmp_path: Path) -> None:
    for year in range(2000, 2025):
        (tmp_path / "RV9" / str(year)).mkdir(parents=True)
    text = page_of(tmp_path).get_text()
    assert "RV9/2019" in text
    assert "RV9/2020" not in text
    assert "and 5 more." in text


def test_whatever_else_lies_in_the_folder_is_passed_over_in_silence(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021")
    for name in ("failed/RV9/2020", ".work-abc/RV9/2020", "RV9/.2021-old", "notes/2021", "RV9/old"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "RX7").write_text("a file")
    (tmp_path / "RV9" / "2019").write_text("a file")
    page = page_of(tmp_path)
    assert len(rows_of(page)) == 1
    assert not page.select(".left-out")


def test_a_report_of_an_older_build_goes_by_its_code_and_year(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021", older=True)
    page = page_of(tmp_path)
    (row,) = rows_of(page)
    assert cell(row, "trust") == "RV9"
    assert cell(row, "year") == "2021"
    assert cell(row, "kind") == "Web page, 1.2 MB"
    assert "state" not in heads_of(page)


def test_a_column_that_no_report_fills_is_not_there(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report(
        "RV9/2021",
        values={"i2.ratio": figure("1.38", 1.3757), "i3.ratio": figure("", None, "not_supplied")},
        verdicts={"i2": WORSE, "i3": NOT_SUPPLIED},
    )
    page = page_of(tmp_path)
    assert heads_of(page) == ["trust", "year", "kind", "state", "nine", "checks", "i2"]
    assert "No report has a figure for indicators 1, 3 to 9." in page.get_text()


def test_a_page_without_any_figure_has_no_key_to_them(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021", values={}, verdicts={})
    page = page_of(tmp_path)
    assert heads_of(page) == ["trust", "year", "kind", "state", "checks"]
    assert not page.select(".key")
