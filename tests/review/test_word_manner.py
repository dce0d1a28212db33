"""Files written as Word writes them, by hand: each change and comment comes back, and no other."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from tests.review.word_tools import DATE, Edited, W, element
from wres_report.review.model import Review, State

Read = Callable[[], Review]
ASKING = "We will go on asking"
FOREWORD = "data/RV9/2021/narrative/foreword.md"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def states(found: Review) -> list[tuple[str, str]]:
    return [(f.kind, str(f.state)) for f in found.findings]


def test_a_paragraph_within_a_content_control(edited: Edited, reviewed: Read) -> None:
    paragraph = edited.paragraph(ASKING)
    edited.replace(paragraph, "guide", "shape")
    control = element("sdt", element("sdtPr", element("alias", val="Text")))
    paragraph.addprevious(control)
    control.append(element("sdtContent", paragraph))
    assert states(reviewed()) == [("replacement", "proposed")]


def test_words_within_a_content_control_of_a_line(edited: Edited, reviewed: Read) -> None:
    paragraph = edited.paragraph(ASKING)
    start = edited.text(paragraph).index("guide")
    run = edited.runs(paragraph, start, start + len("guide"))[0]
    control = element("sdt", element("sdtPr", element("text")))
    run.addprevious(control)
    control.append(element("sdtContent", run))
    assert states(reviewed()) == []
    run.find(W + "t").text = "shape"
    found = reviewed()
    assert [(f.old, f.new, f.tracked) for f in found.findings] == [("guide", "shape", False)]


def test_a_content_control_that_nobody_filled_in_is_no_text(edited: Edited, reviewed: Read) -> None:
    shown = element("r", element("t", text="Click or tap here to enter text."))
    control = element(
        "sdt", element("sdtPr", element("showingPlcHdr")), element("sdtContent", shown)
    )
    edited.put(edited.paragraph(ASKING), 5, control)
    assert states(reviewed()) == []


def test_what_word_scatters_through_runs_is_no_change(edited: Edited, reviewed: Read) -> None:
    for words in (ASKING, "There is more to do", "EDI Lead", "Specialist advice matters"):
        paragraph = edited.paragraph(words)
        text = edited.text(paragraph)
        for place in range(3, min(len(text) - 1, 60), 7):
            for run in edited.runs(paragraph, place, place + 1):
                run.set(W + "rsidR", "00AB12CD")
                run.insert(0, element("lastRenderedPageBreak"))
                run.addprevious(element("proofErr", type="spellStart"))
                run.addnext(element("proofErr", type="spellEnd"))
    assert states(reviewed()) == []


def test_a_paragraph_moves_to_another_section_with_its_variables(
    edited: Edited, reviewed: Read
) -> None:
    edited.move_paragraph(
        edited.paragraph("Band by band"), edited.paragraph("For us the value of the data")
    )
    found = reviewed()
    assert states(found) == [("move", "proposed"), ("move", "proposed")]
    files = {change.path.rpartition("/")[2]: change for change in found.files}
    assert "Band by band, {{< var term.short >}} staff" in files["leadership.md"].new
    assert "Band by band" not in files["indicator-1.md"].new


def test_a_comment_across_cells_of_a_plan(edited: Edited, reviewed: Read) -> None:
    first = edited.paragraph("Advertise leadership")
    last = edited.paragraph("Quarterly", 1)
    edited.comment(first, 0, last, len("Quarterly"), "Who pays for this?")
    (finding,) = reviewed().findings
    assert (finding.place.file, finding.place.row) == ("data/RV9/2021/actions.csv", 3)
    assert finding.old.startswith("Advertise leadership")
    assert finding.old.endswith("Quarterly")


def test_a_comment_across_paragraphs(edited: Edited, reviewed: Read) -> None:
    edited.comment(
        edited.paragraph("There is more to do"), 9, edited.paragraph("The case is"), 8, "Merge?"
    )
    (finding,) = reviewed().findings
    assert (finding.place.file, finding.place.line) == (FOREWORD, 7)


def test_a_thread_with_two_answers(edited: Edited, reviewed: Read) -> None:
    edited.comment_on(
        edited.paragraph(ASKING), "guide", "Stronger?",
        replies=(("Bo Ek", "Yes."), ("Cy Day", "Agreed.")),
    )  # fmt: skip
    (finding,) = reviewed().findings
    assert [reply.author for reply in finding.replies] == ["Bo Ek", "Cy Day"]
    assert not finding.resolved


def test_a_comment_without_a_range(edited: Edited, reviewed: Read) -> None:
    edited.comment_on(edited.paragraph(ASKING), "guide", "Here.")
    for name in ("commentRangeStart", "commentRangeEnd"):
        for mark in list(edited.body.iter(W + name)):
            mark.getparent().remove(mark)
    (finding,) = reviewed().findings
    assert (finding.place.file, finding.new) == (FOREWORD, "Here.")


def test_a_comment_whose_mark_is_gone_is_told_all_the_same(edited: Edited, reviewed: Read) -> None:
    edited.comment_on(edited.paragraph(ASKING), "guide", "Lost.")
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for mark in list(edited.body.iter(W + name)):
            mark.getparent().remove(mark)
    (finding,) = reviewed().findings
    assert (finding.new, str(finding.place)) == ("Lost.", "no place of its own")
    assert finding.reason


def test_what_one_inserts_and_another_deletes_is_no_change(edited: Edited, reviewed: Read) -> None:
    paragraph = edited.paragraph(ASKING)
    edited.insert(paragraph, 7, "certainly ", "Ann Lee")
    (inserted,) = paragraph.iter(W + "ins")
    run = inserted.find(W + "r")
    edited.struck(run, "del", "Bo Ek")
    assert states(reviewed()) == []


def test_two_reviewers_in_one_sentence(edited: Edited, reviewed: Read) -> None:
    paragraph = edited.paragraph(ASKING)
    edited.replace(paragraph, "guide", "shape", "Ann Lee")
    edited.replace(paragraph, "colleagues", "staff", "Bo Ek")
    found = reviewed()
    assert [f.authors for f in found.findings] == [("Bo Ek",), ("Ann Lee",)]
    assert "{{< var term.short >}} staff what they think" in found.files[0].new


def test_two_paragraphs_become_one(edited: Edited, reviewed: Read) -> None:
    first = edited.paragraph("There is more to do")
    edited.mark_end(first, "del")
    edited.insert(first, len(edited.text(first)), " ")
    found = reviewed()
    assert {f.state for f in found.findings} == {State.PROPOSED}
    assert "We take it as a beginning. The case is a practical one" in found.files[0].new


def test_one_paragraph_becomes_two(edited: Edited, reviewed: Read) -> None:
    paragraph = edited.paragraph("There is more to do")
    edited.split(paragraph, edited.text(paragraph).index("Leadership is"))
    found = reviewed()
    assert states(found) == [("insertion", "proposed")]
    assert "say so. \n\nLeadership is" in found.files[0].new or (
        "say so.\n\nLeadership is" in found.files[0].new
    )


def test_changes_of_format_alone_are_counted(edited: Edited, reviewed: Read) -> None:
    paragraph = edited.paragraph(ASKING)
    run = edited.runs(paragraph, 0, 10)[0]
    change = edited.marked("rPrChange", "Ann Lee", element("rPr"))
    run.insert(0, element("rPr", element("b"), change))
    found = reviewed()
    assert found.findings == []
    assert found.remarks == [
        "1 tracked change of format by Ann Lee not taken over: the report has styles of its own."
    ]


def test_the_instruction_of_a_field_is_no_text(edited: Edited, reviewed: Read) -> None:
    run = element("r", element("fldChar", fldCharType="begin"))
    instruction = element("r", element("instrText", text=" PAGEREF _Toc00000001 "))
    end = element("r", element("fldChar", fldCharType="end"))
    paragraph = edited.paragraph(ASKING)
    for part in (end, instruction, run):
        edited.put(paragraph, 10, part)
    assert states(reviewed()) == []


def test_a_text_box_that_was_added_is_listed_once(edited: Edited, reviewed: Read) -> None:
    words = element("p", element("r", element("t", text="A word in a box.")))
    box = element("txbxContent", words)
    choice = etree.Element(f"{{{MC}}}AlternateContent", nsmap={"mc": MC})
    for name in ("Choice", "Fallback"):
        etree.SubElement(choice, f"{{{MC}}}{name}").append(copy.deepcopy(box))
    edited.put(edited.paragraph(ASKING), 5, element("r", choice))
    (finding,) = reviewed().findings
    assert (finding.state, finding.new) == (State.LEFT, "A word in a box.")


def test_wrappers_of_word_hold_their_words(edited: Edited, reviewed: Read) -> None:
    paragraph = edited.paragraph(ASKING)
    for name in ("smartTag", "customXml", "hyperlink"):
        run = edited.runs(paragraph, 4, 9)[0]
        wrapper = element(name)
        run.addprevious(wrapper)
        wrapper.append(run)
    assert states(reviewed()) == []


def test_without_any_bookmark_the_words_alone_place_a_change(
    edited: Edited, reviewed: Read
) -> None:
    edited.replace(edited.paragraph(ASKING), "guide", "shape")
    edited.replace(edited.paragraph("EDI Lead"), "EDI Lead", "Head of EDI")
    for mark in [*edited.body.iter(W + "bookmarkStart"), *edited.body.iter(W + "bookmarkEnd")]:
        mark.getparent().remove(mark)
    found = reviewed()
    assert states(found) == [("replacement", "proposed"), ("replacement", "proposed")]
    assert [f.place.file for f in found.findings] == [FOREWORD, "data/RV9/2021/actions.csv"]
    assert found.remarks


def test_a_figure_of_a_table_is_refused_with_its_key(edited: Edited, reviewed: Read) -> None:
    bookmark = next(
        b for b in edited.body.iter(W + "bookmarkStart")
        if "_i2_ratio" in b.get(W + "name") and any(a.tag == W + "tc" for a in b.iterancestors())
    )  # fmt: skip
    paragraph = next(a for a in bookmark.iterancestors() if a.tag == W + "p")
    edited.replace(paragraph, "0.64", "0.94")
    (finding,) = reviewed().findings
    assert (finding.state, finding.place.key) == (State.REFUSED, "i2.ratio")


def test_words_that_markdown_would_read_come_as_they_are(edited: Edited, reviewed: Read) -> None:
    words = "1. *not* a [list] _of_ #things | <b>"
    edited.insert_paragraph(edited.paragraph("There is more to do"), words)
    found = reviewed()
    assert states(found) == [("insertion", "proposed")]
    assert r"1\. \*not\* a \[list\] \_of\_ \#things \| \<b\>" in found.files[0].new


@pytest.mark.parametrize("name", ["ins", "moveTo"])
def test_a_whole_paragraph_within_a_tracked_wrapper(
    edited: Edited, reviewed: Read, name: str
) -> None:
    new: Any = element("p", element("r", element("t", text="A thought from the network.")))
    wrapper = element(name, new, id="77", author="Ann Lee", date=DATE)
    edited.paragraph("There is more to do").addnext(wrapper)
    found = reviewed()
    assert {f.state for f in found.findings} == {State.PROPOSED}
    assert "\n\nA thought from the network.\n\n" in found.files[0].new
