"""PDFs are read as people read them: columns, tables, notes, and words over the ends of lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as WordDocument

from tests.documents.conftest import left, texts
from tests.documents.pdf_tools import by_libreoffice, typeset
from wres_report.documents.passages import Document, Kind
from wres_report.documents.reading import read_document
from wres_report.faults import Fault

FILLER = "The board has read this with care and asks every team to talk about it. " * 4


@pytest.fixture
def pdf(tmp_path: Path):
    """``pdf(source)``: the PDF that Typst sets from it, read."""

    def read(source: str) -> Document:
        return read_document(typeset(tmp_path / "report.pdf", source))

    return read


def rows(document: Document) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(one.cells, one.head) for one in document.passages if one.kind is Kind.ROW]


@pytest.mark.parametrize(
    "mark", ["#super[1]", "#super(typographic: false)[1]", "#super[1, 2]", "#footnote[A note.]"]
)
def test_a_raised_mark_joins_no_figure(pdf, mark: str) -> None:
    found = texts(pdf(f"The ratio was 1.46{mark} in 2021, and 31.5%{mark} said so. {FILLER}"))
    assert found[0] == "The ratio was 1.46 in 2021, and 31.5% said so."


def test_a_note_stands_behind_its_paragraph_and_without_its_mark(pdf) -> None:
    document = pdf(f"The ratio was 1.46#footnote[Of 368 who answered.] in 2021. {FILLER}")
    notes = [one.text for one in document.passages if one.kind is Kind.NOTE]
    assert notes == ["Of 368 who answered."]


def test_two_columns_are_read_one_after_the_other(pdf) -> None:
    document = pdf(
        "#set page(columns: 2, height: 9cm)\n#set par(justify: true)\n"
        f"= Indicator 5\nFirst of all. {FILLER * 2}\n\n== Indicator 6\n{FILLER} Last of all."
    )
    found = texts(document)
    sentence = "The board has read this with care and asks every team to talk about it."
    assert set(found) == {
        "Indicator 5", "Indicator 6", "First of all.", "Last of all.", sentence,
    }  # fmt: skip
    assert (found[0], found[1], found[-1]) == ("Indicator 5", "First of all.", "Last of all.")
    assert found.index("Indicator 6") == 10


def test_a_sentence_over_the_end_of_a_page_is_one(pdf) -> None:
    words = "Of the BME staff who answered this year there were 31.5% who said so."
    document = pdf(f"#set page(height: 7cm, width: 9cm)\n#v(4.1cm)\n{words} {FILLER}")
    assert texts(document)[0] == words
    assert {one.place for one in document.passages} >= {1, 2}


def test_words_over_the_ends_of_lines_are_whole(pdf) -> None:
    document = pdf(
        '#set page(width: 6cm)\n#set text(hyphenate: true, lang: "en")\n#set par(justify: true)\n'
        "Discrimination, harassment and representation of international appointees are "
        "disproportionately concentrated in non-clinical departments, notwithstanding our "
        "comprehensive commitments. Non-clinical staff know. The gap is −3.1 points."
    )
    assert " ".join(texts(document)) == (
        "Discrimination, harassment and representation of international appointees are "
        "disproportionately concentrated in non-clinical departments, notwithstanding our "
        "comprehensive commitments. Non-clinical staff know. The gap is -3.1 points."
    )


TABLE = """[Indicator], [White], [BME], [Last year],
[5 Harassment from patients, relatives or the public in the last year], [24.3%], [31.5%], [32.7%],
[6 Harassment from staff], [21.2%], [28.3%], [], [7 Equal chances], [88.4%], [69.6%], [70.1%]"""


@pytest.mark.parametrize(
    "stroke", ["1pt", "none", "(x: none, y: 0.5pt)", "(x: 0.5pt + gray, y: none)"]
)
def test_rows_of_a_table_stay_rows_with_or_without_rules(pdf, stroke: str) -> None:
    columns = "(4.5cm, auto, auto, auto)"
    document = pdf(
        f"{FILLER}\n\n#table(columns: {columns}, stroke: {stroke}, align: (left, right, right, "
        f"right),\n{TABLE})\n\n{FILLER}"
    )
    head = ("Indicator", "White", "BME", "Last year")
    first = "5 Harassment from patients, relatives or the public in the last year"
    found = [(cells, h) for cells, h in rows(document)]
    assert [h for _, h in found] == [head] * 3
    assert [cells[1:] for cells, _ in found] == [
        ("24.3%", "31.5%", "32.7%"), ("21.2%", "28.3%", ""), ("88.4%", "69.6%", "70.1%"),
    ]  # fmt: skip
    assert found[0][0][0] == first


def test_a_head_over_several_columns_names_each(pdf) -> None:
    for stroke in ("1pt", "none"):
        document = pdf(
            f"#table(columns: 5, stroke: {stroke}, align: center,\n"
            "[Question], table.cell(colspan: 2)[2019], table.cell(colspan: 2)[2020],\n"
            "[], [White], [BME], [White], [BME],\n"
            "[5], [26.0%], [32.7%], [24.3%], [31.5%], [6], [20.0%], [25.0%], [21.2%], [28.3%])"
        )
        head = ("Question", "2019 White", "2019 BME", "2020 White", "2020 BME")
        assert rows(document) == [
            (("5", "26.0%", "32.7%", "24.3%", "31.5%"), head),
            (("6", "20.0%", "25.0%", "21.2%", "28.3%"), head),
        ], stroke


def test_a_table_that_goes_on_overleaf_keeps_its_head(pdf) -> None:
    lines = ", ".join(f"[Band {n}], [{n}1], [{n}2]" for n in range(1, 9))
    document = pdf(
        "#set page(height: 6cm)\n#table(columns: 3, table.header([Band], [White], [BME]),\n"
        f"{lines})"
    )
    assert rows(document) == [
        ((f"Band {n}", f"{n}1", f"{n}2"), ("Band", "White", "BME")) for n in range(1, 9)
    ]
    assert max(one.place for one in document.passages) > 1


def test_headers_and_footers_are_told_apart(pdf) -> None:
    document = pdf(
        '#set page(height: 8cm, header: [WRES report of the trust], numbering: "1")\n'
        + f"{FILLER}\n\n" * 5
    )
    running = [one.text for one in document.passages if one.kind is Kind.RUNNING]
    assert running == ["WRES report of the trust"]
    assert all(one.text[0] == "T" for one in document.passages if one.kind is Kind.PARAGRAPH)


def test_headings_are_known_by_size_and_weight(pdf) -> None:
    document = pdf(
        f'#set heading(numbering: "1.")\n= Findings\n{FILLER}\n== Survey\n{FILLER}\n\n'
        f"*Harassment from patients*\n\n{FILLER}"
    )
    found = [(one.level, one.text) for one in document.passages if one.kind is Kind.HEADING]
    assert [text for _, text in found] == [
        "1. Findings", "1.1. Survey", "Harassment from patients",
    ]  # fmt: skip
    assert [level for level, _ in found] == sorted(level for level, _ in found)
    assert document.passages[-1].headings[-1] == "Harassment from patients"


def test_the_table_of_contents_is_told_and_not_read(pdf) -> None:
    document = pdf(f"#outline()\n#pagebreak()\n= Indicator 5\n{FILLER}\n= Indicator 6\n{FILLER}")
    assert left(document) == {"contents": 2}
    assert [one.text for one in document.passages if one.kind is Kind.HEADING] == [
        "Contents", "Indicator 5", "Indicator 6",
    ]  # fmt: skip


def test_a_pdf_of_a_word_processor_is_read_like_its_document(tmp_path: Path) -> None:
    word = WordDocument()
    word.add_heading("Indicator 5", 1)
    paragraph = word.add_paragraph("The efficient office found that 31.5%")
    paragraph.add_run("1").font.superscript = True
    paragraph.add_run(" of BME staff said so. " + FILLER.strip())
    table = word.add_table(3, 3)
    table.style = "Table Grid"
    for row, cells in enumerate((["", "White", "BME"], ["2019", "26.0%", "32.7%"],
                                 ["2020", "24.3%", "31.5%"])):  # fmt: skip
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    word.save(tmp_path / "report.docx")
    of_word = read_document(tmp_path / "report.docx")
    of_pdf = read_document(by_libreoffice(tmp_path / "report.docx"))
    assert texts(of_pdf) == texts(of_word)
    assert rows(of_pdf) == rows(of_word)


def test_a_pdf_that_is_locked_or_holds_no_text_says_what_to_do(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=typeset(tmp_path / "open.pdf", FILLER))
    writer.encrypt("secret")
    writer.write(tmp_path / "locked.pdf")
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "scan.pdf")
    for name, words in (("locked.pdf", "password"), ("scan.pdf", "text layer")):
        with pytest.raises(Fault, match=words) as told:
            read_document(tmp_path / name)
        assert told.value.action


def test_the_first_line_of_a_head_that_is_set_at_its_foot_belongs_to_it(pdf) -> None:
    document = pdf(
        "#table(columns: (2cm, 2cm, 2.3cm, 2.3cm), stroke: none, align: right + bottom,\n"
        "[Survey], [White], [Responses of White staff], [Median of all BME],\n"
        "[2019], [26.0%], [1,611], [29.9%], [2020], [24.3%], [1,704], [28.0%])"
    )
    head = ("Survey", "White", "Responses of White staff", "Median of all BME")
    assert rows(document) == [
        (("2019", "26.0%", "1,611", "29.9%"), head), (("2020", "24.3%", "1,704", "28.0%"), head),
    ]  # fmt: skip


def test_columns_as_close_as_words_are_columns_where_every_row_parts_there(pdf) -> None:
    lines = ", ".join(f"[Band {n}], [{n}9.{n}0%], [1{n}.24%], [1.{n}{n}]" for n in range(1, 7))
    document = pdf(
        "#set table(inset: (x: 2.5pt, y: 5pt))\n"
        "#table(columns: (4cm, auto, auto, auto), stroke: none,\n"
        f"align: (left, right, right, right), [Staff of], [White], [BME], [Ratio], {lines})"
    )
    assert rows(document) == [
        (
            (f"Band {n}", f"{n}9.{n}0%", f"1{n}.24%", f"1.{n}{n}"),
            ("Staff of", "White", "BME", "Ratio"),
        )
        for n in range(1, 7)
    ]


def test_the_ground_of_a_page_or_a_box_is_no_table(pdf) -> None:
    document = pdf(
        "#set page(fill: aqua)\n#block(fill: yellow, inset: 9pt, stroke: (left: 3pt))["
        f"Of BME staff 31.5% said so. {FILLER}]\n#rect[The ratio is 1.46. {FILLER}]"
    )
    assert {one.kind for one in document.passages} == {Kind.PARAGRAPH}
    assert {"Of BME staff 31.5% said so.", "The ratio is 1.46."} < set(texts(document))
