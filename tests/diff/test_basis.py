"""What the figures rest on: definitions, benchmarks, settings, files and the program."""

from __future__ import annotations

from tests.diff_tools import RATIO, a_build, a_picture, changes, percent, ratio, the_change
from wres_report.diff.model import Tier
from wres_report.inputs.hash_key import KEYED


def test_a_definition_that_reads_otherwise_is_told_word_by_word() -> None:
    old = a_build(method={"indicator 3": "Cases. Basis: two-year average."})
    new = a_build(method={"indicator 3": "Cases. Basis: the year to 31 March."})
    tier, change = the_change(old, new)
    assert (tier, change.kind, change.key) == (Tier.BASIS, "definition", "definition/indicator 3")
    assert change.change == "Cases. Basis: [-two-year average.-] {+the year to 31 March.+}"


def test_a_benchmark_is_told_with_the_year_that_it_is_of() -> None:
    key = "i2.ratio.benchmark"
    old = a_build(values={key: ratio(1.54, note="England, WRES 2022")})
    new = a_build(values={key: ratio(1.53, note="England, WRES 2022")})
    tier, change = the_change(old, new)
    assert (tier, change.kind, change.change) == (Tier.BASIS, "benchmark", "−0.01")
    assert change.new == "1.53 (England, WRES 2022)"


def test_a_benchmark_that_is_the_same_in_another_year_is_no_change() -> None:
    key = "i2.ratio.benchmark"
    notes = ("England, WRES 2020", "England, WRES 2021")
    old, new = (ratio(1.61, note=note) for note in notes)
    assert changes(a_build(2020, values={key: old}), a_build(2021, values={key: new})) == {}
    _, change = the_change(a_build(values={key: old}), a_build(values={key: new}))
    assert (change.old, change.new) == tuple(f"1.61 ({note})" for note in notes)


def test_a_national_figure_is_told_where_no_benchmark_says_the_same() -> None:
    values = {"i2.ratio.benchmark": RATIO}
    old = a_build(values=values, variables={"national.i2_ratio": "1", "national.i8_x": "1"})
    new = a_build(values=values, variables={"national.i2_ratio": "2", "national.i8_x": "2"})
    assert set(changes(old, new)) == {"national.i8_x"}


def test_last_year_told_otherwise_than_last_year_did_is_a_restatement() -> None:
    old = a_build(2020, values={"i2.ratio": ratio(1.5)})
    new = a_build(2021, values={"i2.ratio": ratio(1.5), "i2.ratio.previous": ratio(0.64)})
    tier, change = the_change(old, new)
    assert (tier, change.kind) == (Tier.BASIS, "restated")
    assert (change.old, change.new) == ("1.50", "0.64")


def test_a_figure_of_a_named_year_is_restated_where_two_reports_differ_on_it() -> None:
    old = a_build(2020, values={"i5.bme_percent.y2018": percent(33.0)})
    new = a_build(2021, values={"i5.bme_percent.y2018": percent(33.4),
                                "i5.bme_percent.y2020": percent(30.0)})  # fmt: skip
    assert the_change(old, new)[1].kind == "restated"


def test_years_further_apart_do_not_tell_of_each_other() -> None:
    old = a_build(2019, values={"i2.ratio": ratio(1.5)})
    new = a_build(2021, values={"i2.ratio": ratio(1.5), "i2.ratio.previous": ratio(0.64)})
    assert not changes(old, new)


def test_settings_that_another_year_has_anyway_are_told_within_one_year_only() -> None:
    told = {"report.as_at": "31 March 2021", "report.confidence": "95%"}
    later = {"report.as_at": "31 March 2022", "report.confidence": "90%"}
    first, second = a_build(2021, variables=told), a_build(2021, variables=later)
    assert set(changes(first, second)) == {"settings/as_at", "settings/confidence"}
    assert set(changes(a_build(2020, variables=told), second)) == {"settings/confidence"}


def test_a_setting_is_told_in_words() -> None:
    old = a_build(about={"synthetic": True, "state": "draft"})
    new = a_build(about={"synthetic": False, "state": "approved"})
    found = {key: (c.old, c.new) for key, (_, c) in changes(old, new).items()}
    assert found == {"settings/synthetic": ("yes", "no"), "settings/state": ("draft", "approved")}


def test_input_files_are_told_by_hash_but_not_those_that_are_told_word_by_word() -> None:
    names = ("data/ZZX/2021/survey.csv", "data/ZZX/2021/actions.csv", "pins/ZZX/2021.json",
             "data/ZZX/2021/narrative/foreword.md")  # fmt: skip
    old = a_build(manifest={"inputs": dict.fromkeys(names, "a" * 64)})
    new = a_build(manifest={"inputs": dict.fromkeys(names, "b" * 64)})
    tier, change = the_change(old, new)
    assert (tier, change.kind, change.key) == (Tier.BASIS, "input", "data/ZZX/2021/survey.csv")
    assert change.new == "b" * 12


def test_hashes_that_a_key_went_into_are_told_apart() -> None:
    name = "data/ZZX/2021/recruitment.csv"
    old, new = (a_build(manifest={"inputs": {name: KEYED + digit * 64}}) for digit in "ab")
    _, change = the_change(old, new)
    assert (change.old, change.new) == (f"{KEYED}{'a' * 12}", f"{KEYED}{'b' * 12}")


def test_the_program_and_what_it_stands_on_are_told() -> None:
    def manifest(version: str) -> dict[str, object]:
        return {"code": {"package": version * 64},
                "environment": {"versions": {"pandas": version}, "renderer": version}}  # fmt: skip

    found = changes(a_build(manifest=manifest("1")), a_build(manifest=manifest("2")))
    assert set(found) == {"code/package", "version/pandas", "renderer"}
    assert {change.kind for _, change in found.values()} == {"program"}


def test_a_picture_differs_by_its_bytes_and_is_told_by_its_words() -> None:
    old = a_build(pictures={"fig-i2": a_picture(), "fig-i3": a_picture()})
    new = a_build(pictures={"fig-i2": a_picture(b"another", "Another"), "fig-i3": a_picture()})
    tier, change = the_change(old, new)
    assert (tier, change.key) == (Tier.PICTURES, "pictures/fig-i2")
    assert (change.old, change.new) == ("A chart", "Another")
