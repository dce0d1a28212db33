"""Documents on the disability standard are read with names exchanged, and told in its own words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Command
from wres_report.claims.another import Another, another
from wres_report.claims.claim import Fault, Finding, Verdict
from wres_report.claims.engine import Read
from wres_report.claims.figures import Figures, read_results
from wres_report.claims.standard_now import seen_as, seen_now
from wres_report.claims.topics import topics_in
from wres_report.documents.passages import Passage
from wres_report.documents.reading import read_document
from wres_report.standard import load_standard

SENTENCES = (Path(__file__).with_name("another_standard.txt")).read_text(encoding="utf-8")
FOUND_AT_LEAST = 0.75


@pytest.fixture(scope="session")
def wdes() -> Another:
    known = another(load_standard("wdes"))
    assert known is not None
    return known


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory, wres: Command) -> Path:
    out = tmp_path_factory.mktemp("outputs")
    done = wres(
        "build", "ZZX/2021/wdes", "--to", "html,docx", "--renderer", "embedded", "--out", str(out),
        folder=REPOSITORY,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return out / "ZZX/2021/wdes"


@pytest.fixture(scope="module")
def figures(results: Path, wdes: Another) -> Figures:
    return wdes.figures(read_results(results / "results.json"), [])


def read_one(wdes: Another, figures: Figures, text: str) -> Read:
    (read,) = wdes.read([Passage(text, 1)], figures, "Disabled")
    return read


def told(sign: str) -> list[str]:
    return [line[2:] for line in SENTENCES.splitlines() if line.startswith(f"{sign} ")]


def accusing(read: Read) -> list[Finding]:
    return [found for found in read.findings if found.verdict is Verdict.CONTRADICTS]


def test_what_is_right_or_of_something_else_is_never_accused(
    wdes: Another, figures: Figures
) -> None:
    for sentence in (*told("+"), *told("=")):
        assert not accusing(read_one(wdes, figures, sentence)), sentence


def test_most_of_what_is_right_is_told_and_most_of_what_is_wrong_is_found(
    wdes: Another, figures: Figures
) -> None:
    agreed = [bool(read_one(wdes, figures, text).findings) for text in told("+")]
    found = [bool(accusing(read_one(wdes, figures, text))) for text in told("-")]
    assert sum(agreed) >= FOUND_AT_LEAST * len(agreed)
    assert sum(found) >= FOUND_AT_LEAST * len(found)


@pytest.mark.parametrize("file", ["index.html", "report.docx"])
def test_a_report_that_the_program_wrote_contradicts_nothing(
    file: str, results: Path, wdes: Another, figures: Figures
) -> None:
    passages = read_document(results / file).passages
    reads = list(wdes.read(passages, figures, "Disabled"))
    assert not [found for read in reads for found in accusing(read)]
    assert sum(len(read.findings) for read in reads) > 300


def test_a_finding_is_told_in_the_words_of_the_standard_at_its_own_place(
    wdes: Another, figures: Figures
) -> None:
    text = "Of those with a disability, 25.6% of staff with a disability were abused by patients."
    (found,) = accusing(read_one(wdes, figures, text))
    assert (found.label, found.fault) == ("4a patients", Fault.SWAPPED_GROUPS)
    assert text[found.start :].startswith("25.6%")
    assert (found.found, found.expected) == ("25.6%", "32.3%")
    assert found.why == "It is the figure of non-disabled staff."
    assert found.passage.text == text


def verdicts(read: Read) -> list[tuple[str, Verdict, Fault | None]]:
    return [(found.found, found.verdict, found.fault) for found in read.findings]


def test_a_score_is_held_against_the_score_of_its_group(wdes: Another, figures: Figures) -> None:
    right = "The engagement score of Disabled staff was 6.7 out of 10, and 7.2 for non-disabled."
    assert verdicts(read_one(wdes, figures, right)) == [
        ("6.7 out of 10", Verdict.AGREES, None), ("7.2", Verdict.AGREES, None),
    ]  # fmt: skip
    wrong = "The engagement score of Disabled staff was 6.9."
    (found,) = accusing(read_one(wdes, figures, wrong))
    assert (found.fault, found.expected, found.label) == (Fault.WRONG_VALUE, "6.7", "9a")
    swapped = "The engagement score of Disabled staff was 7.2, against 6.7 for non-disabled staff."
    faults = [found.fault for found in accusing(read_one(wdes, figures, swapped))]
    assert faults == [Fault.SWAPPED_GROUPS] * 2


def test_a_difference_of_scores_is_told_without_a_unit_and_by_who_is_higher(
    wdes: Another, figures: Figures
) -> None:
    text = "The engagement score of Disabled staff is 0.5 higher than that of non-disabled staff."
    by, way = read_one(wdes, figures, text).findings
    assert (by.verdict, way.verdict) == (Verdict.AGREES, Verdict.CONTRADICTS)
    assert way.fault is Fault.WRONG_DIRECTION
    assert by.expected == way.expected == "\N{MINUS SIGN}0.5"
    assert way.why.startswith("non-disabled people have the higher score")


def test_a_difference_of_scores_has_points_and_no_percentage_points(
    wdes: Another, figures: Figures
) -> None:
    text = "The engagement score of Disabled staff is 0.5{} lower than that of non-disabled staff."
    (right, *_) = read_one(wdes, figures, text.format(" points")).findings
    assert right.verdict is Verdict.AGREES
    for unit in (" percentage points", "pp"):
        (wrong,) = accusing(read_one(wdes, figures, text.format(unit)))
        assert (wrong.fault, wrong.expected) == (Fault.PP_FOR_PERCENT, "0.5")


@pytest.mark.parametrize(
    "text",
    [
        "The engagement score was 9.9.",
        "The engagement of Disabled staff is at 62%.",
        "Nationally the engagement score of Disabled staff was 6.4.",
        "Nationally, 35.0% of Disabled staff are satisfied with how their work is valued.",
    ],
)
def test_what_the_data_has_no_figure_of_is_left_with_the_reason(
    text: str, wdes: Another, figures: Figures
) -> None:
    read = read_one(wdes, figures, text)
    assert not read.findings
    assert [why for _, why in read.left] == ["The data of the trust-year has no such figure."]


def test_engagement_that_is_no_score_is_left_with_the_reason(
    wdes: Another, figures: Figures
) -> None:
    for text in (
        "62% of Disabled staff took part in our engagement events.",
        "Engagement with Disabled staff rose to 7.4 meetings a month.",
        "Community engagement reached 62% of Disabled people.",
    ):
        read = read_one(wdes, figures, text)
        assert not read.findings
        reasons = {why for _, why in read.left}
        assert reasons == {"It is of engagement other than the score of the survey."}


def test_the_figure_of_one_group_alone_is_held_against_its_metric(
    wdes: Another, figures: Figures
) -> None:
    right, wrong = (f"{n}% of Disabled staff say that adequate adjustments have been made."
                    for n in ("73.2", "78.2"))  # fmt: skip
    (found,) = read_one(wdes, figures, right).findings
    assert (found.verdict, found.label) == (Verdict.AGREES, "8")
    (found,) = accusing(read_one(wdes, figures, wrong))
    assert (found.fault, found.expected, found.label) == (Fault.WRONG_VALUE, "73.2%", "8")


def test_a_number_and_its_subject_that_differ_are_told_by_the_metrics_own_numbers(
    wdes: Another, figures: Figures
) -> None:
    (found,) = accusing(read_one(wdes, figures, "Metric 10: entry into the capability process."))
    assert (found.found, found.expected) == ("metric 10", "metric 3")
    assert found.fault is Fault.MISLABELLED


def test_a_number_that_stands_for_several_parts_names_none(wdes: Another) -> None:
    exchanged = wdes.exchanged
    assert exchanged("Metric 4: 12%").text == "the metric: 12%"
    assert exchanged("Metric 4b: 12%").text == f"k{wdes.places['m4-reported']}: 12%"
    assert exchanged("Metrics 4 to 8 are asked").text == "the metric are asked"
    assert exchanged("metric 10").text == "k9"


def test_groups_of_the_other_standard_are_no_groups_here(wdes: Another, figures: Figures) -> None:
    assert wdes.exchanged("White and non-disabled staff").text == "disabled and White staff"
    read = read_one(wdes, figures, "White staff are 80.3% of the workforce.")
    assert read.left == [("80.3%", "It is of BME or White staff, whom another standard is about.")]


def test_places_of_an_exchanged_text_lead_back_to_the_text_itself(wdes: Another) -> None:
    text = "In metric 4a patients the 5% of staff with long-term conditions and non-disabled 7%"
    exchanged = wdes.exchanged(text)
    for number in ("5%", "7%"):
        assert exchanged.before(exchanged.text.index(number)) == text.index(number)


def test_figures_have_the_keys_that_the_grammar_knows(wdes: Another, figures: Figures) -> None:
    patients = wdes.places["m4-patients"]
    assert figures.get(f"i{patients}.bme_percent").value == 32.3
    assert figures.get("i9.voting_white").value == 10
    assert figures.get("workforce.bme").value == 306
    scored = wdes.places["m9-engagement"]
    assert figures.get(f"i{scored}.bme_score").value == 6.7
    assert "m9-voices" not in wdes.places
    assert figures.get("i1.senior_bme_percent").status == "not_supplied"  # it is of other bands


def test_what_was_read_of_one_standard_leaves_no_trace_in_the_next(
    wdes: Another, figures: Figures
) -> None:
    text = "31.1% of BME staff felt pressure to come to work."
    read_one(wdes, figures, text)
    assert seen_now() is None
    assert {topic.indicator for topic in topics_in(text)} == {1}
    with seen_as(wdes.seen):
        assert wdes.places["m6"] in {topic.indicator for topic in topics_in(text)}


def test_the_home_standard_needs_no_exchange() -> None:
    assert another(load_standard()) is None


def test_the_command_and_its_page_speak_of_metrics(
    tmp_path: Path, results: Path, wres: Command
) -> None:
    document = tmp_path / "ours.md"
    document.write_text(
        "# Report\n\n| Metric | Non-disabled | Disabled |\n| --- | --- | --- |\n"
        "| 4b | 46.5% | 47.9% |\n| 6 | 31.1% | 21.8% |\n\nThe engagement score is 9.9.\n",
        encoding="utf-8",
    )
    page = tmp_path / "page.html"
    audit = ("audit", str(document), "--against", "ZZX/2021/wdes", "--out", str(results.parents[2]))
    result = wres(*audit, "--html", str(page), folder=REPOSITORY)
    assert result.returncode == 13, result.stderr
    assert "contradicts (swapped groups), metric 6" in result.stdout
    text = page.read_text(encoding="utf-8")
    assert "Workforce Disability Equality Standard" in text
    assert 'data-head="Metric"' in text
    found = json.loads(wres(*audit, "--json", folder=REPOSITORY).stdout)
    assert [f["indicator"] for f in found["findings"]] == ["4b", "4b", 6, 6]
    # A score of all staff is none of the two that the data has.
    assert found["coverage"]["not_judged"][0]["why"] == (
        "The data of the trust-year has no such figure."
    )
