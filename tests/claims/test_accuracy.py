"""Planted faults are found, and right sentences are not accused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.accuracy import accuracy_page
from tests.claims.accuracy_told import WRITTEN
from tests.claims.others import tally
from tests.claims.samples import Sample
from tests.claims.scoring import Score, contradictions, score
from tests.claims.sentences import generate
from wres_report.claims.claim import Fault
from wres_report.claims.figures import Figures

EXAMPLES = Path(__file__).with_name("examples.txt")
LEAST_PRECISION, LEAST_RECALL = 0.99, 0.93
LEAST_OF_EACH_KIND = 0.70


@pytest.fixture(scope="module")
def samples(invented: Figures) -> list[Sample]:
    return generate(invented)


@pytest.fixture(scope="module")
def total(samples: list[Sample], invented: Figures) -> Score:
    return score(samples, invented)


def test_there_are_enough_sentences_of_every_kind(samples: list[Sample]) -> None:
    planted = [sample for sample in samples if sample.fault]
    assert len(planted) >= 300
    assert len(samples) - len(planted) >= len(planted)
    assert {sample.fault for sample in planted} == {str(fault) for fault in Fault}


def test_hardly_any_right_word_is_accused(total: Score) -> None:
    told = [(sample.text, finding.found, finding.why) for sample, finding in total.alarms]
    assert total.precision >= LEAST_PRECISION, told


def test_most_faults_are_found(total: Score) -> None:
    assert total.recall >= LEAST_RECALL, [sample.text for sample in total.missed]


@pytest.mark.parametrize("fault", Fault)
def test_most_faults_of_each_kind_are_found_and_named(
    fault: Fault, samples: list[Sample], invented: Figures
) -> None:
    seen = [s for s in samples if s.fault == fault and not s.held_out]
    of_kind = score(seen, invented)
    assert of_kind.named / of_kind.planted >= LEAST_OF_EACH_KIND, [s.text for s in of_kind.missed]


def test_no_right_sentence_that_was_held_out_is_accused(
    samples: list[Sample], invented: Figures
) -> None:
    held_out = score((s for s in samples if s.held_out), invented)
    assert held_out.planted >= 50
    assert held_out.precision >= LEAST_PRECISION


@pytest.mark.parametrize("line", EXAMPLES.read_text(encoding="utf-8").splitlines())
def test_an_example_has_the_fault_that_stands_before_it(line: str, invented: Figures) -> None:
    fault, _, rest = line.partition("|")
    heading, _, text = rest.rpartition(" ⏎ ")
    found = {str(f.fault) for f in contradictions(Sample(text, 0, heading=heading), invented)}
    assert found == ({fault} - {"none"})


def test_the_page_in_docs_is_what_the_sentences_give(
    samples: list[Sample], invented: Figures, humber: Figures, repository: Path,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    known = {"RV9/2021": humber, "ZZX/2021": invented}
    page = accuracy_page(samples, invented, {one.file: tally(known, one.file) for one in WRITTEN})
    path = repository / "docs" / "reference" / "audit-accuracy.md"
    if request.config.getoption("--write-docs"):
        path.write_text(page, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page, "run: nox -s docs"


def test_the_page_has_each_file_of_sentences_by_another_author() -> None:
    assert {one.file for one in WRITTEN} == set(EXAMPLES.parent.glob("*.jsonl"))
