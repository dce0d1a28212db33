"""What is told of where a figure comes from."""

from __future__ import annotations

from dataclasses import dataclass

OF_COUNTS = "its counts are not supplied"
WITHOUT_COUNTS = f"as published; {OF_COUNTS}"  # how such a figure is made


@dataclass(frozen=True)
class Rows:
    """Rows of one file. lines: the head is 1; none where the file as a whole is meant."""

    file: str
    lines: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    sha256: str = ""


@dataclass(frozen=True)
class Cell:
    """A cell of an executed notebook.

    number: of the notebook's cells, the first being 1. source: the line that measures. sha256:
    of the notebook's file.
    """

    notebook: str
    number: int
    source: str
    sha256: str


@dataclass(frozen=True)
class Origin:
    """Where one figure comes from.

    display: as it is printed; empty for a chart. made: how, in words. parts: the keys of the
    figures it is made of, or that it draws, with the sign between them. definition, numerator,
    denominator: of the standard, with its source and how sure that is. citation: the document
    that the figure itself was read in, if any. rows: where its data stands. cell: where it is
    measured. outside: whether it is a figure of the trust's own words that is in no data, so
    that its key means nothing.
    """

    key: str
    title: str
    display: str
    interval: str = ""
    made: str = ""
    sign: str = ""
    parts: tuple[str, ...] = ()
    definition: str = ""
    numerator: str = ""
    denominator: str = ""
    citation: str = ""
    rows: tuple[Rows, ...] = ()
    cell: Cell | None = None
    outside: bool = False
