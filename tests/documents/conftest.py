"""Documents of one test, read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.documents.word_tools import word_file
from wres_report.documents.passages import Document
from wres_report.documents.reading import read_document


@pytest.fixture
def word(tmp_path: Path) -> Callable[..., Document]:
    """``word(p("…"), table(…), parts={…})``: a Word file of these parts, read."""

    def read(*body: str, parts: dict[str, str] | None = None) -> Document:
        return read_document(word_file(tmp_path / "report.docx", *body, parts=parts))

    return read


def texts(document: Document) -> list[str]:
    return [passage.text for passage in document.passages]


def left(document: Document) -> dict[str, int]:
    return {one.kind: one.count for one in document.not_read}
