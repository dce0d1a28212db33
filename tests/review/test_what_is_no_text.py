"""What reviewers put in or take out that is no plain text is told too, at its place."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from tests.review.word_tools import Edited, W, element
from wres_report.documents.word.names import R
from wres_report.review.elements import DRAWING, FORMATS
from wres_report.review.model import Finding, Review, State

Read = Callable[[], Review]
ASKING = "We will go on asking"
FOREWORD = "data/RV9/2021/narrative/foreword.md"
RATIO = "0.64 against parity at 1.00"


def only(found: Review) -> Finding:
    assert len(found.findings) == 1, [f.as_dict() for f in found.findings]
    return found.findings[0]


def picture(told: str) -> Any:
    drawing = element("drawing")
    properties = etree.SubElement(etree.SubElement(drawing, f"{DRAWING}inline"), f"{DRAWING}docPr")
    properties.set("descr", told)
    return element("r", drawing)


def table(edited: Edited, *rows: tuple[str, ...]) -> Any:
    """A new table, all of it tracked."""
    return element("tbl", element("tblPr"), element("tblGrid"), *(
        element("tr", element("trPr", edited.marked("ins", "Ann Lee")), *(
            element("tc", element("p", edited.marked("ins", "Ann Lee", element(
                "r", element("t", text=words))))) for words in row
        )) for row in rows
    ))  # fmt: skip


def linked(edited: Edited, address: str, *children: Any) -> Any:
    link = element("hyperlink", *children)
    link.set(R + "id", "rIdNew")
    known = etree.fromstring(edited.parts["word/_rels/document.xml.rels"])
    entry = etree.SubElement(known, known[0].tag)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    for name, text in (("Id", "rIdNew"), ("Type", kind), ("Target", address),
                       ("TargetMode", "External")):  # fmt: skip
        entry.set(name, text)
    edited.parts["word/_rels/document.xml.rels"] = etree.tostring(known)
    return link


@pytest.mark.parametrize("tracked", [True, False])
def test_a_picture_that_was_put_in_is_told_with_its_alternative(
    edited: Edited, reviewed: Read, tracked: bool
) -> None:
    run = picture("Our staff network")
    new = edited.marked("ins", "Ann Lee", run) if tracked else run
    edited.put(edited.paragraph(ASKING), 10, new)
    finding = only(reviewed())
    assert (finding.kind, finding.state, finding.new) == (
        "picture", State.LEFT, "Our staff network",
    )  # fmt: skip
    assert (finding.place.file, finding.place.line) == (FOREWORD, 13)
    assert (finding.tracked, finding.authors) == (tracked, ("Ann Lee",) if tracked else ())


@pytest.mark.parametrize("tracked", [True, False])
def test_a_picture_of_the_program_that_was_deleted_is_refused(
    edited: Edited, reviewed: Read, tracked: bool
) -> None:
    drawing = next(edited.body.iter(W + "drawing"))
    run = drawing.getparent()
    if tracked:
        edited.struck(run, "del", "Ann Lee")
    else:
        run.remove(drawing)
    finding = only(reviewed())
    assert (finding.kind, finding.state, finding.tracked) == ("picture", State.REFUSED, tracked)
    assert finding.old.startswith(RATIO)
    assert finding.place.key == "tbl-summary"


def test_a_comment_on_a_picture_has_the_place_of_the_words_before_it(
    edited: Edited, reviewed: Read
) -> None:
    drawing = next(edited.body.iter(W + "drawing"))
    paragraph = next(a for a in drawing.iterancestors() if a.tag == W + "p")
    number = edited._stored("Colours?", "Ann Lee", "", False)
    drawing.getparent().addprevious(element("commentRangeStart", id=number))
    paragraph.append(element("commentRangeEnd", id=number))
    finding = only(reviewed())
    assert (finding.new, finding.place.key, finding.reason) == ("Colours?", "tbl-summary", "")


def test_a_link_that_was_put_on_words_is_told_with_its_address(
    edited: Edited, reviewed: Read
) -> None:
    paragraph = edited.paragraph(ASKING)
    start = edited.text(paragraph).index("guide")
    (run,) = edited.runs(paragraph, start, start + len("guide"))
    link = linked(edited, "https://trust.example/plans")
    run.addprevious(link)
    link.append(run)
    finding = only(reviewed())
    assert (finding.kind, finding.old, finding.new) == (
        "link", "guide", "https://trust.example/plans",
    )  # fmt: skip
    assert finding.place.line == 13


def test_words_that_come_with_a_link_are_proposed_and_the_link_is_told(
    edited: Edited, reviewed: Read
) -> None:
    words = edited.marked("ins", "Ann Lee", element("r", element("t", text="our page ")))
    edited.put(edited.paragraph(ASKING), 11, linked(edited, "https://trust.example", words))
    found = reviewed()
    assert [(f.kind, f.state, f.authors) for f in found.findings] == [
        ("insertion", State.PROPOSED, ("Ann Lee",)), ("link", State.LEFT, ("Ann Lee",)),
    ]  # fmt: skip


def test_a_footnote_that_was_added_has_the_place_of_its_mark(
    edited: Edited, reviewed: Read
) -> None:
    mark = element("r", element("footnoteReference", id="77"))
    edited.put(edited.paragraph(ASKING), 20, edited.marked("ins", "Ann Lee", mark))
    notes = etree.fromstring(edited.parts["word/footnotes.xml"])
    words = edited.marked("ins", "Ann Lee", element("r", element("t", text="See the survey.")))
    notes.append(element("footnote", element("p", words), id="77"))
    edited.parts["word/footnotes.xml"] = etree.tostring(notes)
    finding = only(reviewed())
    assert (finding.new, finding.place.file, finding.place.line) == (
        "See the survey.", FOREWORD, 13,
    )  # fmt: skip
    assert finding.state is State.LEFT


def test_a_table_that_was_put_into_own_words_is_told_once_with_its_rows(
    edited: Edited, reviewed: Read
) -> None:
    new = table(edited, ("Site", "Staff"), ("Hull", "12"))
    edited.paragraph("There is more to do").addnext(new)
    finding = only(reviewed())
    assert (finding.new, finding.place.file, finding.place.line) == (
        "Site | Staff\nHull | 12", FOREWORD, 9,
    )  # fmt: skip


def test_rows_and_columns_that_were_added_to_a_table_of_the_program_are_told_once(
    edited: Edited, reviewed: Read
) -> None:
    bookmark = next(
        b for b in edited.body.iter(W + "bookmarkStart")
        if "_i2_ratio" in b.get(W + "name") and any(a.tag == W + "tc" for a in b.iterancestors())
    )  # fmt: skip
    row = next(a for a in bookmark.iterancestors() if a.tag == W + "tr")
    row.addnext(element("tr", *(
        element("tc", element("p", element("r", element("t", text=words)))) for words in "abc"
    )))  # fmt: skip
    plan = edited.paragraph("EDI Lead").getparent().getparent().getparent()
    for number, line in enumerate(plan.findall(W + "tr")):
        cost = element("p", element("r", element("t", text=f"Cost {number}")))
        line.append(element("tc", element("tcPr", edited.marked("cellIns", "Bo Ek")), cost))
    told = [(f.state, f.new.partition("\n")[0], f.place.key) for f in reviewed().findings]
    assert told == [
        (State.LEFT, "a | b | c", "tbl-summary"), (State.LEFT, "Cost 0", "tbl-actions"),
    ]  # fmt: skip


def test_changes_of_format_of_every_kind_are_counted(edited: Edited, reviewed: Read) -> None:
    homes = {"rPr": "r", "pPr": "p", "tblPr": "tbl", "trPr": "tr", "tcPr": "tc", "sectPr": "body"}
    for properties, holder in homes.items():
        change = edited.marked(f"{properties}Change", "Bo Ek", element(properties))
        home = next(edited.root.iter(W + holder))
        found = home.find(W + properties)
        if found is None:
            found = element(properties)
            home.insert(0, found)
        found.append(change)
        assert change.tag in FORMATS
    found_now = reviewed()
    assert found_now.findings == []
    assert found_now.remarks[0].startswith(f"{len(homes)} tracked changes of format by Bo Ek")


def test_other_quotation_marks_that_nobody_tracked_are_no_change(
    edited: Edited, reviewed: Read
) -> None:
    for text in edited.body.iter(W + "t"):
        words = (text.text or "").replace("’", "'").replace("“", '"').replace("”", '"')
        text.text = words
    assert reviewed().findings == []


def test_a_sign_of_a_symbol_font_is_never_written(edited: Edited, reviewed: Read) -> None:
    tick = element("r", element("sym", font="Wingdings", char="F0FC"))
    edited.put(edited.paragraph(ASKING), 11, edited.marked("ins", "Ann Lee", tick))
    found = reviewed()
    assert only(found).state is State.LEFT
    assert found.files == []


def test_a_list_that_was_begun_behind_a_paragraph_is_one(edited: Edited, reviewed: Read) -> None:
    item = edited.paragraph("There is more to do")
    numbering = element("numPr", element("ilvl", val="0"), element("numId", val="3"))
    for words in ("first point", "second point"):
        item = edited.insert_paragraph(item, words)
        properties = item.find(W + "pPr")
        if properties is None:
            properties = element("pPr")
            item.insert(0, properties)
        properties.append(copy.deepcopy(numbering))
    found = reviewed()
    assert only(found).state is State.PROPOSED
    assert "\n\n- first point\n- second point\n\nThe case is" in found.files[0].new


@pytest.mark.parametrize("holder", ["tc", "tr", "p"])
def test_content_controls_round_cells_rows_and_their_words(
    edited: Edited, reviewed: Read, holder: str
) -> None:
    paragraph = edited.paragraph("EDI Lead")
    edited.replace(paragraph, "EDI Lead", "Head of EDI")
    within = paragraph
    while within.tag != W + holder:
        within = within.getparent()
    control = element("sdt", element("sdtPr", element("alias", val="Lead")))
    within.addprevious(control)
    control.append(element("sdtContent", within))
    finding = only(reviewed())
    assert (finding.place.row, finding.place.column) == (2, "lead")


def test_words_that_move_within_their_paragraph_stay_two_ends_of_a_move(
    edited: Edited, reviewed: Read
) -> None:
    paragraph = edited.paragraph("There is more to do")
    words = ", and both the network and the data say so"
    start = edited.text(paragraph).index(words)
    moved = element("r", element("t", text=words))
    edited.put(paragraph, len(edited.text(paragraph)) - 1, edited.marked("moveTo", "Ann", moved))
    for run in edited.runs(paragraph, start, start + len(words)):
        edited.struck(run, "moveFrom", "Ann")
    found = reviewed()
    assert [(f.kind, f.state) for f in found.findings] == [("move", State.PROPOSED)] * 2
    assert found.files[0].new.count(words) == 1
    assert "There is more to do. Leadership" in found.files[0].new
