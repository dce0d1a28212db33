"""A planted difference in a file of each kind is told by the part that differs."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from wres_report.verify.explain import explain
from wres_report.verify.parts import WIDTH, WITHHELD, Part, line_parts

FIGURES = {
    "values": {
        "i2.ratio": {"value": 0.64, "display": "0.64", "status": "ok"},
        "i3.ratio": {"value": None, "display": "suppressed", "status": "suppressed"},
    }
}
NOTEBOOK: dict[str, Any] = {
    "cells": [
        {"cell_type": "markdown", "source": "# Indicator 2", "metadata": {}},
        {
            "cell_type": "code",
            "source": ["#| label: fig-i2\n", "show(result)"],
            "metadata": {},
            "outputs": [
                {
                    "output_type": "display_data",
                    "data": {"text/markdown": "One line.\nAnother.", "image/png": "aGVsbG8="},
                    "metadata": {},
                }
            ],
        },
    ],
    "metadata": {},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def as_json(content: Any) -> bytes:
    return json.dumps(content, indent=1).encode()


def test_a_line_of_a_page_is_named_with_what_stands_there() -> None:
    before = b"<p>one</p>\n<p>two</p>\n<p>three</p>\n"
    assert explain("index.html", before, before.replace(b"two", b"2")) == [
        Part("line 2", "<p>two</p>", "<p>2</p>")
    ]


def test_of_a_long_line_only_the_stretch_around_the_difference_is_shown() -> None:
    before = "x" * 5000 + "a" + "y" * 5000
    (part,) = line_parts(before, before.replace("a", "b"))
    assert "a" in part.before
    assert "b" in part.again
    assert len(part.before) <= WIDTH + 2


def test_lines_that_only_one_text_has_are_told_together() -> None:
    (part,) = line_parts("a\nb\nc\nd", "a\nd")
    assert part == Part("from line 2: 2 lines became 0 lines", "b", "")


def test_a_figure_is_named_by_its_key_with_both_values() -> None:
    changed = deepcopy(FIGURES)
    changed["values"]["i2.ratio"]["display"] = "1.64"
    assert explain("results.json", as_json(FIGURES), as_json(changed)) == [
        Part("values › i2.ratio › display", '"0.64"', '"1.64"')
    ]


def test_a_figure_that_one_build_suppresses_is_not_shown_from_the_other() -> None:
    changed = deepcopy(FIGURES)
    changed["values"]["i3.ratio"] = {"value": 7.25, "display": "7.25", "status": "ok", "n": 4}
    parts = explain("results.json", as_json(FIGURES), as_json(changed))
    told = {part.where.rpartition(" ")[2]: (part.before, part.again) for part in parts}
    assert told["status"] == ('"suppressed"', '"ok"')
    assert {told[name] for name in ("value", "display", "n")} == {(WITHHELD, WITHHELD)}


def test_a_key_that_is_gone_is_absent_and_a_suppressed_one_shows_nothing_of_itself() -> None:
    changed = deepcopy(FIGURES)
    del changed["values"]["i3.ratio"]
    assert explain("results.json", as_json(FIGURES), as_json(changed)) == [
        Part("values › i3.ratio", WITHHELD, "absent")
    ]


def test_json_of_another_layout_is_told_by_its_lines() -> None:
    before, again = b'{"a": 1, "b": 2}', b'{"b": 2, "a": 1}'
    (part,) = explain("quality.json", before, again)
    assert part.where == "line 1"


def test_a_cell_of_a_notebook_is_named_with_its_output_and_kind() -> None:
    changed = deepcopy(NOTEBOOK)
    changed["cells"][1]["outputs"][0]["data"] = {
        "text/markdown": "One line.\nAn other.",
        "image/png": "aGVsbHA=",
    }
    parts = explain("2_recruitment.ipynb", as_json(NOTEBOOK), as_json(changed))
    assert [part.where for part in parts] == [
        "cell 2 (fig-i2), output 1, image/png, from byte 6",
        "cell 2 (fig-i2), output 1, text/markdown, line 2",
    ]
    assert parts[1].again == "An other."


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda n: n["cells"][0].update(source="# Indicator 3"), "cell 1, source, line 1"),
        (lambda n: n["cells"][1]["outputs"].clear(), "cell 2 (fig-i2), number of outputs"),
        (lambda n: n["cells"].pop(), "number of cells"),
        (lambda n: n["metadata"].update(kernel="other"), "metadata › kernel"),
        (lambda n: n["cells"][0]["metadata"].update(tags=["a"]), "cell 1, metadata › tags"),
    ],
)
def test_every_part_of_a_notebook_can_be_named(
    change: Callable[[dict[str, Any]], Any], where: str
) -> None:
    changed = deepcopy(NOTEBOOK)
    change(changed)
    assert [p.where for p in explain("n.ipynb", as_json(NOTEBOOK), as_json(changed))] == [where]


def word_file(*paragraphs: str) -> bytes:
    document, stream = Document(), BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


def with_member(package: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same package, of which one member is another."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            content = old.read(entry.filename)
            new.writestr(entry, change(content) if entry.filename == name else content)
    return stream.getvalue()


def test_a_paragraph_of_a_word_file_is_named_by_its_place() -> None:
    before = word_file("First.", "Second.", "Third.")
    again = with_member(before, "word/document.xml", lambda x: x.replace(b"Second", b"Zweite"))
    assert explain("report.docx", before, again) == [
        Part("word/document.xml, document/body[1]/p[2]/r[1]/t[1]", "Second.", "Zweite.")
    ]


def test_a_member_that_only_one_package_has_is_named() -> None:
    before = word_file("First.")
    stream = BytesIO(before)
    with zipfile.ZipFile(stream, "a") as package:
        entry = zipfile.ZipInfo("word/extra.bin")
        package.writestr(entry, b"more")
    assert explain("report.docx", before, stream.getvalue()) == [
        Part("word/extra.bin", "absent", "there")
    ]


def test_another_time_in_a_package_is_named_although_every_member_is_the_same() -> None:
    def package(year: int) -> bytes:
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as new:
            new.writestr(zipfile.ZipInfo("a.xml", (year, 1, 1, 0, 0, 0)), b"<a/>")
        return stream.getvalue()

    (part,) = explain("actions.xlsx", package(2021), package(2022))
    assert part.where == "a.xml, date_time in the package"
    assert (part.before[1:5], part.again[1:5]) == ("2021", "2022")


def test_a_cell_of_a_workbook_is_named_by_its_own_name() -> None:
    book, stream = Workbook(), BytesIO()
    book.active.append(["id", "lead"])
    book.active.append([1, 2])
    book.save(stream)
    before, sheet = stream.getvalue(), "xl/worksheets/sheet1.xml"
    again = with_member(before, sheet, lambda x: x.replace(b"<v>2</v>", b"<v>3</v>"))
    (part,) = explain("actions.xlsx", before, again)
    assert part == Part(f"{sheet}, worksheet/sheetData[1]/row[2]/c[B2]/v[1]", "2", "3")


def pdf_file(text: str, title: str = "A report", extra: bytes = b"") -> bytes:
    """A PDF of one blank page and one of text. extra: goes into an object that nobody sees."""
    writer, stream = PdfWriter(), BytesIO()
    writer.add_blank_page(200, 200)
    page = writer.add_blank_page(200, 200)
    content = DecodedStreamObject()
    content.set_data(f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode())
    font = DictionaryObject({
        NameObject("/Type"): NameObject("/Font"),
        NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica"),
    })  # fmt: skip
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = writer._add_object(content)
    hidden = DecodedStreamObject()
    hidden.set_data(extra)
    hidden[NameObject("/Type")] = NameObject("/Hidden")
    writer.root_object[NameObject("/Extra")] = writer._add_object(hidden)
    writer.add_metadata({"/Title": title})
    writer.write(stream)
    return stream.getvalue()


def test_the_page_of_a_pdf_is_named_with_its_text() -> None:
    assert explain("report.pdf", pdf_file("One in ten"), pdf_file("One in two")) == [
        Part("page 2, line 1", "One in ten", "One in two")
    ]


def test_a_property_of_a_pdf_is_named() -> None:
    (part,) = explain("report.pdf", pdf_file("One"), pdf_file("One", title="Another"))
    assert part == Part("property Title", "A report", "Another")


def test_an_object_of_a_pdf_is_named_where_all_that_can_be_read_is_the_same() -> None:
    before, again = pdf_file("One", extra=b"abc"), pdf_file("One", extra=b"abd")
    (part,) = explain("report.pdf", before, again)
    number = PdfReader(BytesIO(before)).trailer["/Root"].raw_get("/Extra").idnum
    assert part.where.startswith(f"object {number} (/Hidden), from byte")


def test_the_real_documents_of_a_report_are_read_part_by_part(built: Path) -> None:
    folder = built / "ZZX/2021"
    pdf = (folder / "report.pdf").read_bytes()
    writer, stream = PdfWriter(clone_from=BytesIO(pdf)), BytesIO()
    writer.add_metadata({"/Title": "Planted"})
    writer.write(stream)
    parts = explain("report.pdf", pdf, stream.getvalue())
    assert ("property Title", "Planted") in {(part.where, part.again) for part in parts}
    book = (folder / "actions.xlsx").read_bytes()
    again = with_member(book, "xl/workbook.xml", lambda x: x.replace(b"Cover", b"Front"))
    assert explain("actions.xlsx", book, again)[0].where.startswith("xl/workbook.xml, workbook/")


ENDINGS = (".json", ".ipynb", ".docx", ".xlsx", ".pdf", ".png", ".html", ".qmd")


@given(st.sampled_from(ENDINGS), st.binary(max_size=60), st.binary(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_two_files_that_differ_get_an_explanation_and_equal_ones_none(
    ending: str, before: bytes, again: bytes
) -> None:
    assert bool(explain(f"file{ending}", before, again)) == (before != again)


@given(
    st.lists(st.text("ab", max_size=4), max_size=8), st.lists(st.text("ab", max_size=4), max_size=8)
)
def test_the_first_line_that_is_named_is_the_first_that_differs(
    before: list[str], again: list[str]
) -> None:
    parts = line_parts("\n".join(before), "\n".join(again))
    one, other = "\n".join(before).split("\n"), "\n".join(again).split("\n")
    shorter = min(len(one), len(other))
    first = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    if parts:
        assert f"line {first + 1}" in parts[0].where
    else:
        assert one == other


@given(
    st.dictionaries(st.sampled_from(["value", "display", "n"]), st.integers(1000, 9999)),
    st.dictionaries(st.sampled_from(["value", "display", "n"]), st.integers(1000, 9999)),
    st.sampled_from([("suppressed", "ok"), ("ok", "suppressed"), ("suppressed", "suppressed")]),
)
def test_no_number_of_a_suppressed_figure_is_ever_shown(
    before: dict[str, Any], again: dict[str, Any], statuses: tuple[str, str]
) -> None:
    one, other = (
        {"values": {"i2.ratio": {**figure, "status": status}}}
        for figure, status in zip((before, again), statuses, strict=True)
    )
    for part in explain("results.json", as_json(one), as_json(other)):
        if part.where.startswith("values"):
            assert not any(c.isdigit() for c in part.before + part.again)
