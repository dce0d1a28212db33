"""Files of every kind are opened as what they are, or refused without a word of their content."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.imports.make import HEAD, NURSE, counts, text_file, workbook, workforce
from wres_report.faults import ExitStatus, Fault
from wres_report.imports.opening import open_source
from wres_report.imports.text_files import LARGE, TextSheet

SECRET = "Zyxwvut"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "~"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_text_file_is_read_whatever_parts_it_and_encodes_it(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    rows = [["Title – of the list", ""], [], ["Né", "b"], ["1, 2; 3", "x\ny"]]
    path = text_file(tmp_path / "list.csv", rows, separator, encoding)
    (sheet,) = open_source(path).sheets
    assert sheet.rows() == [("Title – of the list", ""), ("", ""), ("Né", "b"), ("1, 2; 3", "x\ny")]


def test_a_quote_that_is_never_closed_is_told_with_its_row_and_not_with_its_text(
    tmp_path: Path,
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f'a,b\n1,2\n3,"{SECRET}\n4,5\n', encoding="utf-8")
    with pytest.raises(Fault) as caught:
        open_source(path).sheets[0].rows()
    assert "row 3" in caught.value.where
    assert SECRET not in str(caught.value)


def test_a_row_with_more_cells_than_the_head_is_told_with_its_row(tmp_path: Path) -> None:
    rows = [HEAD, ["1", *NURSE], ["2", *NURSE, SECRET]]
    with pytest.raises(Fault) as caught:
        workforce(text_file(tmp_path / "list.csv", rows))
    assert "row 3" in caught.value.where
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"PK\x03\x04" + SECRET.encode(), "damaged"),
        ("a.xlsx", SECRET.encode(), "whatever its name says"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" + SECRET.encode(), "password"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"\n\n", "no text"),
        ("a.pdf", b"%PDF-1.4" + SECRET.encode(), "PDF"),
        ("a.docx", SECRET.encode(), "not read"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Fault) as caught:
        open_source(path)
    assert caught.value.status is ExitStatus.INPUT_MISSING
    assert words in str(caught.value)
    assert caught.value.action
    assert SECRET not in str(caught.value)


def test_a_large_file_counts_the_same_by_the_fast_reader_and_by_the_careful_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filler = "x" * 400
    rows = [["Staff list", "", "", "", "", ""], [*HEAD, "Notes"]]
    rows += [[str(n % 9000), *NURSE, filler] for n in range(12_000)]
    path = text_file(tmp_path / "list.csv", rows, end="\n")
    assert path.stat().st_size > LARGE
    fast = workforce(path)
    monkeypatch.setattr(TextSheet, "_load_fast", lambda *_, **__: False)
    assert workforce(path) == fast
    assert counts(fast) == {("clinical", "5"): (9000, 0, 0)}


def test_a_large_file_that_the_fast_reader_refuses_is_read_carefully(tmp_path: Path) -> None:
    rows = [[*HEAD, "Notes"], *([str(n), *NURSE, "two\nlines" + "x" * 400] for n in range(11_000))]
    path = text_file(tmp_path / "list.csv", rows, end="\n")
    assert path.stat().st_size > LARGE
    assert counts(workforce(path)) == {("clinical", "5"): (11_000, 0, 0)}


def test_a_large_file_with_a_row_too_long_is_told_with_its_row(tmp_path: Path) -> None:
    rows = [[*HEAD, "Notes"], *([str(n), *NURSE, "x" * 400] for n in range(11_000))]
    rows[7000] += [SECRET]
    with pytest.raises(Fault) as caught:
        workforce(text_file(tmp_path / "list.csv", rows, end="\n"))
    assert "row 7001" in caught.value.where
    assert SECRET not in str(caught.value)


def test_hidden_and_empty_sheets_do_not_stop_a_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", {"Empty": [], "List": [HEAD, ["1", *NURSE]]})
    assert [sheet.name for sheet in open_source(path).sheets] == ["List"]
