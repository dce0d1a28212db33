"""Documents of each kind become the same sentences, each with its place and its headings."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as WordDocument

from wres_report.documents.passages import Document, sentences
from wres_report.documents.reading import read_document
from wres_report.faults import ExitStatus, Fault

ASKED = "reported harassment, bullying or abuse from patients"
FIRST, SECOND = f"31.5% of BME staff {ASKED}.", "Of White staff 24.3% did."
ROWS = [["", "White", "BME"], ["2019", "26.0%", "32.7%"], ["2020", "24.3%", "31.5%"]]


def shape(document: Document) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(p.text, p.headings, p.head) for p in document.passages if p.cells or p.text[0] != "I"]


@pytest.fixture(params=[".md", ".html", ".docx"])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """One heading, two sentences and a table, as a file of each kind."""
    path = tmp_path / f"report{request.param}"
    if path.suffix == ".md":
        table = "\n".join(f"| {' | '.join(row)} |" for row in [ROWS[0], ["---"] * 3, *ROWS[1:]])
        path.write_text(f"# Indicator 5\n\n{FIRST}\n{SECOND}\n\n{table}\n", encoding="utf-8")
    elif path.suffix == ".html":
        cells = "".join(
            f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in row)}</tr>"
            for tag, row in zip(("th", "td", "td"), ROWS, strict=True)
        )
        path.write_text(
            f"<html><head><title>99%</title></head><body><nav>98%</nav><h1>Indicator 5</h1>"
            f"<p>31.5% of <b>BME</b> staff {ASKED}. {SECOND}</p><table>{cells}</table></body>",
            encoding="utf-8",
        )
    else:
        document = WordDocument()
        document.add_heading("Indicator 5", 1)
        document.add_paragraph(f"{FIRST} {SECOND}")
        table = document.add_table(3, 3)
        for r, row in enumerate(ROWS):
            for c, cell in enumerate(row):
                table.cell(r, c).text = cell
        document.save(path)
    return path


def test_every_kind_of_document_gives_the_same_sentences_and_rows(written: Path) -> None:
    under, head = ("Indicator 5",), tuple(ROWS[0])
    found = [part for part in shape(read_document(written)) if part[0] not in ("White", "BME")]
    assert found == [
        (FIRST, under, ()),
        (SECOND, under, ()),
        ("2019 | 26.0% | 32.7%", under, head),
        ("2020 | 24.3% | 31.5%", under, head),
    ]


def test_a_sentence_has_the_line_it_starts_in(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("4.5 WRES Indicator 5 - harassment\n\nOne here. Another\nthere. Last.\n")
    places = [(p.text, p.place, p.headings) for p in read_document(path).passages[1:]]
    under = ("4.5 WRES Indicator 5 - harassment",)
    assert places == [
        ("One here.", 3, under), ("Another there.", 3, under), ("Last.", 4, under),
    ]  # fmt: skip


def test_a_sentence_does_not_end_at_a_decimal_point_or_an_abbreviation() -> None:
    text = "The ratio is 1.38, i.e. above parity, e.g. for nurses. The next one is 0.84."
    assert [sentence for _, sentence in sentences(text)] == [
        "The ratio is 1.38, i.e. above parity, e.g. for nurses.", "The next one is 0.84.",
    ]  # fmt: skip


def test_a_pdf_has_pages_as_places(built: Path) -> None:
    document = read_document(built / "ZZX/2021/report.pdf")
    assert document.place_word == "page"
    assert max(passage.place for passage in document.passages) > 5


def test_a_scanned_pdf_is_told_as_such(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "scan.pdf")
    with pytest.raises(Fault, match="no text") as told:
        read_document(tmp_path / "scan.pdf")
    assert told.value.status is ExitStatus.INPUT_MISSING
    assert told.value.action


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("report.doc", b"\xd0\xcf\x11\xe0", "is not read"),
        ("report.docx", b"PK no archive", "damaged"),
        ("report.pdf", b"%PDF-1.7 cut off", "damaged"),
        ("report.md", b"", "empty"),
        ("report.txt", b" \n", "no text"),
        ("report.txt", b"31.5\xa0%", "UTF-8"),
        ("report.html", b"", "empty"),
    ],
)
def test_a_document_that_cannot_be_read_is_an_input_fault(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Fault, match=words) as told:
        read_document(tmp_path / name)
    assert told.value.status is ExitStatus.INPUT_MISSING
    assert name in told.value.where


def test_a_missing_document_and_a_folder_are_input_faults(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "none.md", "missing"), (tmp_path, "folder")):
        with pytest.raises(Fault, match=words):
            read_document(path)


def test_what_a_page_shows_on_asking_alone_is_no_claim_of_it(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text(
        "<body><p>The ratio is 1.38.</p><p hidden>It is 2.</p>"
        "<section role='dialog'><p>14.24% of BME applicants were appointed.</p></section></body>"
    )
    assert [passage.text for passage in read_document(page).passages] == ["The ratio is 1.38."]
