"""Settings of a report: defaults, and what is said of every mistake."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.params import Disclosure, Params, read_params
from wres_report.inputs.params_schema import PARAMS_SCHEMA, TERMS
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

FILE = "params/RV9/2021.yaml"


@pytest.fixture
def read(tmp_path: Path):
    def read(text: str | bytes, year: int = 2021) -> Params:
        path = tmp_path / "params" / "RV9" / f"{year}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_params(Workspace(tmp_path.resolve()), TrustYear("RV9", year))

    return read


def test_a_name_is_enough(read):
    assert read("name: Example Trust\n") == Params(
        name="Example Trust",
        action_year="2021-22",
        national_year=2021,
        as_at=date(2021, 3, 31),
        kind="full",
        term="BME",
        unknown_label="Not stated",
        state="draft",
        published="",
        synthetic=False,
        confidence=0.95,
        disclosure=Disclosure(True, 5, 11, ""),
    )


def test_the_defaults_in_the_schema_are_those_that_are_used(read):
    params = read("name: A\n")
    for name, rule in PARAMS_SCHEMA["properties"].items():
        if "default" in rule:
            assert getattr(params, name) == rule["default"], name
    for name, rule in PARAMS_SCHEMA["properties"]["disclosure"]["properties"].items():
        assert getattr(params.disclosure, name) == rule["default"], name


def test_the_action_year_of_a_century_has_two_digits(read):
    assert read("name: A\n", 2099).action_year == "2099-00"
    assert read("name: A\n", 2008).action_year == "2008-09"


def test_every_setting_can_be_given(read):
    params = read(
        "name: A\nkind: full\nterm: BAME\nunknown_label: Unknown\naction_year: 2021-22\n"
        "state: published\npublished: July 2021\nsynthetic: true\nnational_year: 2020\n"
        "confidence: 0.9\ndisclosure: {enabled: false, minimum_count: 3, "
        "minimum_responses: 10, reason: printed already}\n"
    )
    assert params.national_year == 2020
    assert params.disclosure == Disclosure(False, 3, 10, "printed already")
    assert params.term_in_full == "Black, Asian and minority ethnic"


@pytest.mark.parametrize("term", TERMS)
def test_every_term_has_its_long_form(read, term):
    assert read(f"name: A\nterm: {term}\n").term_in_full == TERMS[term]


MISTAKES = {
    "no name": ("term: BME\n", "name", "Add the trust's full name"),
    "empty name": ("name: ''\n", "name", ""),
    "name that is a number": ("name: 5\n", "name", ""),
    "unknown setting": ("name: A\ncolour: red\n", "colour", "The settings are: name"),
    "unknown term": ("name: A\nterm: BEM\n", "term", "BME, BAME"),
    "unknown state": ("name: A\nstate: final\n", "state", "draft, approved, published"),
    "unknown kind": ("name: A\nkind: short\n", "kind", "full"),
    "action year in words": ("name: A\naction_year: last\n", "action_year", ""),
    "year as text": ("name: A\nnational_year: '2020'\n", "national_year", ""),
    "year before the standard": ("name: A\nnational_year: 2014\n", "national_year", ""),
    "confidence in percent": ("name: A\nconfidence: 95\n", "confidence", ""),
    "flag in words": ("name: A\nsynthetic: perhaps\n", "synthetic", ""),
    "disclosure as a flag": ("name: A\ndisclosure: false\n", "disclosure", ""),
    "minimum of nought": (
        "name: A\ndisclosure: {minimum_count: 0}\n",
        "disclosure.minimum_count",
        "",
    ),
    "off without a reason": ("name: A\ndisclosure: {enabled: false}\n", "disclosure", "reason:"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_file_and_its_setting(read, mistake):
    text, setting, action = MISTAKES[mistake]
    with pytest.raises(Fault) as caught:
        read(text)
    fault = caught.value
    assert fault.status is ExitStatus.USAGE
    assert fault.where.startswith(FILE)
    assert setting in f"{fault.what} {fault.where}"
    assert action in fault.action
    assert fault.action


@pytest.mark.parametrize(
    ("text", "near", "place"),
    [
        ("name: A\nunknown_lable: X\n", "unknown_label", "unknown_lable"),
        ("nmae: A\n", "name", "nmae"),
        ("name: A\nnational_yr: 2020\n", "national_year", "national_yr"),
        ("name: A\ndisclosure: {minimum_cont: 3}\n", "minimum_count", "disclosure.minimum_cont"),
    ],
)
def test_a_misspelt_setting_is_answered_with_the_nearest_one(read, text, near, place):
    with pytest.raises(Fault, match=f"Did you mean “{near}”") as caught:
        read(text)
    assert caught.value.where.startswith(f"{FILE}, row ")
    assert caught.value.where.endswith(f", {place}")
    assert caught.value.status == 2


def test_a_setting_far_from_all_others_is_not_guessed_at(read):
    with pytest.raises(Fault) as caught:
        read("name: A\nzzz: 1\n")
    assert "Did you mean" not in caught.value.action


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("name: A\nterm: [BME\n", "row 3"),
        ("name: A\n\tterm: BME\n", "row 2"),
        ("name: 'A\n", "row"),
        ("name: A\x07\n", ""),
    ],
)
def test_what_is_not_yaml_is_told_with_its_row(read, text, row):
    with pytest.raises(Fault, match="not valid YAML") as caught:
        read(text)
    assert caught.value.status == 2
    assert caught.value.where.startswith(FILE)
    assert row in caught.value.where


@pytest.mark.parametrize("text", ["# nothing yet\n", "- name\n", "just words\n"])
def test_a_file_without_settings_says_what_it_needs(read, text):
    with pytest.raises(Fault, match="no settings") as caught:
        read(text)
    assert "name:" in caught.value.action
    assert caught.value.where == FILE


def test_a_missing_or_unreadable_file_is_an_input_fault(tmp_path, read):
    with pytest.raises(Fault) as caught:
        read_params(Workspace(tmp_path.resolve()), TrustYear("RV9", 2021))
    assert caught.value.status == 15
    assert caught.value.where == FILE
    with pytest.raises(Fault, match="UTF-8"):
        read("name: Café\n".encode("latin-1"))


@pytest.mark.parametrize(
    ("term", "meaning"),
    [
        ("BME", "BME stands for Black and minority ethnic."),
        ("BAME", "BAME stands for Black, Asian and minority ethnic; the definitions of the "
                 "standard call the same group Black and minority ethnic (BME)."),
        ("global majority", "“Global majority” is this report's word for the group that the "
                            "definitions of the standard call Black and minority ethnic (BME)."),
    ],
)  # fmt: skip
def test_the_word_for_the_group_is_explained_beside_the_standards_own(read, term, meaning):
    assert read(f"name: Example\nterm: {term}\n").term_meaning == meaning


def test_a_day_may_be_written_as_yaml_reads_it(read):
    assert read("name: Example\nas_at: 2021-09-29\n").as_at == date(2021, 9, 29)


def test_a_day_that_does_not_exist_is_told(read):
    with pytest.raises(Fault) as caught:
        read('name: Example\nas_at: "2021-09-31"\n')
    assert caught.value.status is ExitStatus.USAGE
    assert "2021-09-31" in caught.value.what
    assert caught.value.where.endswith("as_at")


def test_a_date_that_yaml_knows_to_be_none_is_told_as_one(read):
    with pytest.raises(Fault, match="A date in this settings file does not exist") as caught:
        read("name: A\npublished: 2021-13-45\n")
    assert caught.value.status is ExitStatus.USAGE
