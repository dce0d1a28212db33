"""A file is what it holds, not what it is named, and is refused in the same words everywhere."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as WordDocument
from openpyxl import Workbook

from tests.documents.compound import compound
from tests.documents.conftest import texts
from wres_report.documents.reading import read_document
from wres_report.faults import ExitStatus, Fault
from wres_report.plan_files.opening import read_source

READERS: tuple[Callable[[Path], object], ...] = (read_document, read_source)


def strict(path: Path) -> Path:
    """A package as Word and Excel save the Strict form: its names are those of ISO."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/'
            'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        folder = "word" if path.suffix == ".docx" else "xl"
        archive.writestr(f"{folder}/document.xml", "<x/>")
    return path


def fault(read: Callable[[Path], object], path: Path) -> Fault:
    with pytest.raises(Fault) as told:
        read(path)
    assert told.value.status is ExitStatus.INPUT_MISSING
    assert told.value.action
    assert path.name in told.value.where
    return told.value


def test_a_locked_file_is_named_as_such_by_the_audit_and_by_the_import(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(compound("EncryptionInfo", "EncryptedPackage"))
    told = {str(fault(read, path)) for read in READERS}
    assert len(told) == 1
    assert "protected by a password" in told.pop()


@pytest.mark.parametrize(
    ("stream", "program", "ending"),
    [("WordDocument", "Word 97-2003", "*.docx"), ("Workbook", "Excel 97-2003", "*.xlsx")],
)
def test_a_file_of_an_old_office_is_named_whatever_its_ending(
    tmp_path: Path, stream: str, program: str, ending: str
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(compound(stream))
    for read in READERS:
        told = fault(read, path)
        assert program in told.what
        assert ending in told.action


@pytest.mark.parametrize(
    ("name", "words"),
    [("plan.docx", "Strict Open XML Document"), ("plan.xlsx", "Strict Open XML Spreadsheet")],
)
def test_a_strict_file_is_named_as_such_with_what_to_do(
    tmp_path: Path, name: str, words: str
) -> None:
    told = fault(read_source, strict(tmp_path / name))
    assert words in told.what
    assert "Save As" in told.action


def test_the_audit_names_a_strict_document_too(tmp_path: Path) -> None:
    assert "Strict" in fault(read_document, strict(tmp_path / "report.docx")).what


def test_a_word_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    document = WordDocument()
    document.add_paragraph("The ratio is 1.46.")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Action", "Lead", "Train", "HR"), strict=True):
        cell.text = text
    for name in ("report.docm", "report.html", "report.pdf", "report"):
        document.save(tmp_path / name)
        assert texts(read_document(tmp_path / name))[0] == "The ratio is 1.46."
        assert read_source(tmp_path / name).unit == "table"


def test_a_workbook_is_read_whatever_its_name(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Action", "Lead"])
    book.save(tmp_path / "plan.docx")
    assert read_source(tmp_path / "plan.docx").unit == "sheet"
    told = fault(read_document, tmp_path / "plan.docx")
    assert "“.xlsx”" in told.what


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{\\rtf1 The ratio is 1.46.}", "“.rtf”"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"", "empty"),
        (b"neither this nor that", "no .docx file"),
    ],
)
def test_what_is_no_word_file_says_what_it_is(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(content)
    for read in READERS:
        assert words in fault(read, path).what


def test_a_part_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch) -> None:
    from wres_report.documents.word import package

    WordDocument().save(tmp_path / "report.docx")
    monkeypatch.setattr(package, "LARGEST_PART", 100)
    assert "damaged" in fault(read_document, tmp_path / "report.docx").what


def test_nothing_outside_of_a_word_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("The ratio is 9.99.")
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", (
            f'<!DOCTYPE x [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p><w:r><w:t>It is 1.46. &e;</w:t></w:r></w:p></w:body></w:document>"
        ))  # fmt: skip
    assert texts(read_document(path)) == ["It is 1.46."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_in_the_letters_it_is_marked_with(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The board’s gap is −3.1\u00a0points.", encoding=encoding)
    assert texts(read_document(path)) == ["The board’s gap is -3.1 points."]


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    os.mkfifo(path)
    for read in READERS:
        assert "no plain file" in fault(read, path).what
