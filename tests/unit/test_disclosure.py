"""Small numbers, the figures in whose place nothing is shown, and the equations of a trust-year."""

from __future__ import annotations

import pytest

from wres_report.disclosure.choosing import Choice
from wres_report.disclosure.country import total_may_be_shown
from wres_report.disclosure.model import Kind, Model
from wres_report.disclosure.order import planned_for
from wres_report.disclosure.search import Search
from wres_report.measures import Status, Unit, Value
from wres_report.measures.disclosure import hide_if, is_small
from wres_report.measures.value import absent
from wres_report.standard import load_standard


@pytest.mark.parametrize(
    ("number", "small"),
    [(None, False), (0, False), (1, True), (4, True), (4.5, True), (5, False), (100, False)],
)
def test_counts_from_one_to_below_the_minimum_are_small_and_zero_is_not(number, small):
    assert is_small(number, 5) is small


def test_hiding_leaves_a_reason_and_never_touches_an_absent_figure():
    shown = Value(24.0, Unit.PERCENT, low=20, high=28, n=3)
    hidden = hide_if(shown, hidden=True)
    assert hidden.status is Status.SUPPRESSED
    assert hidden.value is hidden.low is hidden.high is hidden.n is None
    assert hidden.note == "small number"
    assert hide_if(shown, hidden=False) is shown
    missing = absent(Unit.PERCENT)
    assert hide_if(missing, hidden=True) is missing


def line(*numbers, costs=None, minimum=5):
    """A model of one row with its total; returns it with the places of the cells and the total."""
    model = Model(minimum)
    cells = [model.add(number, Kind.PRINTED) for number in numbers]
    total = model.add_sum(cells)
    for place, cost in zip((*cells, total), costs or [10] * (len(cells) + 1), strict=True):
        model.print_as(("table", "row", str(place)), place, cost)
    return model, cells, total


def hidden_of(model):
    choice = Choice(model)
    choice.hide(tuple(model.printed))
    assert not choice.unproved
    return choice.hidden


def test_an_equation_that_the_true_numbers_do_not_keep_is_refused():
    model, cells, total = line(50, 3, 2)
    with pytest.raises(ValueError, match="must hold"):
        model.equate({cells[0]: 1, total: -1})


def test_a_row_of_three_ones_hides_its_total_though_every_cell_is_hidden():
    model, cells, total = line(1, 1, 1)
    assert hidden_of(model) == {*cells, total}


def test_two_hidden_people_in_two_cells_take_another_number_along():
    # A total less the cell shown would be 2, which can only be one and one.
    model, cells, total = line(50, 1, 1, costs=[10, 10, 10, 7])
    assert hidden_of(model) == {cells[1], cells[2], total}


def test_a_partner_of_five_is_too_near_to_the_minimum():
    # Whoever knew that the 5 is not small would know that 6 less it is 1 at most.
    model, cells, _ = line(50, 1, 5, costs=[9, 10, 1, 20])
    assert hidden_of(model) == {cells[1], cells[0]}
    model, cells, _ = line(50, 1, 8, costs=[9, 10, 1, 20])
    assert hidden_of(model) == {cells[1], cells[2]}


def test_the_number_of_least_cost_goes_with_a_small_one():
    model, cells, total = line(50, 2, 30, costs=[10, 10, 30, 20])
    assert hidden_of(model) == {cells[1], cells[0]}
    model, cells, total = line(50, 2, 30, costs=[10, 10, 30, 5])
    assert hidden_of(model) == {cells[1], total}


def test_a_zero_is_shown_and_hides_nobody():
    model, cells, total = line(0, 2, 0)
    assert hidden_of(model) == {cells[1], total}


def test_a_table_without_small_numbers_is_shown_whole():
    model, _, _ = line(50, 20, 0)
    assert hidden_of(model) == set()


def test_a_minimum_of_two_hides_ones_with_others():
    model, cells, _ = line(50, 1, 8, costs=[10, 10, 5, 20], minimum=2)
    assert hidden_of(model) == {cells[1], cells[2]}


def test_half_people_are_counted_in_halves():
    model = Model(5)
    white, bme = (model.add(number, Kind.PRINTED, 2) for number in (43, 9))
    total = model.add_sum([white, bme])
    for place in (white, bme, total):
        model.print_as(("t", "r", str(place)), place, 10)
    assert model.small == {bme}
    assert len(hidden_of(model)) == 2


def test_a_number_that_is_part_of_another_is_no_more_than_it():
    model = Model(5)
    staff, cases = (model.add(number, Kind.PRINTED) for number in (5, 5))
    model.print_as(("t", "staff", "bme"), staff, 10)
    model.print_as(("t", "cases", "bme"), cases, 10)
    model.at_most(staff, cases)
    search = Search(model, {cases}, ())
    # It is known not to be small, and there is nobody else whom it could have happened to.
    assert search.another(cases) is None
    assert Search(model, {cases}, (), told=False).another(cases) is not None


def test_parts_that_make_up_a_sum_are_taken_to_be_all_of_it():
    model = Model(5)
    whole, first, second = (model.add(number, Kind.PRINTED) for number in (20, 17, 3))
    for place in (whole, first, second):
        model.print_as(("t", str(place), "bme"), place, 10)
    model.bound(whole, [first, second])
    assert hidden_of(model) in ({second, first}, {second, whole})


def test_the_proof_of_a_number_agrees_with_all_that_is_shown():
    model, cells, _ = line(50, 3, 2, 30)
    choice = Choice(model)
    choice.hide(tuple(model.printed))
    search = Search(model, choice.hidden, ())
    for place, proof in choice.proofs.items():
        assert proof.moves[place]
        assert search.holds(proof.moves)
    assert not search.holds({cells[1]: 1})


def test_a_table_is_planned_with_those_before_it_and_recruitment_alone():
    standard = load_standard()
    assert planned_for(["workforce"], standard) == ("workforce",)
    assert planned_for(["disciplinary"], standard) == (
        "workforce",
        "training",
        "disciplinary",
    )
    assert planned_for(["training", "workforce"], standard) == ("workforce", "training")
    assert planned_for(["recruitment"], standard) == ("recruitment",)
    assert planned_for(["survey", "board"], standard) == ()


@pytest.mark.parametrize(
    ("counts", "hidden", "shown"),
    [
        ([40, 30, 20], [False, False, False], True),
        ([40, 30, 3], [False, False, True], False),
        ([40, 2, 3], [False, True, True], True),
        ([40, 1, 1], [False, True, True], False),
        ([40, 25, 3], [False, True, True], True),
        ([1, 2, 1], [True, True, True], False),
        ([3], [True], False),
        ([30], [False], True),
    ],
)
def test_a_total_over_trusts_is_shown_where_it_tells_no_trusts_hidden_count(counts, hidden, shown):
    assert total_may_be_shown(counts, hidden, 5) is shown
