"""Sections of a report that another program made: by the words of its headings."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from wres_report.documents.passages import Kind
from wres_report.documents.reading import read_document
from wres_report.inputs.sections import section_of
from wres_report.markdown import escape_words
from wres_report.standard import Standard

# The first that fits counts, so that “Foreword by the Chief Executive” is no leadership.
WORDS = (
    ("preface", r"preface"),
    ("foreword", r"foreword|welcome|message from|introduction (?:from|by) (?:the|our)"),
    ("national-picture", r"national (?:picture|context|position|findings|report)"),
    ("communications", r"communicat\w+|engag\w+ with|sharing (?:the|this|our)"),
    ("next-steps", r"next steps|priorit\w+ for|looking (?:ahead|forward)|moving forward"),
    ("conclusions", r"conclusion\w*|summary of findings|overall (?:picture|findings)"),
    ("leadership", r"(?:inclusive |senior )?leadership|governance|board (?:commitment|assurance)"),
    ("locality", r"about (?:us|the trust|our trust)|who we are|our (?:trust|organisation|community|"
                 r"population|area)|local(?:ity| population| context)|demograph\w+"),
    ("introduction", r"introduction|background|purpose|about (?:the|this) (?:wres|report|standard)|"
                     r"what is (?:the )?wres|context"),
)  # fmt: skip
INDICATOR = re.compile(r"\b(?:indicator|metric)\s*(\d{1,2})\b", re.IGNORECASE)
NUMBER = re.compile(r"^[\d.]+\s+")


def sections_by_heading(document: Path, standard: Standard) -> tuple[dict[str, str], list[str]]:
    """The own words by section as Markdown, and the headings whose words were not taken over.

    Tables, captions, notes and what stands in running heads is left: the report makes its own.
    Raises the input faults of ``read_document``.
    """
    blocks: dict[str, list[str]] = {}
    left: list[str] = []
    section, level, heading, block = "", 0, "", -1
    for passage in read_document(document).passages:
        if passage.kind is Kind.HEADING:
            found = section_named(passage.text, standard)
            if found or passage.level <= level:
                section, level = found, passage.level
            elif section:
                blocks.setdefault(section, []).append(f"### {escape_words(_bare(passage.text))}")
            heading = passage.text
            continue
        if passage.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM) or passage.where:
            continue
        if not section:
            if heading and heading not in left:
                left.append(heading)
            continue
        words = escape_words(passage.text)
        written = blocks.setdefault(section, [])
        if passage.block == block and written:
            written[-1] += f" {words}"
        else:
            item = passage.kind is Kind.LIST_ITEM
            written.append(f"- {words}" if item else words)
        block = passage.block
    return {name: _joined(written) for name, written in blocks.items()}, left


def section_named(heading: str, standard: Standard) -> str:
    """The section of a report that a heading is of; empty for none."""
    bare = _bare(heading)
    if found := INDICATOR.search(bare):
        number = int(found[1])
        return section_of(number) if number in standard.numbers else ""
    for section, words in WORDS:
        if re.search(rf"\b(?:{words})\b", bare, re.IGNORECASE):
            return section
    return ""


def _bare(heading: str) -> str:
    return NUMBER.sub("", heading.strip())


def _joined(blocks: list[str]) -> str:
    text = blocks[0]
    for before, block in pairwise(blocks):
        both = before.startswith("- ") and block.startswith("- ")
        text += ("\n" if both else "\n\n") + block
    return text + "\n"
