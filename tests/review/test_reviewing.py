"""A reviewed Word file comes back: each comment and change with its place and what became of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.conftest import Command
from tests.review.word_tools import Edited
from wres_report.inputs.workspace import Workspace
from wres_report.review.applying import apply
from wres_report.review.flow import Piece
from wres_report.review.hunks import hunks_of
from wres_report.review.model import Finding, Place, Review, State
from wres_report.review.telling import lines_of

FOREWORD = "data/RV9/2021/narrative/foreword.md"


def only(found: Review) -> Finding:
    assert len(found.findings) == 1, [f.as_dict() for f in found.findings]
    return found.findings[0]


def test_a_file_that_nobody_touched_holds_no_change(reviewed: Callable[[], Review]) -> None:
    found = reviewed()
    assert (found.findings, found.files, found.remarks) == ([], [], [])


def test_a_tracked_replacement_is_proposed_at_its_line(
    edited: Edited, reviewed: Callable[[], Review], home: Path
) -> None:
    edited.replace(edited.paragraph("We will go on asking"), "guide the next", "shape the next")
    found = reviewed()
    finding = only(found)
    assert finding.state is State.PROPOSED
    assert (finding.kind, finding.old, finding.new) == ("replacement", "guide", "shape")
    assert (finding.authors, finding.date[:10]) == (("Ann Lee",), "2021-07-12")
    lines = (home / FOREWORD).read_text("utf-8").splitlines()
    assert "guide the next" in lines[finding.place.line - 1]
    apply(Workspace.open(home), found)
    text = (home / FOREWORD).read_text("utf-8")
    assert "asking {{< var term.short >}} colleagues" in text
    assert "shape the next" in text
    assert found.findings[0].state is State.APPLIED


def test_an_edit_of_a_figure_is_refused_with_its_key_and_source(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    paragraph = edited.paragraph("On 31 March 2021")
    edited.replace(paragraph, "4.7%", "9.9%")
    finding = only(reviewed())
    assert (finding.state, finding.place.key) == (State.REFUSED, "i1.bme_percent")
    assert "data/RV9/2021/workforce.csv" in finding.reason


def test_a_figure_that_grows_by_a_digit_is_refused(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    paragraph = edited.paragraph("On 31 March 2021")
    edited.insert(paragraph, edited.text(paragraph).index("4.7%"), "1")
    assert only(reviewed()).place.key == "i1.bme_percent"


def test_a_sentence_goes_with_the_figures_in_it(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    paragraph = edited.paragraph("Leadership is where we most want")
    text = edited.text(paragraph)
    start = text.index("Leadership is")
    edited.delete(paragraph, start, text.index("In May 2021"))
    found = reviewed()
    assert only(found).state is State.PROPOSED
    assert "i9.voting_bme_percent" not in found.files[0].new


def test_a_sentence_that_is_written_anew_keeps_the_figures_that_it_says_again(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    paragraph = edited.paragraph("Leadership is where we most want")
    text = edited.text(paragraph)
    old = text[text.index("Leadership is") : text.index("In May 2021")]
    edited.replace(paragraph, old, "Today 0.0% of those who vote on the board are so; we mind. ")
    found = reviewed()
    assert {f.state for f in found.findings} == {State.PROPOSED}
    assert "Today {{< var i9.voting_bme_percent >}} of those who vote" in found.files[0].new


def test_a_paragraph_may_give_way_to_another_but_not_to_another_figure(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    paragraph = edited.paragraph("On 31 March 2021")
    edited.replace(paragraph, edited.text(paragraph), "A wholly other thought stands here now.")
    other = edited.paragraph("We will go on asking")
    edited.replace(other, edited.text(other), "Some 7 in 10 were asked.")
    found = reviewed()
    assert [f.state for f in found.findings] == [State.PROPOSED, State.REFUSED]
    assert "\n\nA wholly other thought stands here now.\n\n" in found.files[0].new
    assert found.findings[1].place.key == "term.short"


def test_a_silent_edit_is_found_and_said_to_be_untracked(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    edited.rewrite(edited.paragraph("Specialist advice matters"), "uncomfortable", "hard to hear")
    finding = only(reviewed())
    assert not finding.tracked
    assert (finding.state, finding.old, finding.new) == (
        State.PROPOSED, "uncomfortable", "hard to hear",
    )  # fmt: skip
    assert finding.place.file == "data/RV9/2021/narrative/leadership.md"


def test_a_generated_sentence_is_refused_with_the_keys_it_tells_of(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    edited.rewrite(edited.paragraph("An interval beside a figure"), "wider", "narrower")
    finding = only(reviewed())
    assert (finding.state, finding.place.key) == (State.REFUSED, "sec-evidence")


def test_a_moved_paragraph_keeps_its_variables(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    edited.move_paragraph(
        edited.paragraph("Together we marked"), edited.paragraph("The case is a practical")
    )
    found = reviewed()
    assert [f.kind for f in found.findings] == ["move", "move"]
    assert {f.state for f in found.findings} == {State.PROPOSED}
    change = found.files[0]
    assert change.new.count("{{< var") == change.old.count("{{< var")
    assert change.new.index("Together we marked") > change.new.index("The case is a practical")


def test_a_comment_comes_with_author_answers_and_state(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    edited.comment_on(
        edited.paragraph("On 31 March 2021"), "our staff", "Is this headcount?",
        replies=(("Bo Ek", "Yes, headcount."),), resolved=True,
    )  # fmt: skip
    finding = only(reviewed())
    assert (finding.old, finding.new, finding.resolved) == (
        "our staff", "Is this headcount?", True,
    )  # fmt: skip
    assert [(r.author, r.text) for r in finding.replies] == [("Bo Ek", "Yes, headcount.")]
    assert (finding.place.file, finding.place.line) == (FOREWORD, 3)


def test_a_comment_on_a_figure_names_its_key(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    edited.comment_on(edited.paragraph("On 31 March 2021"), "4.7%", "Checked.")
    finding = only(reviewed())
    assert (finding.place.key, finding.place.line) == ("i1.bme_percent", 3)


def test_a_new_paragraph_gets_lines_of_its_own(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    edited.insert_paragraph(edited.paragraph("There is more to do"), "We thank everybody.")
    found = reviewed()
    assert only(found).state is State.PROPOSED
    assert "\n\nWe thank everybody.\n\nThe case is" in found.files[0].new


def test_a_new_paragraph_amid_generated_words_is_listed(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    paragraph = edited.paragraph("An interval beside a figure")
    edited.insert_paragraph(paragraph, "A word of our own.")
    finding = only(reviewed())
    assert (finding.state, finding.new.strip()) == (State.LEFT, "A word of our own.")


def test_the_command_tells_applies_and_speaks_json(
    edited: Edited, home: Path, tmp_path: Path, wres: Command
) -> None:
    edited.replace(edited.paragraph("We will go on asking"), "guide the next", "shape the next")
    edited.replace(edited.paragraph("On 31 March 2021"), "4.7%", "9.9%")
    document = edited.save(tmp_path / "sent back.docx").as_posix()
    told = wres("review", document, "--of", "RV9/2021", folder=home)
    assert told.returncode == 0, told.stderr
    assert "Proposed (wres review … --apply writes them): 1" in told.stdout
    assert "“i1.bme_percent” is filled in from data/RV9/2021/workforce.csv" in told.stdout
    assert "+We will go on asking {{< var term.short >}} colleagues" in told.stdout
    before = (home / FOREWORD).read_bytes()
    applied = wres("review", document, "--of", "RV9/2021", "--apply", "--json", folder=home)
    content = json.loads(applied.stdout)
    assert [f["state"] for f in content["findings"]] == ["refused", "applied"]
    assert (home / FOREWORD).read_bytes() == before.replace(b"guide the", b"shape the")


def test_a_file_that_is_missing_or_no_word_file_is_told_plainly(home: Path, wres: Command) -> None:
    missing = wres("review", "nothing.docx", "--of", "RV9/2021", folder=home)
    assert (missing.returncode, "This file is missing." in missing.stderr) == (15, True)
    other = wres("review", "data/RV9/2021/actions.csv", "--of", "RV9/2021", folder=home)
    assert (other.returncode, "This is no Word file." in other.stderr) == (15, True)
    shutil.rmtree(home / "outputs")
    unbuilt = wres("review", "nothing.docx", "--of", "RV9/2021", folder=home)
    assert (unbuilt.returncode, "wres build RV9/2021" in unbuilt.stderr) == (15, True)


def test_words_that_were_replaced_side_by_side_are_one_change() -> None:
    before, after = "Led by the Head of OD in 2021.", "Led by the Chief People Officer in 2021."
    found = hunks_of(before, [Piece(after)])
    assert [(h.old, h.new) for h in found] == [("Head of OD", "Chief People Officer")]


def test_a_figure_beside_a_word_that_was_replaced_is_a_change_of_its_own() -> None:
    found = hunks_of("In all 19.9% staff left.", [Piece("In all 20.0% people left.")])
    assert [(h.old, h.new) for h in found] == [("19.9%", "20.0%"), ("staff", "people")]


def test_what_would_be_told_twice_in_the_same_words_is_told_once_with_its_number() -> None:
    one, another = (
        Finding("replacement", Place(key="i1.bme_percent", near=near), State.REFUSED, "19.9%",
                "20.0%", tracked=False, reason="It is a figure.")
        for near in ("first", "second")
    )  # fmt: skip
    found = Review("RV9/2021", "back.docx", [one, another, replace(one, new="21.0%")])
    lines = list(lines_of(found))
    assert lines[0] == "back.docx against RV9/2021: 0 comments, 3 changes."
    assert lines.count("  generated (i1.bme_percent), 2 times") == 1
    assert lines.count("  generated (i1.bme_percent)") == 1
    assert sum("“20.0%”" in line for line in lines) == 1
