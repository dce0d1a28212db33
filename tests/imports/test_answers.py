"""What a pay scale, a staff group, an ethnicity and a day stand for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wres_report.faults import Fault
from wres_report.imports.answers import Answers, parse_values
from wres_report.imports.dates import day_of, month_first
from wres_report.imports.lookups import FOLDER, load_lookups
from wres_report.imports.meanings import plain
from wres_report.imports.showing import NOT_SHOWN, shown
from wres_report.standard import load_standard

ANSWERS = Answers(load_lookups(), load_standard(), {})


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("NHS|XR05|Review Body Band 5", "5"), ("XR05", "5"), ("Band 5", "5"), ("5", "5"),
        ("AfC Band 5", "5"), ("Band 8A", "8a"), ("8b", "8b"), ("Band 8c", "8c"),
        ("Review Body Band 8 - Range D", "8d"), ("Non Review Body Band 2", "2"),
        ("NHS|XR08|Review Body Band 8 - Range A", "8a"), ("Apprentice/Band 1", "1"),
        ("Apprentice", "under_1"), ("< Band 1", "under_1"), ("VSM", "vsm"),
        ("Very Senior Manager", "vsm"), ("YM72|Consultant", "consultant"), ("YM72|1", "consultant"),
        ("Consultant", "consultant"), ("Specialty Doctor", "career_grade"),
        ("Foundation Year 2", "trainee"), ("ST3", "trainee"), ("Medical", "medical"),
    ],
)  # fmt: skip
def test_a_pay_scale_is_known_however_it_is_written(text: str, band: str) -> None:
    assert ANSWERS.pay(text).meaning == band


@pytest.mark.parametrize("text", ["", "Spot salary", "10", "0", "8", "8e", "Band 55", "Band 8"])
def test_a_pay_scale_that_no_table_has_is_not_guessed(text: str) -> None:
    assert ANSWERS.pay(text).meaning == ""


def test_a_pay_scale_whose_code_and_words_differ_names_both() -> None:
    answer = ANSWERS.pay("NHS|XR05|Review Body Band 6")
    assert (answer.meaning, answer.proposal) == ("", "5 or 6")


def test_a_pay_scale_that_holds_a_band_is_proposed_and_not_taken() -> None:
    answer = ANSWERS.pay("Local scale near Band 6")
    assert (answer.meaning, answer.proposal) == ("", "6")


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("A", "white"), ("C", "white"), ("CY", "white"), ("D", "bme"), ("LK", "bme"), ("S", "bme"),
        ("Z", "unknown"), ("99", "unknown"), ("", "unknown"), ("A White - British", "white"),
        ("CX Mixed White", "white"), ("D - Mixed - White & Black Caribbean", "bme"),
        ("White: Gypsy or Irish Traveller", "white"), ("Asian/Asian British - Chinese", "bme"),
        ("Other ethnic group - Arab", "bme"), ("Prefer not to say", "unknown"),
        ("I do not wish to disclose my ethnic origin", "unknown"), ("WHITE - BRITISH", "white"),
        ("White – British", "white"), ("BME", "bme"), ("Unspecified", "unknown"),
    ],
)  # fmt: skip
def test_an_ethnicity_is_known_by_its_code_or_its_label(text: str, group: str) -> None:
    assert ANSWERS.group(text).meaning == group


@pytest.mark.parametrize("text", ["NA", "na", "NK", "NS", "DK"])
def test_a_value_that_is_a_code_or_missing_is_asked_with_both_readings(text: str) -> None:
    answer = ANSWERS.group(text)
    assert answer.meaning == ""
    assert "code" in answer.proposal
    assert "unknown" in answer.proposal


@pytest.mark.parametrize("text", ["A Mixed - White and Asian", "H White - British", "Q", "I"])
def test_an_ethnicity_that_contradicts_itself_or_is_no_code_is_not_guessed(text: str) -> None:
    assert ANSWERS.group(text).meaning == ""


@pytest.mark.parametrize("row", (FOLDER / "ethnicities.csv").read_text().splitlines()[1:])
def test_every_label_of_the_table_is_in_plain_words_and_has_a_group(row: str) -> None:
    text, code = row.split(",")[1:3]
    assert text == plain(text)
    assert load_standard().codes.get(code, code) in ("white", "bme", "unknown")


def test_every_label_of_the_standard_is_in_its_own_group() -> None:
    path = Path(load_standard.__globals__["FOLDER"]) / "wres" / "ethnicity.csv"
    for line in path.read_text().splitlines()[1:]:
        code, label, group = line.split(",")
        assert ANSWERS.group(label).meaning == group
        assert ANSWERS.group(f"{code} {label}").meaning == group


def test_what_a_person_decides_comes_before_the_tables() -> None:
    told = parse_values(("Spot Salary=vsm", "(empty)=unknown", "Band 5=6"), load_standard())
    answers = Answers(load_lookups(), load_standard(), told)
    assert answers.pay("spot  salary").meaning == "vsm"
    assert answers.pay("Band 5").meaning == "6"
    assert answers.group("").meaning == "unknown"


@pytest.mark.parametrize("pair", ["Spot Salary", "Spot Salary=band 12", "=vsm"])
def test_a_decision_that_decides_nothing_is_refused(pair: str) -> None:
    with pytest.raises(Fault, match="does not say"):
        parse_values((pair,), load_standard())


def test_a_workspace_adds_to_the_tables_and_comes_first(tmp_path: Path) -> None:
    own = tmp_path / "lookups"
    own.mkdir()
    (own / "pay_scales.csv").write_text("text,band\nZZ99,8c\nXR05,6\n", encoding="utf-8")
    answers = Answers(load_lookups(tmp_path), load_standard(), {})
    assert answers.pay("ZZ99").meaning == "8c"
    assert answers.pay("XR05").meaning == "6"


def test_a_table_of_a_workspace_without_its_column_is_told(tmp_path: Path) -> None:
    (tmp_path / "lookups").mkdir()
    (tmp_path / "lookups" / "pay_scales.csv").write_text("text,grade\nZZ99,8c\n", encoding="utf-8")
    with pytest.raises(Fault, match="“band” is missing"):
        load_lookups(tmp_path)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/03/2025", date(2025, 3, 31)), ("2025-03-31", date(2025, 3, 31)),
        ("2025-03-31 00:00:00", date(2025, 3, 31)), ("31-Mar-2025", date(2025, 3, 31)),
        ("31 March 2025", date(2025, 3, 31)), ("31-MAR-25", date(2025, 3, 31)),
        ("31-Mar-99", date(1999, 3, 31)), ("45747", date(2025, 3, 31)), ("31/02/2025", None),
        ("soon", None), ("20250331", date(2025, 3, 31)),
    ],
)  # fmt: skip
def test_a_day_is_read_as_exports_write_it(text: str, day: date | None) -> None:
    assert day_of(text) == day


def test_a_column_has_one_order_of_day_and_month() -> None:
    assert month_first(["03/04/2025", "12/25/2019"]) is True
    assert month_first(["03/04/2025", "25/12/2019"]) is False
    assert month_first(["25/12/2019", "12/25/2019"]) is None


@pytest.mark.parametrize("text", ["20012345", "x@example", "05/11/1980", "long " * 20])
def test_what_may_name_a_person_is_not_shown(text: str) -> None:
    assert shown(text) == NOT_SHOWN
