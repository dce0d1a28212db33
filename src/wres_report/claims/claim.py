"""A claim: what one part of a sentence says about one figure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from wres_report.claims.numbers import Number
from wres_report.claims.vocabulary import THIS, When
from wres_report.documents.passages import Passage


class Kind(StrEnum):
    """What is claimed."""

    VALUE = "value"  # a figure of the trust
    BENCHMARK = "benchmark"  # a figure to compare with
    CHANGE = "change"  # a difference between two years
    GAP = "gap"  # a difference between two groups
    FROM_BENCHMARK = "from_benchmark"  # a difference from the benchmark
    LIKELIHOOD = "likelihood"  # which group is the more likely
    MOVEMENT = "movement"  # rose, fell, improved, worsened
    COMPARISON = "comparison"  # above, below, better, worse than the benchmark
    TREND = "trend"  # a movement over several years
    MAJORITY = "majority"
    STANDARD = "standard"  # the words of another standard
    LABEL = "label"  # the number of an indicator beside its subject


@dataclass(frozen=True)
class Claim:
    """One claim.

    key: the results key it is about. sure: whether the sentence itself ties number, group and
    year together. flipped: for a ratio, whether the sentence puts the groups the other way
    round than the standard; None where it does not say. factor: ``more`` or ``less`` where a
    ratio is told as “1.4 times more likely”. direction: ``up``, ``down``, ``better``,
    ``worse``, ``same``, or for a likelihood the group that is the more likely. offset: where the
    clause of the number starts in its passage. moved: the two figures that a movement is told with.
    """

    kind: Kind
    passage: Passage
    indicator: int
    key: str = ""
    number: Number | None = None
    when: When = THIS
    group: str = ""
    sure: bool = True
    labelled: bool = False
    flipped: bool | None = None
    factor: str = ""
    direction: str = ""
    other_keys: tuple[str, ...] = ()
    national: bool = False
    said: str = ""
    since: int = 0
    steady: bool = False
    moved: tuple[float, float] | None = None
    offset: int = 0


class Verdict(StrEnum):
    AGREES = "agrees"
    CONTRADICTS = "contradicts"
    CANNOT_TELL = "cannot_tell"


class Fault(StrEnum):
    """The kinds of fault, by their names in the contract."""

    INVERTED_RATIO = "inverted_ratio"
    WRONG_BENCHMARK = "wrong_benchmark"
    LAST_YEARS_FIGURE = "last_years_figure"
    PP_FOR_PERCENT = "pp_for_percent"
    PERCENT_ON_RATIO = "percent_on_ratio"
    ROW_FOR_COLUMN = "row_for_column_percentage"
    FALSE_TREND = "false_trend"
    SWAPPED_GROUPS = "swapped_groups"
    WRONG_SUM = "wrong_sum"
    ROUNDING = "rounding"
    WRONG_STANDARD = "wrong_standard"
    MISLABELLED = "mislabelled_indicator"
    WRONG_VALUE = "wrong_value"
    WRONG_DIRECTION = "wrong_direction"

    @property
    def words(self) -> str:
        """The kind of fault as people say it."""
        return FAULT_WORDS.get(self.value, self.value.replace("_", " "))


FAULT_WORDS = {
    "last_years_figure": "last year’s figure",
    "pp_for_percent": "% for percentage points",
    "percent_on_ratio": "% on a ratio",
    "row_for_column_percentage": "row for column percentage",
}


@dataclass(frozen=True)
class Finding:
    """A claim with its verdict.

    found, expected: as printed. why: one or two sentences. start: where the number stands in the
    passage. label: how people number the indicator where that is not its number here.
    """

    passage: Passage
    indicator: int
    verdict: Verdict
    found: str
    expected: str
    why: str
    fault: Fault | None = None
    start: int = field(default=0, compare=False)
    label: str = ""

    @property
    def numbered(self) -> str:
        """How people number the indicator; empty where there is none."""
        return self.label or (str(self.indicator) if self.indicator else "")

    def as_dict(self, place_word: str) -> dict[str, object]:
        """As in ``--json``; a place that is no page is a line."""
        place = "page" if place_word == "page" else "line"
        return {
            "text": self.passage.text,
            place: self.passage.place,
            "indicator": int(number) if (number := self.numbered).isdigit() else number or None,
            "verdict": str(self.verdict),
            "fault": str(self.fault) if self.fault else None,
            "found": self.found,
            "expected": self.expected,
            "why": self.why,
        }
