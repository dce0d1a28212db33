"""What an indicator's notebook finds out, and how it hands it to the build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wres_report.indicators.formula import LESS
from wres_report.indicators.year import YearData
from wres_report.marks import marked, unmarked
from wres_report.measures.codec import values_as_json
from wres_report.measures.gaps import change
from wres_report.measures.value import PARITY, Status, Value
from wres_report.measures.verdicts import Verdict
from wres_report.mime import MADE
from wres_report.standard import Indicator
from wres_report.words import capitalised

BEFORE = ".previous"


@dataclass
class Result:
    """The outcome of one indicator.

    values: by results key. words: computed words by key, such as ``i2.verdict``. told: the
    sentences of the finding, in which the figures are marked (``wres_report.marks``). series: for
    a chart, yearly figures by group.
    """

    data: YearData
    indicator: Indicator
    values: dict[str, Value]
    verdict: Verdict
    words: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    series: dict[str, dict[int, Value]] = field(default_factory=dict)
    layout: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.values = {key: value.named(key) for key, value in self.values.items()}

    def __getitem__(self, key: str) -> Value:
        """A figure by its key without the indicator's own prefix: ``result["ratio"]``."""
        return self.values[self.indicator.key(key)]

    def get(self, key: str) -> Value | None:
        return self.values.get(self.indicator.key(key))

    def said(self, name: str) -> str:
        """What the standard says of the indicator, with the groups as the report calls them."""
        groups = self.data.standard.groups
        return self.indicator.words[name].format(term=self.data.term, other=groups.word)

    @property
    def headline(self) -> Value:
        return self.values[self.indicator.headline_key]

    @property
    def previous(self) -> Value | None:
        return self.values.get(f"{self.indicator.headline_key}.previous")

    @property
    def supplied(self) -> bool:
        """Whether there is anything to show at all, or to say that it is hidden."""
        return any(value.ok or value.status is Status.SUPPRESSED for value in self.values.values())

    @property
    def sentences(self) -> list[str]:
        """What is told, each sentence with its capital, whatever the word for the group is."""
        return [capitalised(sentence) for sentence in self.told]

    @property
    def finding(self) -> list[str]:
        """The sentences of the finding as they are read."""
        return [unmarked(sentence) for sentence in self.sentences]

    @property
    def not_supplied(self) -> str:
        """The sentence that stands alone where there is no figure."""
        standard = self.data.standard
        noun = standard.row_noun if self.indicator.part else standard.noun
        return f"The trust did not supply the figures for this {noun}."

    def interval(self, value: Value, beside: float | None = None) -> str:
        """“ (95% interval 0.43 to 0.95)” to stand behind a figure; nothing where it has none.

        It is marked as that of the figure. beside: what it is held against, where that is not
        parity; no end that is another number is written as it is.
        """
        if not value.has_interval:
            return ""
        level = PARITY.get(value.unit) if beside is None else beside
        ends = marked(value.interval_beside(level), value.key)
        return f" ({self.data.settings.level} interval {ends})"

    def payload(self) -> dict[str, Any]:
        """The handover as JSON: the indicator, its values and its words."""
        return {
            "indicator": self.indicator.id,
            "values": values_as_json(self.values),
            "verdict": {
                "code": self.verdict.code,
                "shape": self.verdict.shape,
                "words": self.verdict.words(self.data.term),
                "adverse": self.verdict.adverse,
            },
            "words": dict(sorted(self.words.items())),
            "finding": self.finding,
            MADE: made_of(self.values),
        }


def made_of(values: Mapping[str, Value]) -> dict[str, list[str]]:
    """Of the figures that were made of two others, the sign and the keys of both, by key."""
    return {key: list(value.made) for key, value in sorted(values.items()) if value.made}


def signed(change: Value) -> str:
    """A change as it is read: a rise has its sign as a fall has."""
    plus = change.ok and change.number > 0 and not change.display.startswith("+")
    return ("+" if plus else "") + change.shown


def published_last_year(data: YearData, key: str) -> Value | None:
    """Last year's figure as it was published: by this year's table, otherwise by last year's."""
    found = data.published.of_key(key, data.year - 1)
    if found is None and data.previous is not None:
        return data.previous.published.of_key(key, data.year - 1)
    return found


def with_previous(values: dict[str, Value], key: str, previous: Value | None) -> None:
    """Add ``<key>.previous`` and ``<key>.change`` where last year's figure is known."""
    if previous is None or not previous.ok:
        return
    before = f"{key}.previous"
    values[before] = _of_before(previous)
    values[f"{key}.change"] = change(values[key], previous).made_of(LESS, key, before)


def _of_before(value: Value) -> Value:
    """Last year's figure, made of last year's."""
    if not value.made or value.made[1].endswith(BEFORE):
        return value
    sign, one, other = value.made
    return value.made_of(sign, one + BEFORE, other + BEFORE)
