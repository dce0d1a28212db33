"""The page of an audit: a summary, what contradicts, and each sentence with its verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from wres_report.claims.claim import Finding, Verdict
from wres_report.claims.coverage import Coverage
from wres_report.documents.passages import Document, Passage
from wres_report.page_frame.frame import folded, framed, head, table, whole_table
from wres_report.standard import Standard
from wres_report.words import UNPRINTABLE, agreeing, capitalised

FOLDER = Path(__file__).parent
# A word and a shape, so that the verdict reads the same in colour, in print and aloud.
LOOKS = {
    Verdict.CONTRADICTS: ("✗", "contradicts"),
    Verdict.CANNOT_TELL: ("?", "cannot be told"),
    Verdict.AGREES: ("✓", "agrees"),
}


def page(
    document: Document, findings: Sequence[Finding], trust_year: str, coverage: Coverage,
    standard: Standard,
) -> str:  # fmt: skip
    """The whole page; it holds all that it needs and loads nothing."""
    name = UNPRINTABLE.sub("", document.name)
    content = Template(_file("content.html")).substitute(
        summary=_summary(findings),
        wrong=_wrong(findings, document.place_word, capitalised(standard.noun)),
        coverage=_coverage(document, coverage),
        noun=standard.noun,
        sentences=_sentences(document, findings),
    )
    return framed(
        title=f"Audit of {name} against {trust_year}",
        skip="Skip to the findings",
        cover=_cover(document, trust_year, standard),
        content=content,
        style=_file("page.css"),
    )


def _cover(document: Document, trust_year: str, standard: Standard) -> str:
    return (
        f"<p>{_text(standard.name)}</p>\n"
        f"<h1>Audit of {_text(document.name)}</h1>\n"
        f"<p>Held against the figures of {_text(trust_year)}</p>"
    )


def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _text(text: str) -> str:
    return escape(UNPRINTABLE.sub("", text))


def _summary(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.verdict for finding in findings)
    faults = Counter(finding.fault.words for finding in findings if finding.fault)
    verdicts = [
        f'<tr><th scope="row">{_mark(verdict)}</th><td class="number">{counts[verdict]:,}</td></tr>'
        for verdict in LOOKS
    ]
    claims = head("Claims", "number")
    text = whole_table("Claims by verdict", [head("Verdict"), claims], verdicts, "summary")
    if faults:
        rows = [
            f'<tr><th scope="row">{capitalised(name)}</th><td class="number">{count:,}</td></tr>'
            for name, count in faults.most_common()
        ]
        text += whole_table(
            "Contradictions by kind of fault", [head("Fault"), claims], rows, "summary"
        )
    return f'<div class="side-by-side">{text}</div>'


def _coverage(document: Document, coverage: Coverage) -> str:
    """How much was judged, what was not and why, and what of the document was not read."""
    text = f"<p>{_text(coverage.line)}.</p>"
    rows = [
        f'<tr><th scope="row" class="place"><a href="#p{entry.passage.place}">'
        f"{document.place_word} {entry.passage.place}</a></th>"
        f'<td data-head="Figures">{_text(", ".join(entry.figures))}</td>'
        f'<td data-head="Why">{_text(entry.why)}</td></tr>'
        for entry in coverage.left
    ]
    if rows:
        heads = map(head, ("Place", "Figures", "Why"))
        text += table("Figures not judged", heads, rows, "cards", "sentence")
    if document.not_read:
        told = ", ".join(str(entry) for entry in document.not_read)
        text += f"<p>Not read: {_text(told)}.</p>"
    return text


def _wrong(findings: Sequence[Finding], place_word: str, noun: str) -> str:
    wrong = [finding for finding in findings if finding.verdict is Verdict.CONTRADICTS]
    if not wrong:
        return "<p>Nothing.</p>"
    rows = [
        f'<tr><th scope="row" class="place"><a href="#p{f.passage.place}">{place_word} '
        f'{f.passage.place}</a></th><td data-head="{_text(noun)}">{_indicator(f)}</td>'
        f'<td data-head="Found">{_text(f.found)}</td>'
        f'<td data-head="Expected">{_text(f.expected) or "–"}</td>'
        f'<td data-head="Why">{_fault(f)}{_text(f.why)}</td></tr>'
        for f in wrong
    ]
    heads = map(head, ("Place", noun, "Found", "Expected", "Why"))
    return whole_table("Contradictions", heads, rows, "cards contradictions")


def _indicator(finding: Finding) -> str:
    return finding.numbered or "–"


def _sentences(document: Document, findings: Sequence[Finding]) -> str:
    by_passage: dict[int, list[Finding]] = {}
    for finding in findings:
        by_passage.setdefault(id(finding.passage), []).append(finding)
    rows, seen = [], set[int]()
    for passage in document.passages:
        first = passage.place not in seen
        seen.add(passage.place)
        rows.append(_row(passage, by_passage.get(id(passage), []), document.place_word, first))
    heads = map(head, ("Place", "Sentence", "Verdict"))
    every = whole_table("Sentences and rows in their order", heads, rows, "cards sentences")
    size = agreeing(len(rows), "1 sentence or row", f"{len(rows):,} sentences and rows")
    return folded(f"The whole document: {size}", every)


def _row(passage: Passage, findings: list[Finding], place_word: str, first: bool) -> str:
    wrong = any(finding.verdict is Verdict.CONTRADICTS for finding in findings)
    look = "wrong" if wrong else "none" if not findings else "told"
    anchor = f' id="p{passage.place}"' if first else ""
    items = "".join(f"<li>{_item(finding)}</li>" for finding in findings)
    place = f'<th scope="row" class="place">{place_word} {passage.place}</th>'
    return (
        f'<tr class="{look}"{anchor}>{place}'
        f"<td>{_text(passage.text)}</td>"
        f'<td class="verdicts">{f"<ul>{items}</ul>" if items else ""}</td></tr>'
    )


def _item(finding: Finding) -> str:
    expected = ""
    if finding.expected and finding.verdict is not Verdict.AGREES:
        expected = f" Expected: {_text(finding.expected)}."
    found = f"{_mark(finding.verdict)}: “{_text(finding.found)}”."
    return f"{found}{expected} {_fault(finding)}{_text(finding.why)}"


def _mark(verdict: Verdict) -> str:
    shape, word = LOOKS[verdict]
    return f'<b class="{verdict}"><span aria-hidden="true">{shape}</span> {capitalised(word)}</b>'


def _fault(finding: Finding) -> str:
    return f"{capitalised(finding.fault.words)}. " if finding.fault else ""
