"""What holds of every plan: whatever is written comes out again, and every table is whole."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from bs4 import Tag
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.plan_tools import cells_of, full_grid, page_of, plain, report_of
from wres_report.plans.cells import join_list, split_list
from wres_report.plans.layout import USUAL_LEGEND, Column, Group, Layout
from wres_report.plans.layout_schema import SHOWN
from wres_report.plans.model import LIST_COLUMNS, PLAN_COLUMNS, Action, action_of, row_of
from wres_report.plans.references import circles, lead_nowhere
from wres_report.plans.standing import standing_of
from wres_report.plans.timeframe import DATED, Kind, parse_timeframe
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.plan_table import plan_table
from wres_report.words import UNPRINTABLE

# Every example is a run of pandoc: a failing one is told as it is, at once.
WITHOUT_SHRINKING = (Phase.explicit, Phase.generate)
# No file in UTF-8 holds half a pair.
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
MARKS = st.text("""*_`~^$@#<>[](){}|\\/&;:!?'"=+-.,0123456789 abcX\n\t""", max_size=30)
PIECES = st.lists(
    st.sampled_from([
        "- ", "1. ", "a) ", "# ", "::: ", "{{<", ">}}", "[^1]", "](x)", "**", "`", "$", "|", "\\",
        "&amp;", "<b>", "@x", "--", "...", "'", '"', "https://a.b/c", " ", "\n\n", "word", "é", "ש",
        "\u202e", "\u200b", "\x00", "{.x}", "  \n", "---\n", "~~~", "+-", "=", ":", "%", "\x85",
    ]),
    max_size=8,
).map("".join)  # fmt: skip
TEXT = ANY | MARKS | PIECES
ITEMS = TEXT.map(str.strip).filter(bool)
CELLS = st.fixed_dictionaries({
    name: st.lists(ITEMS, max_size=3).map(tuple) if name in LIST_COLUMNS else TEXT.map(str.strip)
    for name in PLAN_COLUMNS
})  # fmt: skip


@given(st.lists(ITEMS, max_size=6).map(tuple))
def test_a_joined_list_is_split_into_the_same_items(items: tuple[str, ...]) -> None:
    assert split_list(join_list(items)) == items


@given(CELLS)
def test_the_row_of_an_action_holds_the_same_action(cells: dict[str, object]) -> None:
    action = Action(**cells)
    assert action_of(row_of(action)) == action


@cache
def the_report() -> ReportContext:
    reported = [
        {"indicator": str(n), "measure": "ratio" if n < 5 else "percent", "year": str(year),
         "group": "" if n < 5 else "bme", "value": f"{n}.{year % 100}",
         "unit": "ratio" if n < 5 else "percent", "source": "example"}
        for n in (2, 3, 5, 8) for year in (2020, 2021)
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        return report_of(Path(folder), {"reported": reported})


def printed(text: str) -> str:
    """The text as a reader may expect it, an apostrophe in a word whichever way it is set."""
    return plain(UNPRINTABLE.sub("", text)).replace("’", "'")


def seen(cell: Tag) -> str:
    return plain(cell.get_text()).replace("’", "'")


PLAIN_COLUMNS = tuple(
    name for name in PLAN_COLUMNS if name not in {"indicators", "priorities", "sub_actions"}
)
ONE_TO_ONE = Layout(tuple(Column((name,), name) for name in PLAIN_COLUMNS))


def wanted(action: Action, name: str) -> set[str]:
    """What the cell of a column may print: a dash, or nothing, where there is nothing to print."""
    content = getattr(action, name)
    if name == "action":
        content = " ".join((action.action, *action.sub_actions))
    elif isinstance(content, tuple):
        content = ", ".join(printed(item) for item in content)
    return {printed(content)} if printed(content) else {"", "–"}


@settings(max_examples=40, phases=WITHOUT_SHRINKING)
@given(st.lists(CELLS, min_size=1, max_size=12))
def test_whatever_stands_in_a_cell_stands_in_the_page(
    rows: list[dict[str, object]],
) -> None:
    actions = [Action(**cells) for cells in rows]
    page = page_of(plan_table(the_report(), ONE_TO_ONE, actions, label="tbl-x", caption="c"))
    lines = page.select("tbody tr")
    assert len(lines) == len(actions)
    for line, action in zip(lines, actions, strict=True):
        cells = cells_of(line)
        assert len(cells) == len(PLAIN_COLUMNS)
        for name, cell in zip(PLAIN_COLUMNS, cells, strict=True):
            assert seen(cell) in wanted(action, name), name
        steps = [seen(step) for step in cells[PLAIN_COLUMNS.index("action")].select("ol > li")]
        assert steps == [printed(step) for step in action.sub_actions]


WORDS = st.sampled_from(["", "Fair panels", "A kind workplace", "More | less", "- x", "Head of HR"])
ACTIONS = st.lists(
    st.builds(
        Action,
        id=st.integers(1, 99).map(str),
        indicators=st.sampled_from(["1", "2", "2;5", "5;8", "9", "all", "general"]),
        theme=WORDS, objective=WORDS, action=WORDS, timeframe=WORDS, progress=WORDS,
        sub_actions=st.lists(WORDS.filter(bool), max_size=3).map(tuple),
        lead=st.lists(WORDS.filter(bool), max_size=2).map(tuple),
        rag=st.sampled_from(["", "Red", "complete", "Odd"]),
        priorities=st.lists(st.sampled_from(["P1", "HIA2"]), max_size=2).map(tuple),
    ),
    min_size=1, max_size=7,
)  # fmt: skip
COLUMNS = st.lists(
    st.lists(st.sampled_from(SHOWN), min_size=1, max_size=3).map(
        lambda names: Column(tuple(names), "A column", year=2021)
    ),
    min_size=1, max_size=6,
).map(tuple)  # fmt: skip
LAYOUTS = st.builds(
    Layout,
    columns=COLUMNS,
    group_by=st.sampled_from(["none", "indicator", "theme", "objective"]),
    groups_as=st.sampled_from(["cells", "rows"]),
    actions_as=st.sampled_from(["rows", "list"]),
    list_by=st.sampled_from(["none", "lead"]),
    show_ids=st.booleans(),
    value_years=st.sampled_from([(), (2020, 2021), (2019,)]),
    aims=st.sampled_from([{}, {2: 1.0, 5: "lower"}]),
    groups=st.lists(
        st.builds(
            Group, WORDS, WORDS,
            st.none() | st.lists(st.integers(1, 9), max_size=3, unique=True).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    legend=st.just(USUAL_LEGEND),
)  # fmt: skip


@settings(phases=WITHOUT_SHRINKING)
@given(st.lists(st.tuples(LAYOUTS, ACTIONS), min_size=1, max_size=8))
def test_every_place_of_every_table_has_one_cell(
    plans: list[tuple[Layout, list[Action]]],
) -> None:
    tables = [
        plan_table(the_report(), layout, actions, label=f"tbl-{n}", caption="c")
        for n, (layout, actions) in enumerate(plans)
    ]
    found = page_of("\n\n".join(tables)).find_all("table")
    assert len(found) == len(plans)
    for table, (layout, actions) in zip(found, plans, strict=True):
        grid = full_grid(table)
        assert {len(row) for row in grid} == {len(layout.columns)}
        if layout.actions_as == "rows" and layout.group_by == "none":
            assert len(grid) == len(actions) + 1


DATES = st.lists(
    st.sampled_from([
        "31", "30th", "29", "0", "99", "12", "March", "febuary", "may", "Sept.", "2021", "21",
        "2202", "20222", "1-", "/", "-", ".", ",", "Q1", "Q9", "quarter", "months", "weeks",
        "years", "to", "from", "by", "every", "monthly", "see", "as", "of", "2021-22",
        "2021-13", "999", "٣",
    ]),
    max_size=7,
)  # fmt: skip
STARTS = st.integers(2015, 2099).map(lambda year: date(year, 4, 1))


@given(DATES.map(" ".join) | DATES.map("".join) | TEXT, STARTS)
def test_any_words_are_read_as_a_timeframe_and_a_dated_one_has_its_day(
    text: str, start: date
) -> None:
    frame = parse_timeframe(text, start)
    assert frame.text == text
    assert (frame.due is not None) == (frame.kind in DATED)
    assert bool(frame.meant) == (frame.kind is Kind.NOT_A_DATE)


NAMES = [str(n) for n in range(7)]
GRAPHS = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from([*NAMES, "nowhere"]), max_size=3) for name in NAMES}
)


@given(GRAPHS)
def test_every_action_that_leads_back_to_itself_is_in_a_circle(
    references: dict[str, list[str]],
) -> None:
    reached = {name: set(others) for name, others in references.items()}
    for _ in NAMES:
        for others in reached.values():
            others |= {far for near in others & set(NAMES) for far in reached[near]}
    found = circles(references)
    assert {name for circle in found for name in circle} == {n for n in NAMES if n in reached[n]}
    for circle in found:
        following = (*circle[1:], circle[0])
        assert all(b in references[a] for a, b in zip(circle, following, strict=True))
        assert len(set(circle)) == len(circle)
        assert circle[0] == min(circle, key=list(references).index)
    assert len({frozenset(circle) for circle in found}) == len(found)
    assert set(lead_nowhere(references)) == {n for n in NAMES if "nowhere" in references[n]}


@given(ACTIONS, STARTS, st.dates(date(2015, 1, 1), date(2099, 12, 31)))
def test_every_action_is_counted_once(actions: list[Action], start: date, as_at: date) -> None:
    plan = {action.id: action for action in actions}.values()
    standing = standing_of(plan, Layout((), legend=USUAL_LEGEND), start, as_at, range(1, 10))
    assert sum(standing.states.values()) == len(plan)
    assert {lead for a in plan for lead in a.lead} == set(standing.leads)
    late = [*standing.overdue, *standing.untold]
    assert not set(late) & set(standing.done)
    assert all((day := standing.due(action)) is not None and day < as_at for action in late)
