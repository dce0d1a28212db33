"""The formats that a report is made in: the one list of them. A new one is an entry here, and a
module that writes it where the renderers do not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """name: as ``--to`` has it. file: in the outputs of a trust-year. words: how the list of
    reports calls it. usual: whether it is made where nobody asks. writer: the module, below
    ``wres_report``, whose ``write(results, path, epoch)`` makes it from the content of
    ``results.json``; empty for what the renderers make of the staged text. document: the file of
    the staged project that the renderers make it of. public: whether it goes onto a website."""

    name: str
    file: str
    words: str
    usual: bool = True
    writer: str = ""
    document: str = "index.qmd"
    public: bool = True


FORMATS = {
    one.name: one
    for one in (
        Format("html", "index.html", "Web page"),
        Format("pdf", "report.pdf", "PDF"),
        Format("docx", "report.docx", "Word"),
        Format("pptx", "slides.pptx", "PowerPoint", usual=False,
               document="slides.qmd", public=False),
        Format("summary", "summary.pdf", "PDF, one page", usual=False, document="summary.qmd"),
        Format("results", "results.xlsx", "Excel, figures", usual=False,
               writer="report.results_workbook"),
    )
}  # fmt: skip
USUAL = tuple(name for name, one in FORMATS.items() if one.usual)
# Those that a renderer makes, and the file of each.
RENDERED = {name: one.file for name, one in FORMATS.items() if not one.writer}
# The document of the staged project that each of these is made of.
DOCUMENTS = {name: one.document for name, one in FORMATS.items() if not one.writer}
FILES = {name: one.file for name, one in FORMATS.items()}
