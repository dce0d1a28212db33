"""Runs the audit over sample sentences, one at a time, and counts hits, misses and false alarms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.claims.samples import Sample
from wres_report.claims.audit import audit
from wres_report.claims.claim import Finding, Verdict
from wres_report.claims.figures import Figures
from wres_report.documents.lines import read_lines
from wres_report.documents.passages import Collector, Document


@dataclass
class Score:
    """planted: sentences with a fault. found: of these, those accused where the fault is.

    named: of these, by the right kind. right: faultless sentences. false: contradictions told of
    faultless words, in either.
    """

    planted: int = 0
    found: int = 0
    named: int = 0
    right: int = 0
    false: int = 0
    missed: list[Sample] = field(default_factory=list)
    alarms: list[tuple[Sample, Finding]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.false) if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 0.0


def contradictions(sample: Sample, figures: Figures) -> list[Finding]:
    """What the audit contradicts in a document that is one heading and one sentence."""
    collector = Collector()
    lines = [line for line in (sample.heading, "", sample.text) if line or not sample.heading]
    read_lines(list(enumerate(lines, 1)), collector)
    document = Document("sample.md", "line", tuple(collector.passages))
    return [f for f in audit(document, figures) if f.verdict is Verdict.CONTRADICTS]


def score(samples: Iterable[Sample], figures: Figures) -> Score:
    total = Score()
    for sample in samples:
        told = contradictions(sample, figures)
        if not sample.fault:
            total.right += 1
            total.false += len(told)
            total.alarms += [(sample, finding) for finding in told]
            continue
        total.planted += 1
        hits = [f for f in told if is_hit(sample, f)]
        others = [f for f in told if not is_hit(sample, f)]
        total.false += len(others)
        total.alarms += [(sample, finding) for finding in others]
        total.found += bool(hits)
        total.named += any(str(f.fault) == sample.fault for f in hits)
        if not hits:
            total.missed.append(sample)
    return total


def is_hit(sample: Sample, finding: Finding) -> bool:
    """Whether a finding accuses what was planted.

    Where groups are swapped or a sum is broken either end of it may be told.
    """
    if sample.fault in ("swapped_groups", "wrong_sum") or not sample.planted:
        return True
    return sample.planted.rstrip("%") in finding.found
