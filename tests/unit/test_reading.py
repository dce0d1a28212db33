"""CSV files as they leave a spreadsheet."""

from __future__ import annotations

import io
import math
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.reading import as_number, read_table
from wres_report.inputs.tables import TABLES
from wres_report.inputs.text import read_text

WHERE = "data/RV9/2021/recruitment.csv"
HEAD = "stage,white,bme,unknown\n"


@pytest.fixture
def read(tmp_path: Path):
    def read(text: str | bytes, table: str = "recruitment"):
        path = tmp_path / f"{table}.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_table(path, TABLES[table], WHERE)

    return read


def fault_of(read, text, table="recruitment") -> Fault:
    with pytest.raises(Fault) as caught:
        read(text, table)
    assert caught.value.status is ExitStatus.INPUT_MISSING
    assert caught.value.where.startswith(WHERE)
    assert caught.value.action
    return caught.value


def test_a_table_is_read_with_its_numbers_and_its_rows(read):
    frame = read(HEAD + "shortlisted,855,47,18\nappointed,198,17,5\n")
    assert frame["white"].tolist() == [855.0, 198.0]
    assert frame["white_as_written"].tolist() == ["855", "198"]
    assert frame["stage"].tolist() == ["shortlisted", "appointed"]
    assert frame["file_row"].tolist() == [2, 3]
    assert frame.attrs["columns"] == ["stage", "white", "bme", "unknown"]


def test_a_byte_order_mark_is_no_part_of_the_first_column(read):
    frame = read(b"\xef\xbb\xbf" + (HEAD + "appointed,1,2,3\n").encode())
    assert frame.attrs["columns"][0] == "stage"
    assert frame["stage"].tolist() == ["appointed"]


def test_windows_line_ends_are_read(read):
    frame = read((HEAD + "shortlisted,1,2,3\nappointed,4,5,6\n").replace("\n", "\r\n"))
    assert frame["unknown"].tolist() == [3.0, 6.0]
    assert frame["file_row"].tolist() == [2, 3]


def test_a_last_line_without_its_end_is_read(read):
    assert read(HEAD + "appointed,4,5,6")["bme"].tolist() == [5.0]


def test_blank_lines_are_passed_over_but_counted(read):
    frame = read(HEAD + "\nshortlisted,1,2,3\n,,,\nappointed,4,5,6\n\n")
    assert frame["file_row"].tolist() == [3, 5]


def test_blank_lines_before_the_head_are_passed_over(read):
    frame = read("\n,,,\n" + HEAD + "appointed,4,5,6\n")
    assert frame["bme"].tolist() == [5.0]
    assert frame["file_row"].tolist() == [4]


def test_quoted_commas_and_line_ends_stay_in_their_cell_and_rows_are_counted_right(read):
    text = (
        "id,indicators,objective,action,lead,timeframe,rag,progress\n"
        '1,1,One,"Do this,\nthen that,\nthen rest",A,May,,\n'
        '2,2,Two,"Say ""yes""",B,June,,\n'
    )
    frame = read(text, "actions")
    assert frame["action"].tolist() == ["Do this,\nthen that,\nthen rest", 'Say "yes"']
    assert frame["file_row"].tolist() == [2, 5]


def test_an_empty_cell_is_not_a_number_and_not_zero(read):
    frame = read(HEAD + "appointed,0,,\n")
    assert frame["white"].tolist() == [0.0]
    assert math.isnan(frame["bme"].iloc[0])
    assert frame["bme_as_written"].iloc[0] == ""


@pytest.mark.parametrize("text", ['"2,64"', "n/a", "<5", "5%", "1e3", "12 staff", "٣"])
def test_what_is_no_plain_number_is_kept_as_written_only(read, text):
    frame = read(HEAD + f"appointed,{text},1,1\n")
    assert math.isnan(frame["white"].iloc[0])
    assert frame["white_as_written"].iloc[0] == text.strip('"')


@pytest.mark.parametrize(("text", "number"), [('"2,643"', 2643.0), ("−4", -4.0)])
def test_a_number_that_can_mean_one_thing_alone_is_read_as_in_a_workbook(read, text, number):
    frame = read(HEAD + f"appointed,{text},1,1\n")
    assert frame["white"].tolist() == [number]


@pytest.mark.parametrize(
    ("text", "number"), [("5", 5.0), ("-11.3", -11.3), ("+2", 2.0), ("007", 7.0), ("0.50", 0.5)]
)
def test_plain_numbers_are_read(text, number):
    assert as_number(text) == number


def test_spaces_around_heads_and_cells_are_no_part_of_them(read):
    frame = read("stage , white,bme, unknown\n appointed , 4 ,5,6\n")
    assert frame["stage"].tolist() == ["appointed"]
    assert frame["white"].tolist() == [4.0]
    assert frame.attrs["columns"] == ["stage", "white", "bme", "unknown"]


def test_a_column_that_the_file_lacks_is_empty_and_not_listed(read):
    frame = read("stage,white\nappointed,4\n")
    assert frame["bme_as_written"].tolist() == [""]
    assert frame.attrs["columns"] == ["stage", "white"]


def test_a_column_that_the_schema_lacks_is_listed_but_not_read(read):
    frame = read("stage,white,bme,unknown,comment\nappointed,4,5,6,hello\n")
    assert "comment" not in frame
    assert "comment" in frame.attrs["columns"]


def test_a_short_row_lacks_its_last_cells(read):
    assert read(HEAD + "appointed,4\n")["unknown_as_written"].tolist() == [""]


def test_a_table_of_a_head_alone_has_no_rows(read):
    frame = read(HEAD)
    assert frame.empty
    assert frame["white"].dtype == "float64"


def test_empty_cells_too_many_do_no_harm(read):
    assert read(HEAD + "appointed,4,5,6,,\n")["unknown"].tolist() == [6.0]


def test_cells_too_many_are_told_with_their_row(read):
    fault = fault_of(read, HEAD + "shortlisted,1,2,3\nappointed,1,234,5,6\n")
    assert "5 cells" in fault.what
    assert fault.where.endswith("row 3")
    assert "quotes" in fault.action


def test_latin_1_is_told_with_its_row_and_what_to_choose(read):
    fault = fault_of(read, (HEAD + "a,1,2,3\nCafé,1,2,3\n").encode("latin-1"))
    assert "UTF-8" in fault.what
    assert fault.where.endswith("row 3")
    assert "CSV UTF-8" in fault.action


@pytest.mark.parametrize("text", ["", "\n\n", "  \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told_and_may_be_deleted(read, text):
    fault = fault_of(read, text)
    assert "empty" in fault.what
    assert "not supplied" in fault.action


def test_a_file_of_empty_cells_has_no_head(read):
    assert "no head" in fault_of(read, ",,,\n,,\n").what


@pytest.mark.parametrize(("separator", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_other_separators_are_named(read, separator, name):
    fault = fault_of(read, (HEAD + "appointed,1,2,3\n").replace(",", separator))
    assert name in fault.what
    assert fault.where.endswith("row 1")


def test_a_doubled_column_is_named(read):
    fault = fault_of(read, "stage,white,bme,white\nappointed,1,2,3\n")
    assert "“white”" in fault.what
    assert fault.where.endswith("row 1")


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest(read):
    fault = fault_of(read, HEAD + 'shortlisted,1,2,3\n"appointed,1,2,3\nmore,4,5,6\n')
    assert "not a table" in fault.what
    assert fault.where.endswith("row 3")


def test_a_missing_file_is_an_input_fault(tmp_path):
    with pytest.raises(Fault, match="missing") as caught:
        read_text(tmp_path / "none.csv", WHERE)
    assert caught.value.status == 15


def test_a_folder_in_place_of_a_file_is_an_input_fault(tmp_path):
    with pytest.raises(Fault, match="a folder, not a file") as caught:
        read_text(tmp_path, WHERE)
    assert caught.value.where == WHERE


@pytest.mark.parametrize("name", TABLES)
def test_every_schema_names_its_own_columns_only(name):
    schema = TABLES[name]
    assert schema.name == name
    assert len(set(schema.columns)) == len(schema.columns)
    assert {*schema.numbers, *schema.key, *schema.optional} <= set(schema.columns)
    assert set(schema.required) == set(schema.columns) - set(schema.optional)


DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    "path", sorted(DATA.glob("*/*/*.csv")), ids=lambda p: p.relative_to(DATA).as_posix()
)
def test_the_tables_of_the_repository_have_the_columns_of_their_schema(path):
    schema = TABLES[path.stem]
    frame = read_table(path, schema, path.name)
    assert set(frame.attrs["columns"]) <= set(schema.columns)
    assert set(schema.required) <= set(frame.attrs["columns"])


def test_a_comma_at_the_end_of_every_row_is_a_habit_and_of_one_row_a_slip(read):
    habit = "stage,white,bme,unknown\nshortlisted,5,3,1,\nappointed,2,1,0,\n"
    assert list(read(habit)["white"]) == [5, 2]
    slip = "stage,white,bme,unknown\nshortlisted,5,3,1\nappointed,2,000,1,\n"
    with pytest.raises(Fault, match="This row has 5 cells") as caught:
        read(slip)
    assert caught.value.where == f"{WHERE}, row 3"


@pytest.mark.parametrize(
    ("file", "kind"),
    [(Workbook(), "Excel workbook"), (Document(), "Word document"), (b"%PDF-1.7 ", "PDF"),
     (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel or Word")],
)  # fmt: skip
def test_a_file_of_another_program_under_the_name_of_a_table_is_named_as_what_it_is(
    read, file, kind: str
) -> None:
    content = io.BytesIO()
    content.write(file) if isinstance(file, bytes) else file.save(content)
    fault = fault_of(read, content.getvalue())
    assert kind in fault.what
    assert "UTF-8" not in fault.what
