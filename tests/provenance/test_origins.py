"""What a card tells of a figure: its name, what it is made of, the columns it is read from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import BUILT
from wres_report.indicators.formula import Formula
from wres_report.measures.value import Unit, Value
from wres_report.provenance.model import Origin, Rows
from wres_report.provenance.origins import Origins
from wres_report.provenance.page import cards
from wres_report.provenance.parts import columns_of, formula_of
from wres_report.provenance.titles import title_of
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


@pytest.mark.parametrize(
    ("key", "sign", "parts"),
    [
        ("i2.ratio", "÷", ("i2.white_percent", "i2.bme_percent")),
        ("i3.ratio.previous", "÷", ("i3.bme_percent.previous", "i3.white_percent.previous")),
        ("i6.gap", "−", ("i6.bme_percent", "i6.white_percent")),
        ("i6.gap.benchmark", "−", ("i6.bme_percent.benchmark", "i6.white_percent.benchmark")),
        ("i6.gap.change", "−", ("i6.gap", "i6.gap.previous")),
        ("i9.voting_difference", "−", ("i9.voting_bme_percent", "i1.bme_percent")),
        ("i2.ratio.benchmark", "", ()),
        ("i5.bme_percent", "", ()),
    ],
)
def test_a_figure_is_made_of_two_others_or_of_none(
    key: str, sign: str, parts: tuple[str, ...]
) -> None:
    assert formula_of(key, STANDARD) == Formula(sign, parts)


@pytest.mark.parametrize(
    ("formula", "number", "gives"),
    [
        (Formula("÷", ("a", "b")), 1.5, True),
        (Formula("−", ("a", "b")), 1.0, True),
        (Formula("÷", ("a", "b")), 1.4, False),  # as another source has it
        (Formula("−", ("a", "c")), 3.0, False),  # a figure that is not shown
        (Formula("÷", ("a", "nought")), 0.0, False),
        (Formula(), 3.0, False),
    ],
)
def test_a_card_tells_only_a_formula_that_gives_its_figure(
    formula: Formula, number: float, gives: bool
) -> None:
    shown = {
        "a": Value(3.0, Unit.PERCENT),
        "b": Value(2.0, Unit.PERCENT),
        "nought": Value(0.0, Unit.PERCENT),
    }
    assert formula.gives(Value(number, Unit.RATIO), shown) is gives


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
    origins = Origins(None, {}, {}, None, {})  # type: ignore[arg-type]
    write_cards(tmp_path, origins, Words({}, lambda _: False))
    assert 'id="figures"' in (tmp_path / "fragments/figures.md").read_text(encoding="utf-8")
