"""What we write we read back as it was; of what others write nothing goes silently."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from wres_report.faults import Fault
from wres_report.plan_files.importing import import_plan
from wres_report.plan_files.workbook import ACTIONS, PlanSheet, write_workbook
from wres_report.plan_files.writing import csv_text, write_plan
from wres_report.plans.model import INDICATORS, LIST_COLUMNS, PLAN_COLUMNS, Action

# What trips writers and readers up, beside whatever Hypothesis thinks of.
AWKWARD = st.sampled_from([
    "=1+1", "+4", "-", "@x", "#REF!", "\\", "\\\\|", "|", "a | b", "a\\| b", '"', '""', "'", ",",
    ";", "\t", "\n", "a\n\nb", "• bullet", "a) first b) second", "[3.1] Embed", "2. Relative",
    "Metric 3", "All indicators", "TRUE", "1.10", "0042", "1e5", "31/03/2022", "id,indicators",
    "Action ID", "شرح العمل", "עברית", "\u200f\u202eabc\u202c", "e\u0301\u0323", "👩🏽‍⚕️", "\u00a0x",
    "_x000D_", "_x005F_", "x005F_", "&amp;", "<b>", "]]>", "{{< var i2.ratio >}}",
    "a\u2028b", "a\x85b",
])  # fmt: skip
LONG = st.builds(
    lambda text, times: (text * times)[:10_000], st.text(min_size=1), st.integers(1, 999)
)


def texts(excluded: tuple[str, ...], characters: str) -> st.SearchStrategy[str]:
    """Texts as the model holds them: stripped."""
    free = st.text(st.characters(exclude_categories=excluded, exclude_characters=characters))
    held = st.text(st.characters(exclude_categories=excluded, include_characters="\n\t"))
    mixed = st.lists(AWKWARD | free | held, min_size=1, max_size=4).map("".join)
    return mixed.map(str.strip) | LONG.map(
        lambda text: "".join(c for c in text if c not in characters and c.isprintable()).strip()
    )


# A workbook holds no control characters, and only one kind of line break.
OF_WORKBOOK = texts(("Cs", "Cc"), "\ufffe\uffff")
# A file in UTF-8 holds everything but halves of surrogate pairs.
OF_CSV = texts(("Cs",), "")


def plans(words: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Action, ...]]:
    """Plans of one action or more, each with an id; any other column may be empty."""
    full = words.filter(bool)
    lists = st.lists(full, max_size=3).map(tuple)
    columns = {name: lists if name in LIST_COLUMNS else words for name in PLAN_COLUMNS}
    actions = st.builds(Action, **columns | {"id": full})
    return st.lists(actions, min_size=1, max_size=4).map(tuple)


EVERYTHING = Action(**{
    name: ("a | b", "c\\", "=d") if name in LIST_COLUMNS else f"={name} “x” | \\| שלום"
    for name in PLAN_COLUMNS
})  # fmt: skip


@given(plans(OF_WORKBOOK))
@example((EVERYTHING,))
@example((Action("1", "1", action="a" * 10_000), Action("id", "indicators", action="action")))
def test_a_plan_comes_back_from_its_workbook_as_it_was(plan: tuple[Action, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.xlsx"
        cleaned = write_workbook(
            path, [PlanSheet(ACTIONS, "Plan", plan)], title="T", trust="N", year_words="Y", epoch=0
        )
        imported = import_plan(path)
    assert imported.actions == plan
    assert imported.own
    assert cleaned == ()


@given(plans(OF_CSV))
@example((EVERYTHING,))
@example((Action("1", "1", action="a\rb\r\nc\x00d"), Action("id", "indicators", action="action")))
def test_a_plan_comes_back_from_its_table_as_it_was(plan: tuple[Action, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "actions.csv"
        write_plan(path, plan)
        imported = import_plan(path)
    assert imported.actions == plan
    assert imported.own


@given(plans(OF_CSV))
def test_what_was_imported_is_written_as_the_same_table(plan: tuple[Action, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "actions.csv"
        write_plan(path, plan)
        assert csv_text(import_plan(path).actions) == csv_text(plan)


HEADINGS = ["No.", "Metric", "Theme", "Aim", "Action", "Lead", "When", "RAG", "Progress", "Result"]
# Each word once, so that it can be looked for wherever it has gone.
BITS = ["Metric 3", "2", "General", "2020: 25%", "a) ", "b) ", "1. ", "[2.1] ", "• ", "\n", "\n- ",
        "; ", " | ", "\\", "Red", "On track", "=", "5 May 2022", "Recruitment", ""]  # fmt: skip
CELLS = st.lists(st.sampled_from(BITS) | st.just("WORD "), max_size=6).map("".join)


@given(st.lists(st.lists(CELLS, min_size=10, max_size=10), min_size=1, max_size=6), st.booleans())
def test_of_any_table_every_word_is_in_the_plan_or_told(rows: list[list[str]], split: bool) -> None:
    words: list[str] = []

    def mark(cell: str) -> str:
        def next_word(_: re.Match[str]) -> str:
            words.append(f"word{len(words)}x")
            return words[-1]

        return re.sub("WORD", next_word, cell)

    marked = [[mark(cell) for cell in row] for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADINGS, *marked])
        try:
            imported = import_plan(path, split=split)
        except Fault:
            return
    ids = [action.id for action in imported.actions]
    assert len(ids) == len(set(ids))
    assert all(ids)
    assert all(INDICATORS.match(action.indicators) for action in imported.actions)
    table = csv_text(imported.actions)
    assert table.count("\n") == len(imported.actions) + 1
    assert len(list(csv.reader(io.StringIO(table)))) == len(imported.actions) + 1
    told = " ".join(place for remark in imported.remarks for place in remark.places)
    for row in marked:
        for heading, cell in zip(HEADINGS, row, strict=True):
            # A column without a place is told as a whole, with how many cells it fills.
            for word in re.findall(r"word\d+x", cell) if heading != "Result" else ():
                assert word in table or word in told, (word, row)
