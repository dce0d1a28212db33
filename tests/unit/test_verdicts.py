"""Every branch of the verdicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wres_report.measures import Status, Unit, Value, verdicts
from wres_report.measures.gaps import ONE_SIDED
from wres_report.measures.value import absent
from wres_report.measures.verdicts import (
    BETTER,
    FEWER_SENIOR,
    NO_CLEAR_DIFFERENCE,
    NOT_CALCULABLE,
    NOT_SUPPLIED,
    SUPPRESSED,
    TOO_FEW,
    WORSE,
    Verdict,
    against_benchmark,
    against_parity,
    barely_beyond,
    movement,
    movement_to_parity,
    of_board,
    told_from_chance,
    within_four_fifths,
)

ALL = [item for item in vars(verdicts).values() if isinstance(item, Verdict)]


def ratio(value, low=None, high=None):
    return Value(value, Unit.RATIO, low=low, high=high)


def points(value, low=None, high=None, note=""):
    return Value(value, Unit.PP, low=low, high=high, note=note)


@pytest.mark.parametrize(
    ("value", "worse_when", "few", "expected"),
    [
        (ratio(1.6, 1.2, 2.0), "above", False, WORSE),
        (ratio(0.6, 0.4, 0.9), "above", False, BETTER),
        (ratio(1.1, 0.9, 1.3), "above", False, NO_CLEAR_DIFFERENCE),
        (ratio(1.1, 1.0, 1.3), "above", False, NO_CLEAR_DIFFERENCE),
        (ratio(0.9, 0.7, 1.0), "above", False, NO_CLEAR_DIFFERENCE),
        (ratio(1.6, 1.2, 2.0), "below", False, BETTER),
        (ratio(0.6, 0.4, 0.9), "below", False, WORSE),
        (ratio(1.6, 1.2, 2.0), "above", True, WORSE),
        (ratio(1.6, 0.8, 3.0), "above", True, TOO_FEW),
        (ratio(1.6), "above", False, TOO_FEW),
        (absent(Unit.RATIO), "above", True, NOT_SUPPLIED),
        (absent(Unit.RATIO, Status.NOT_CALCULABLE), "above", False, NOT_CALCULABLE),
        (absent(Unit.RATIO, Status.SUPPRESSED), "above", True, SUPPRESSED),
    ],
)
def test_a_ratio_is_judged_by_whether_its_interval_leaves_parity_out(
    value, worse_when, few, expected
):
    assert against_parity(value, 1.0, worse_when, few=few) is expected


def test_nothing_is_claimed_of_an_interval_behind_which_too_few_people_stand():
    value = ratio(1.6, 1.2, 2.0)
    assert against_parity(value, 1.0, "above", few=False, weighed=False) is TOO_FEW


def test_a_gap_is_judged_against_zero_in_the_direction_of_its_question():
    wide = points(-18.8, -26.0, -11.0)
    assert against_parity(wide, 0.0, "below", few=False) is WORSE
    assert against_parity(wide, 0.0, "above", few=False) is BETTER


@pytest.mark.parametrize(
    ("members", "mirrored", "code", "words"),
    [
        (0, 1, "short", "one seat short of mirroring the workforce"),
        (1, 4, "short", "three seats short of mirroring the workforce"),
        (1, 1, "mirrors", "mirrors the workforce, to the nearest seat"),
        (0, 0, "none_mirrors", "mirrors the workforce, to the nearest seat, with no BME member"),
        (2, 1, "above", "one seat more than would mirror the workforce"),
        (16, 4, "above", "12 seats more than would mirror the workforce"),
    ],
)
def test_a_board_is_judged_in_seats_with_a_mark_of_its_own(members, mirrored, code, words):
    verdict = of_board(members, mirrored)
    assert (verdict.code, verdict.words(), verdict.shape) == (code, words, "◆")
    assert verdict.adverse == (code == "short")


@pytest.mark.parametrize(
    ("figure", "parity", "expected"),
    [
        (ratio(1.38, 1.18, 1.60), 1.0, False),
        (ratio(1.46, 1.02, 2.10), 1.0, True),
        (ratio(0.70, 0.50, 0.98), 1.0, True),
        (ratio(0.40, 0.20, 0.60), 1.0, False),
        (ratio(1.10, 0.90, 1.30), 1.0, False),  # chance may explain it, so it is not beyond
        (ratio(1.50), 1.0, False),
        (points(-9.8, -18.0, -1.0), 0.0, True),
        (points(-18.8, -24.0, -13.6), 0.0, False),
        (points(-9.8, -30.0, -1.0), 0.0, True),  # the end at parity counts, not the one beyond
    ],
)
def test_a_figure_is_barely_beyond_chance_where_a_wider_interval_would_hold_parity(
    figure, parity, expected
):
    assert barely_beyond(figure, parity) is expected


@pytest.mark.parametrize(("confidence", "expected"), [(0.9, True), (0.95, True), (0.99, False)])
def test_the_surer_an_interval_the_less_beyond_it_is_little(confidence, expected):
    assert barely_beyond(ratio(1.46, 1.08, 2.10), 1.0, confidence) is expected


def test_a_change_is_told_from_chance_where_both_its_ends_have_an_interval_without_0():
    assert told_from_chance(points(3.0, 1.0, 5.0))
    assert not told_from_chance(points(3.0, -1.0, 7.0))
    assert not told_from_chance(points(3.0))
    assert not told_from_chance(points(3.0, 1.0, 5.0, note=ONE_SIDED))


def test_each_verdict_of_one_meaning_has_one_shape_and_no_two_meanings_share_one():
    meaning = {
        "worse": "▲",
        "better": "▼",
        "no_clear_difference": "●",
        "too_few": "◇",
        "without_counts": "◇",
        "not_supplied": "○",
        "not_calculable": "○",
        "suppressed": "○",
    }
    assert {v.code: v.shape for v in ALL} == meaning
    assert len({"▲", "▼", "●", "◇", "○"}) == len(set(meaning.values()))


def test_the_words_of_all_verdicts_differ():
    words = [v.words() for v in ALL]
    assert len(set(words)) == len(words)


def test_a_verdict_is_adverse_exactly_when_it_points_up():
    assert all(v.adverse == (v.shape == "▲") for v in ALL)


def test_a_verdict_speaks_of_the_group_as_the_trust_does():
    assert WORSE.words("global majority") == "worse for global majority staff"
    assert WORSE.marked() == "▲ worse for BME staff"
    fewer = replace(FEWER_SENIOR, senior="band 8a and above")
    assert fewer.marked("BAME") == "▲ BAME staff under-represented at band 8a and above"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0.79, False), (0.796, True), (0.8, True), (1.0, True), (1.254, True), (1.256, False)],
)
def test_the_four_fifths_range_includes_its_ends_as_they_are_printed(number, expected):
    assert within_four_fifths(ratio(number)) is expected


def test_without_a_ratio_nothing_is_said_of_four_fifths():
    assert within_four_fifths(absent(Unit.RATIO)) is None


@pytest.mark.parametrize(
    ("change", "better", "words"),
    [
        (points(4.0, 1.0, 7.0), "lower", "higher, a deterioration"),
        (points(4.0, 1.0, 7.0), "higher", "higher, an improvement"),
        (points(-4.0, -7.0, -1.0), "lower", "lower, an improvement"),
        (points(-4.0, -7.0, -1.0), "higher", "lower, a deterioration"),
        (points(4.0, -1.0, 9.0), "lower", "higher, within chance"),
        (points(-4.0, -9.0, 1.0), "lower", "lower, within chance"),
        (points(4.0), "lower", "higher"),
        (points(4.0, 1.0, 7.0, ONE_SIDED), "lower", "higher"),
        (points(4.0, -1.0, 7.0, ONE_SIDED), "lower", "higher, within chance"),
        (points(0.04, 0.01, 0.07), "lower", "the same, to the decimals shown"),
        (points(-0.04), "lower", "the same, to the decimals shown"),
        (absent(Unit.PP), "lower", "no figure for last year"),
        (absent(Unit.PP, Status.SUPPRESSED), "lower", "not shown"),
    ],
)
def test_a_movement_claims_no_more_than_its_interval_allows(change, better, words):
    assert movement(change, better) == words


@pytest.mark.parametrize(
    ("now", "then", "change", "words"),
    [
        (1.2, 1.6, ratio(-0.4, -0.7, -0.1), "closer to parity"),
        (1.6, 1.2, ratio(0.4, 0.1, 0.7), "further from parity"),
        (0.9, 0.6, ratio(0.3, 0.1, 0.5), "closer to parity"),
        (1.2, 1.6, ratio(-0.4, -0.9, 0.1), "closer to parity, within chance"),
        (1.2, 1.6, ratio(-0.4), "closer to parity"),
        (2.0, 0.5, ratio(1.5), "as far from parity"),
        (0.0, 1.6, ratio(-1.6), "lower"),
        (1.6, 0.0, ratio(1.6), "higher"),
    ],
)
def test_a_ratio_moves_towards_parity_or_away_from_it(now, then, change, words):
    assert movement_to_parity(ratio(now), ratio(then), change) == words


@pytest.mark.parametrize("missing", range(3))
def test_a_ratio_has_no_movement_where_a_figure_is_missing(missing):
    figures = [ratio(1.2), ratio(1.6), ratio(-0.4)]
    figures[missing] = absent(Unit.RATIO)
    assert movement_to_parity(*figures) == "no figure for last year"


@pytest.mark.parametrize(
    ("value", "better", "words"),
    [
        (ratio(1.6, 1.5, 1.7), "lower", "above the benchmark, which is worse"),
        (ratio(1.6, 1.5, 1.7), "higher", "above the benchmark, which is better"),
        (ratio(1.0, 0.9, 1.1), "lower", "below the benchmark, which is better"),
        (ratio(1.0, 0.9, 1.1), "higher", "below the benchmark, which is worse"),
        (ratio(1.0, 0.9, 1.1), "parity", "below the benchmark"),
        (ratio(1.5, 1.3, 1.7), "lower", "above the benchmark, within chance"),
        (ratio(1.4), "lower", "the same as the benchmark"),
        (absent(Unit.RATIO), "lower", ""),
    ],
)
def test_a_figure_is_set_beside_its_benchmark(value, better, words):
    assert against_benchmark(value, ratio(1.4), better) == words


def test_without_a_benchmark_nothing_is_said():
    assert against_benchmark(ratio(1.4), absent(Unit.RATIO), "lower") == ""


def test_what_is_printed_alike_is_not_said_to_differ():
    now, then, change = (Value(v, Unit.RATIO) for v in (1.224, 1.216, 0.008))
    assert movement_to_parity(now, then, change) == "the same, to the decimals shown"
    ours, median = Value(27.42, Unit.PERCENT), Value(27.38, Unit.PERCENT)
    said = against_benchmark(ours, median, "lower")
    assert said == "the same as the benchmark, to the decimals shown"
