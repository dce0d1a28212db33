"""Tables of Word files keep their rows, each with its head, however their cells are merged."""

from __future__ import annotations

from collections.abc import Callable

from tests.documents.conftest import left, texts
from tests.documents.word_tools import control, deleted, inserted, p, t, table, tc, tr
from wres_report.documents.passages import Document, Kind, Passage

Word = Callable[..., Document]


def over(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


FIRST, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def rows(document: Document) -> list[Passage]:
    return [one for one in document.passages if one.kind is Kind.ROW]


def test_a_head_of_two_rows_names_each_column_by_both(word: Word) -> None:
    document = word(
        p("Table 2: Harassment", style="Caption"),
        table(
            tr(tc("Indicator", FIRST), tc("2019", over(2)), tc("2020", over(2))),
            tr(tc("", ON), "White", "BME", "White", "BME"),
            tr("5", "26.0%", "32.7%", "24.3%", "31.5%"),
        ),
    )
    found = rows(document)
    assert [(r.cells, r.head) for r in found] == [(
        ("5", "26.0%", "32.7%", "24.3%", "31.5%"),
        ("Indicator", "2019 White", "2019 BME", "2020 White", "2020 BME"),
    )]  # fmt: skip
    assert found[0].caption == "Table 2: Harassment"
    assert found[0].where == "table 1, row 3"


def test_a_cell_over_several_rows_labels_each_of_them(word: Word) -> None:
    document = word(table(
        tr("Indicator", "Group", "2020"),
        tr(tc("Indicator 5", FIRST), "White", "24.3%"),
        tr(tc("", ON), "BME", "31.5%"),
    ))  # fmt: skip
    assert [r.cells for r in rows(document)] == [
        ("Indicator 5", "White", "24.3%"), ("Indicator 5", "BME", "31.5%"),
    ]  # fmt: skip


def test_a_title_row_and_section_rows_stand_above_the_rows_below_them(word: Word) -> None:
    document = word(table(
        tr(tc("Workforce by band", over(3))),
        tr("Band", "White", "BME"),
        tr(tc("Non-clinical", over(3))),
        tr("Band 5", "120", "14"),
        tr(tc("Clinical", over(3))),
        tr("Band 5", "310", "92"),
    ))  # fmt: skip
    found = rows(document)
    assert [r.headings[-1] for r in found] == ["Non-clinical", "Clinical"]
    assert {r.head for r in found} == {("Band", "White", "BME")}


def test_rows_and_cells_of_tracked_changes_are_read_as_accepted(word: Word) -> None:
    mark = '<w:del w:id="1" w:author="A"/>'
    document = word(table(
        tr("", "White", "BME"),
        tr("2018", "20.0%", "30.0%", properties=mark),
        tr("2019", tc(p(deleted("25.0%"), inserted(t("26.0%")))), "32.7%"),
        tr("2020", tc("99%", '<w:cellDel w:id="2" w:author="A"/>'), "31.5%"),
    ))  # fmt: skip
    assert [r.cells for r in rows(document)] == [
        ("2019", "26.0%", "32.7%"), ("2020", "", "31.5%"),
    ]  # fmt: skip
    assert left(document) == {"deleted": 3}


def test_rows_and_cells_within_content_controls_are_read(word: Word) -> None:
    document = word(table(
        tr("", "White", "BME"),
        control(tr("2020", control(tc("24.3%")), tc(control(p("31.5%"))))),
        tr("2021", control(tc("Click here: 1%"), placeholder=True), "33.0%"),
    ))  # fmt: skip
    assert [r.cells for r in rows(document)] == [
        ("2020", "24.3%", "31.5%"), ("2021", "", "33.0%"),
    ]  # fmt: skip
    assert left(document) == {"placeholders": 1}


def test_a_table_in_a_cell_is_a_table_of_its_own(word: Word) -> None:
    inner = table(tr("", "White", "BME"), tr("2020", "24.3%", "31.5%"))
    document = word(table(tr("Topic", "Detail"), tr("Survey", tc(inner + p("")))))
    assert [r.cells for r in rows(document)] == [("2020", "24.3%", "31.5%")]


def test_a_table_that_only_places_text_is_read_as_text(word: Word) -> None:
    left_side = tc(p("Indicator 5", style="Heading2") + p("Of BME staff 31.5% said so."))
    document = word(table(tr(left_side, tc(p("The ratio is 1.46.") + p("It fell.")))))
    assert [(one.kind, one.text) for one in document.passages] == [
        (Kind.HEADING, "Indicator 5"), (Kind.PARAGRAPH, "Of BME staff 31.5% said so."),
        (Kind.PARAGRAPH, "The ratio is 1.46."), (Kind.PARAGRAPH, "It fell."),
    ]  # fmt: skip


def test_words_beside_figures_know_their_row_and_column(word: Word) -> None:
    said = "The share of BME staff rose to 31.5%. It is above the average of England."
    document = word(table(tr("Indicator", "2020", "Narrative"), tr("5", "31.5%", said)))
    assert rows(document)[0].cells == ("5", "31.5%", "")
    cells = [one for one in document.passages if one.kind is Kind.CELL]
    assert [(c.text, c.label, c.column) for c in cells] == [
        ("The share of BME staff rose to 31.5%.", "5", "Narrative"),
        ("It is above the average of England.", "5", "Narrative"),
    ]


def test_a_table_without_a_head_keeps_its_rows(word: Word) -> None:
    document = word(table(tr("White", "24.3%"), tr("BME", "31.5%")))
    assert [(r.cells, r.head) for r in rows(document)] == [
        (("White", "24.3%"), ("", "")), (("BME", "31.5%"), ("", "")),
    ]  # fmt: skip


def test_a_head_that_comes_again_is_the_head_from_there_on(word: Word) -> None:
    document = word(table(
        tr("Entering", "White", "BME"), tr("Cases", "12", "9"),
        tr("Training", "BME", "White"), tr("Accessed", "90", "310"),
    ))  # fmt: skip
    assert [r.head for r in rows(document)] == [
        ("Entering", "White", "BME"), ("Training", "BME", "White"),
    ]  # fmt: skip


def test_a_row_that_begins_further_right_keeps_its_columns(word: Word) -> None:
    document = word(table(
        tr("Group", "2019", "2020"),
        tr("31.5%", "4.0%", properties='<w:gridBefore w:val="1"/>'),
    ))  # fmt: skip
    assert [r.cells for r in rows(document)] == [("", "31.5%", "4.0%")]


def test_notes_and_marks_in_cells_join_no_figure(word: Word) -> None:
    raised = t("1", '<w:vertAlign w:val="superscript"/>')
    document = word(table(tr("", "Ratio"), tr("2", tc(p(t("1.46"), raised)))))
    assert texts(document)[-1] == "2 | 1.46"
