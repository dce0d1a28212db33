"""Reads a Word document: headings, paragraphs and tables; its places are paragraphs."""

from __future__ import annotations

from pathlib import Path

from wres_report.documents.lines import heading_of
from wres_report.documents.passages import Collector, Row


def read_docx(path: Path, collector: Collector) -> str:
    """Take the body of a document in its order, tables row by row."""
    from docx import Document
    from docx.table import Table

    place = 0
    for part in Document(str(path)).iter_inner_content():
        if isinstance(part, Table):
            head: list[str] = []
            for row in part.rows:
                place += 1
                cells = [" ".join(cell.text.split()) for cell in row.cells]
                if head:
                    collector.row(Row(tuple(cells), tuple(head), place))
                else:
                    head = cells
                    collector.row(Row(tuple(cells), (), place))
            continue
        place += 1
        text = " ".join(part.text.split())
        if not text:
            continue
        style = (part.style.name or "") if part.style is not None else ""
        level = int(style[-1]) if style.startswith("Heading") and style[-1].isdigit() else 0
        level = level or heading_of(text)[0]
        if level:
            collector.heading(level, text, place)
        else:
            collector.paragraph([(place, text)])
    return "paragraph"
