"""A table says the same as a CSV file and as a sheet, whatever its numbers are written like."""

from __future__ import annotations

import csv
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from wres_report.inputs.reading import NUMBER, as_number, read_cells
from wres_report.inputs.supplied import cells_of_table
from wres_report.inputs.tables import TABLES, TableSchema
from wres_report.inputs.tables_sheet import read_sheet

digits = st.integers(0, 9_999_999).map(str)
separated = st.builds(
    lambda number, sign: f"{number:,}".replace(",", sign),
    st.integers(1000, 9_999_999), st.sampled_from([",", " ", "\N{NO-BREAK SPACE}"]),
)  # fmt: skip
decimals = st.builds(lambda a, b, sign: f"{a}{sign}{b}", st.integers(0, 99),
                     st.integers(0, 9999), st.sampled_from([".", ","]))  # fmt: skip
percents = st.builds(lambda text, gap: f"{text}{gap}%", st.one_of(digits, decimals),
                     st.sampled_from(["", " "]))  # fmt: skip
signed = st.builds(lambda sign, text: sign + text, st.sampled_from(["-", "+", "−"]), decimals)
cells = st.one_of(
    st.just(""), digits, separated, decimals, percents, signed,
    st.sampled_from(["1,02", "12,34,567", "1,0240", "1’024", "n/a", "<5", "24.3%%", "%",
                     "1,024.5"]),
)  # fmt: skip
UNITS = ("ratio", "percent", "pp", "count", "score")
ROWS = {
    "workforce": (("staff_group", "band"), ("white", "bme", "unknown"), ()),
    "recruitment": (("stage",), ("white", "bme", "unknown"), ()),
    "survey": (("indicator", "group"), ("survey_year", "percent", "responses"), ()),
    "reported": (("measure", "group"), ("value",), UNITS),
}


@st.composite
def tables(draw: st.DrawFn) -> tuple[TableSchema, list[list[str]]]:
    name = draw(st.sampled_from(sorted(ROWS)))
    texts, numbers, units = ROWS[name]
    head = [*texts, *numbers, *(["unit"] if units else [])]
    rows = [
        ["x"] * len(texts) + [draw(cells) for _ in numbers]
        + ([draw(st.sampled_from(units))] if units else [])
        for _ in range(draw(st.integers(1, 4)))
    ]  # fmt: skip
    return TABLES[name], [head, *rows]


@settings(max_examples=300, deadline=None)
@given(tables())
def test_a_csv_file_and_a_sheet_of_the_same_cells_give_the_same_numbers(
    tmp_path_factory: object, made: tuple[TableSchema, list[list[str]]]
) -> None:
    schema, rows = made
    folder: Path = tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    path = folder / "as-written.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    of_file = read_cells(path, schema, "table.csv")
    book = Workbook()
    for row in rows:
        book.active.append(row)
    missing = [name for name in schema.required if name not in rows[0]]
    for place, name in enumerate(missing, start=len(rows[0]) + 1):
        book.active.cell(1, place).value = name
    sheet = read_sheet(book.active, None, schema)
    doubtful = {(doubt.row, doubt.column) for doubt in sheet.doubts}
    of_sheet = (
        {} if sheet.table is None else {
            (row, name): texts[place]
            for texts, row in zip(
                zip(*cells_of_table(sheet.table, schema).texts.values(), strict=True),
                sheet.table.numbers, strict=True,
            )
            for place, name in enumerate(schema.columns)
        }
    )  # fmt: skip
    for name in schema.numbers:
        for row, text in zip(of_file.file_rows, of_file.texts[name], strict=True):
            if (row, name) in doubtful:
                # What a sheet does not choose between stands in the file as it was written.
                assert text
                assert not NUMBER.match(text), (name, text)
            elif NUMBER.match(text) or not text:
                assert text == of_sheet.get((row, name), ""), (name, text)
            else:
                assert as_number(of_sheet[row, name]) != as_number(of_sheet[row, name])
