"""No hidden count can be worked out from all that is printed of a trust-year.

The tables are tried by brute force: the enumerator below knows the sums that a report prints, and
nothing of how the program chooses or proves.
"""

from __future__ import annotations

from itertools import product

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from wres_report.disclosure.plan import plan_of
from wres_report.disclosure.search import Search
from wres_report.standard import load_standard

MINIMUM = 5
GROUPS = ("white", "bme", "unknown")
COUNTS = st.sampled_from([0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 30, 90])
ROWS = [("non_clinical", "5"), ("clinical", "5"), ("non_clinical", "8a"), ("clinical", "6"),
        ("clinical", "8a"), ("clinical", "vsm"), ("medical", "consultant"),
        ("medical", "senior_medical_manager"), ("medical", "trainee")]  # fmt: skip
INSIDE = ("medical", "senior_medical_manager")
LOWER, MIDDLE, UPPER = {"5"}, {"6"}, {"8a", "vsm"}


@st.composite
def workforces(draw, counts=COUNTS, most=6):
    """Some rows of ``workforce.csv``: cells by row and group.

    A band of each staff group that every trust has is among them; without one there is no total.
    """
    more = draw(st.lists(st.sampled_from(ROWS[2:]), max_size=most - 2, unique=True))
    rows = sorted([*ROWS[:2], *more])
    table = {row: {group: draw(counts) for group in GROUPS} for row in rows}
    whole = table.get(("medical", "consultant"))
    if whole is None:  # of which there is a part
        table.pop(INSIDE, None)
    elif INSIDE in table:
        table[INSIDE] = {g: min(table[INSIDE][g], whole[g]) for g in GROUPS}
    return table


def frame_of(table):
    return pd.DataFrame(
        [[*row, *map(float, cells.values())] for row, cells in table.items()],
        columns=["staff_group", "band", *GROUPS],
    )


def plan_for(table, minimum=MINIMUM, **others):
    tables = {"workforce": frame_of(table), "training": None, "disciplinary": None, **others}
    return plan_of(tables, load_standard(), minimum, "disciplinary")


def printed(table):
    """Every count that a report prints of a workforce, by name: cells, totals and sums."""
    found = {}
    own = {row: cells for row, cells in table.items() if row != INSIDE}

    def note(name, rows, totals=True):
        if not rows:
            return
        sums = {group: sum(table[row][group] for row in rows) for group in GROUPS}
        for group in GROUPS if totals else GROUPS[:2]:
            found["workforce", name, group] = sums[group]
        if totals:
            found["workforce", name, "total"] = sum(sums.values())

    for row in table:
        note("/".join(row), [row])
    for staff_group in ("non_clinical", "clinical", "medical"):
        note(f"{staff_group}/all", [row for row in own if row[0] == staff_group])
    bands = [row for row in own if row[0] != "medical"]
    note("all/5-7", [row for row in bands if row[1] in LOWER | MIDDLE])
    note("all/8a-vsm", [row for row in bands if row[1] in UPPER])
    note("all/all", list(own))
    if {row[0] for row in bands} == {"clinical", "non_clinical"}:
        for tier, members in (("lower", LOWER), ("middle", MIDDLE), ("upper", UPPER)):
            note(f"tier/{tier}", [row for row in bands if row[1] in members], totals=False)
    return found


def possible(table, hidden, reach):
    """The numbers that each hidden count has in any workforce that would print the same.

    reach: how far a cell may be from what it is; zeros are shown, and all others are somebody.
    """
    truth = printed(table)
    shown = {name: number for name, number in truth.items() if name not in hidden}
    cells = [(row, group) for row in table for group in GROUPS
             if ("workforce", "/".join(row), group) in hidden]  # fmt: skip
    seen = {name: set() for name in truth if name in hidden}
    for steps in product(range(-reach, reach + 1), repeat=len(cells)):
        other = {row: dict(numbers) for row, numbers in table.items()}
        for (row, group), step in zip(cells, steps, strict=True):
            other[row][group] += step
        if any(other[row][group] < 1 for row, group in cells) or not_inside(other):
            continue
        numbers = printed(other)
        if all(numbers[name] == number for name, number in shown.items()):
            for name in seen:
                seen[name].add(numbers[name])
    return seen


def not_inside(table):
    whole = table.get(("medical", "consultant"))
    return whole is not None and any(
        table[INSIDE][group] > whole[group] for group in GROUPS if INSIDE in table
    )


@settings(max_examples=60, deadline=None)
@given(workforces(most=3))
def test_by_trying_every_workforce_more_than_one_number_fits_each_hidden_count(table):
    hidden = plan_for(table).hidden
    told = {name for name, numbers in possible(table, hidden, 1).items() if len(numbers) < 2}
    assert not told


@settings(max_examples=60, deadline=None)
@given(workforces())
def test_every_small_count_is_hidden_and_no_zero_is(table):
    hidden = plan_for(table).hidden
    numbers = printed(table)
    assert hidden <= numbers.keys()
    for name, number in numbers.items():
        if 0 < number < MINIMUM:
            assert name in hidden
        if number == 0:
            assert name not in hidden


@settings(max_examples=100, deadline=None)
@given(workforces(counts=st.sampled_from([0, 5, 6, 12, 90])))
def test_nothing_is_hidden_where_nothing_is_small(table):
    # Tiers and clusters are sums, so they are not small either.
    assert not plan_for(table).hidden


@settings(max_examples=60, deadline=None)
@given(workforces(), st.integers(2, 12))
def test_there_is_a_proof_for_every_hidden_count_and_it_is_one(table, minimum):
    for choice in plan_for(table, minimum).choices:
        assert not choice.unproved
        assert choice.hidden <= choice.proofs.keys()
        for place, proof in choice.proofs.items():
            assert proof.moves[place]
            assert Search(choice.model, choice.hidden, (), told=proof.told).holds(proof.moves)


@st.composite
def with_cases(draw):
    """A workforce with cases of it: how many took training, how many were disciplined."""
    table = draw(workforces())
    staff = {group: printed(table).get(("workforce", "all/all", group), 0) for group in GROUPS}
    cases = {
        name: {group: draw(st.integers(0, min(staff[group], most))) for group in GROUPS}
        for name, most in (("training", 200), ("disciplinary", 6))
    }
    return table, staff, cases


@settings(max_examples=60, deadline=None)
@given(with_cases())
def test_cases_leave_what_is_hidden_of_the_workforce_as_it_is_and_tell_none_of_it(drawn):
    table, _, cases = drawn
    rows = {"training": "accessed", "disciplinary": "entered"}
    frames = {
        name: pd.DataFrame(
            [[rows[name], *map(float, numbers.values())]], columns=["measure", *GROUPS]
        )
        for name, numbers in cases.items()
    }
    alone, together = plan_for(table), plan_for(table, **frames)
    assert {name for name in together.hidden if name[0] == "workforce"} == alone.hidden
    (choice,) = together.choices
    assert not choice.unproved
    for name, numbers in cases.items():
        for group, number in numbers.items():
            small = 0 < number < MINIMUM
            assert not small or together.hides(name, rows[name], group)


@given(workforces())
def test_a_plan_does_not_depend_on_what_was_asked_before(table):
    first = plan_for(table)
    plan_for({("clinical", "5"): {"white": 4, "bme": 3, "unknown": 2}})
    assert plan_for(table) == first
    assert plan_for(dict(reversed(table.items()))).hidden == first.hidden


def test_no_row_of_up_to_seven_cases_tells_one_that_it_hides():
    staff = {row: dict.fromkeys(GROUPS, 900) for row in ROWS[:2]}
    for numbers in product((0, 1, 2, 4, 5, 7), repeat=3):
        cases = dict(zip(GROUPS, numbers, strict=True))
        frame = pd.DataFrame([["entered", *map(float, numbers)]], columns=["measure", *GROUPS])
        hidden = plan_for(staff, disciplinary=frame).hidden
        truth = {**cases, "total": sum(numbers)}
        shown = {c: n for c, n in truth.items() if ("disciplinary", "entered", c) not in hidden}
        seen = {c: set() for c in truth if c not in shown}
        for other in product(*(range(max(n - 1, 1), n + 2) if n else (0,) for n in numbers)):
            found = {**dict(zip(GROUPS, other, strict=True)), "total": sum(other)}
            if all(found[c] == n for c, n in shown.items()):
                for column in seen:
                    seen[column].add(found[column])
        assert all(len(possible_ones) > 1 for possible_ones in seen.values()), cases
        assert not any(0 < n < MINIMUM for n in shown.values()), cases
