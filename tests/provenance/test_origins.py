"""What a card tells of a figure: its name, what it is made of, the columns it is read from."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import BUILT, REPOSITORY
from wres_report.indicators.formula import Formula
from wres_report.indicators.kinds import measure
from wres_report.indicators.year import Settings, YearData
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.measures.value import AS_PUBLISHED, Value
from wres_report.report.cards.model import Origin, Rows
from wres_report.report.cards.origins import Origins
from wres_report.report.cards.page import cards
from wres_report.report.cards.parts import columns_of
from wres_report.report.cards.titles import title_of
from wres_report.report.figures import Words, write_cards
from wres_report.standard import load_standard

STANDARD = load_standard()


def title(key: str) -> str:
    return title_of(key, STANDARD, "BAME", "Not stated")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("workforce.bme", "BAME staff in the workforce"),
        ("i1.bme_percent.previous", "BAME share of the workforce, last year"),
        ("i1.clinical_8a_bme_percent", "BAME share of band 8a, clinical"),
        ("i1.clinical_unknown", "Staff in the clinical staff group, not stated"),
        ("i1.cluster_8a_vsm_share", "Of all BAME staff, those in bands 8a to 9 and VSM"),
        ("i2.ratio", "Relative likelihood, White ÷ BAME"),
        ("i3.ratio.benchmark", "Relative likelihood, BAME ÷ White, benchmark"),
        ("i2.shortlisted_bme", "BAME shortlisted applicants"),
        ("i2.appointed_bme", "BAME shortlisted applicants who were appointed"),
        ("i5.gap.change", "Gap, BAME − White, change on last year"),
        ("i7.responses_white.y2018", "Responses of White staff, 2018 survey"),
        ("i9.voting_difference",
         "BAME share of voting board members − share of the workforce"),
        ("i9.executive_members", "All executive board members"),
    ],
)  # fmt: skip
def test_a_figure_has_a_name_that_a_reader_knows(key: str, expected: str) -> None:
    assert title(key) == expected


@pytest.mark.functional
@pytest.mark.parametrize("trust_year", BUILT)
def test_no_two_figures_of_an_indicator_have_one_name(built: Path, trust_year: str) -> None:
    results = json.loads((built / trust_year / "results.json").read_text(encoding="utf-8"))
    keys = [key for key in results["values"] | results["of_tables"] if not key.startswith("plan.")]
    names = {(key.split(".")[0], title(key)) for key in keys}
    # This year's survey has a key for its year besides its own.
    this_survey = {key for key in keys if key.endswith(f".y{results['year'] - 1}")}
    assert len(names) >= len(keys) - len(this_survey)
    assert not [name for _, name in names if "_" in name]


@cache
def measured(name: str) -> dict[str, Value]:
    """Every figure of a trust-year of the repository, with what it was made of."""
    workspace, trust_year = Workspace.open(REPOSITORY), TrustYear.parse(name)
    data = YearData(workspace, trust_year, Settings())
    found: dict[str, Value] = {}
    for indicator in data.standard.indicators:
        found |= measure(data, indicator.id).values
    return found


@pytest.mark.parametrize(
    ("key", "made"),
    [
        ("i2.ratio", ("÷", "i2.white_percent", "i2.bme_percent")),
        ("i3.ratio.previous", ("÷", "i3.bme_percent.previous", "i3.white_percent.previous")),
        ("i6.gap", ("−", "i6.bme_percent", "i6.white_percent")),
        ("i6.gap.previous", ("−", "i6.bme_percent.previous", "i6.white_percent.previous")),
        ("i6.gap.benchmark", ("−", "i6.bme_percent.benchmark", "i6.white_percent.benchmark")),
        ("i6.gap.change", ("−", "i6.gap", "i6.gap.previous")),
        ("i9.voting_difference", ("−", "i9.voting_bme_percent", "i1.bme_percent")),
        ("i9.voting_difference.previous",
         ("−", "i9.voting_bme_percent.previous", "i1.bme_percent.previous")),
        ("i2.ratio.benchmark", ()),
        ("i5.bme_percent", ()),
    ],
)  # fmt: skip
def test_a_figure_carries_the_two_others_that_it_was_made_of(
    key: str, made: tuple[str, ...]
) -> None:
    assert measured("ZZX/2021")[key].made == made


def test_a_score_carries_them_in_the_keys_of_its_part() -> None:
    made = measured("ZZX/2021/wdes")["m9.engagement_gap"].made
    assert made == ("−", "m9.engagement_disabled_score", "m9.engagement_non_disabled_score")


@pytest.mark.parametrize("name", ["ZZX/2021", "ZZX/2020", "RV9/2021", "R1L/2021", "ZZX/2021/wdes"])
def test_what_a_figure_carries_gives_the_figure(name: str) -> None:
    figures = {key: value for key, value in measured(name).items() if value.ok}
    checked = 0
    for key, value in figures.items():
        parts = [figures.get(part) for part in value.made[1:]]
        if not parts or None in parts:
            continue
        one, other = (part.number for part in parts if part is not None)
        made = one / other if value.made[0] == "÷" else one - other
        assert value.number == pytest.approx(made), key
        checked += 1
    assert checked > 3 or not any(value.made for value in figures.values())


def test_a_figure_as_it_was_published_is_made_of_no_others() -> None:
    published = [v for v in measured("R1L/2021").values() if v.note == AS_PUBLISHED]
    assert published
    assert not any(value.made for value in published)


def test_a_card_tells_no_formula_of_a_figure_that_is_not_shown() -> None:
    formula = Formula("−", ("a", "b"))
    assert formula.is_shown({"a", "b", "c"})
    assert not formula.is_shown({"a", "c"})
    assert not Formula().is_shown({"a"})


@pytest.mark.parametrize(
    ("key", "table", "columns"),
    [
        ("i5.bme_percent", "survey", ("percent", "responses")),
        ("i5.white_percent.benchmark.y2018", "survey", ("benchmark_percent",)),
        ("i5.responses_bme.previous", "survey", ("responses",)),
        ("i5.bme_percent.previous", "reported", ("value",)),
        ("i2.white_percent", "recruitment", ("white",)),
        ("i2.total_percent", "recruitment", ("white", "bme", "unknown")),
        ("i2.ratio", "recruitment", ("white", "bme")),
        ("i1.clinical_3_bme", "workforce", ("bme",)),
        ("i1.clinical_3_bme_percent", "workforce", ("white", "bme", "unknown")),
        ("workforce.unknown.previous", "workforce", ("unknown",)),
        ("workforce.total", "workforce", ("white", "bme", "unknown")),
        ("i9.voting_bme", "board", ("bme",)),
    ],
)
def test_a_figure_is_read_from_columns(key: str, table: str, columns: tuple[str, ...]) -> None:
    assert columns_of(STANDARD, key, f"data/ZZX/2021/{table}.csv") == columns


def test_a_card_keeps_a_text_of_the_data_a_text() -> None:
    origin = Origin(
        "facts.x", "<b>Title</b>", "5 & 6", citation='"quoted" <script>',
        rows=(Rows("data/a.csv", (4, 2, 3, 9), ("white",), "ab" * 32),),
    )  # fmt: skip
    text = cards([origin])
    assert "<script>" not in text
    assert "&lt;b&gt;Title&lt;/b&gt;" in text
    assert "5 &amp; 6" in text
    assert "rows 2 to 4, 9, column <code>white</code>" in text


def test_a_file_that_includes_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "fragments").mkdir()
    (tmp_path / "index.qmd").write_text("{{< include index.qmd >}}\n{{< include gone.md >}}\n")
    origins = Origins(None, {}, {}, None, {}, {})  # type: ignore[arg-type]
    write_cards(tmp_path, origins, Words({}, lambda _: False))
    assert 'id="figures"' in (tmp_path / "fragments/figures.md").read_text(encoding="utf-8")
