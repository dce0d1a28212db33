"""The trust by its own name: read as “the trust”, which is what the figures are of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from wres_report.claims.engine import Read, read_each
from wres_report.claims.exchanging import Exchanged, Rule, exchanged
from wres_report.claims.figures import Figures
from wres_report.claims.joining import joined
from wres_report.documents.passages import Passage

_KINDS = r"(?: (?:University|Teaching|Hospitals?|NHS|Foundation|Trust|FT))"


def name_rule(name: str) -> Rule | None:
    """What reads a name as “the trust”; None where there is no name.

    A name of one word before “Teaching Hospitals NHS Trust” or the like is a place as well, with
    people of its own: it counts only with a word of these behind it.
    """
    core = re.sub(rf"{_KINDS}+$", "", name.strip())
    if not core or core == name.strip():
        return None
    # With a number behind it, the name is the label of a row among other trusts.
    kinds = f"{_KINDS}*" if " " in core else f"{_KINDS}+"
    return Rule(re.compile(rf"\b(?:the )?{re.escape(core)}{kinds}\b(?! \d)", re.I), "the trust")


def read_all(passages: Iterable[Passage], figures: Figures) -> Iterator[Read]:
    """Each passage of a document with what was found in it, in its order."""
    return read_named(joined(passages), figures)


def read_named(passages: Iterable[Passage], figures: Figures) -> Iterator[Read]:
    """Each of the passages, joined already, with what was found in it by ``read_each``."""
    originals, rule = list(passages), name_rule(figures.name)
    texts = [_as_the_trust(passage, rule) for passage in originals]
    read_as = [
        passage if text is None else replace(passage, text=text.text)
        for passage, text in zip(originals, texts, strict=True)
    ]
    for original, text, read in zip(originals, texts, read_each(read_as, figures), strict=True):
        yield read if text is None else _as_written(read, original, text)


def _as_the_trust(passage: Passage, rule: Rule | None) -> Exchanged | None:
    """The text of a passage with the name exchanged; None where it does not stand there."""
    if rule is None or passage.cells or not rule.pattern.search(passage.text):
        return None
    return exchanged(passage.text, [rule])


def _as_written(read: Read, original: Passage, text: Exchanged) -> Read:
    """What was read of the exchanged text, as being of the passage that it was made of."""
    findings = []
    for finding in read.findings:
        end = finding.start + len(finding.found)
        start, found = text.before(finding.start), finding.found
        if text.text[finding.start : end] == found:
            found = original.text[start : text.before(end)]
        findings.append(replace(finding, passage=original, start=start, found=found))
    return replace(read, passage=original, findings=findings)
