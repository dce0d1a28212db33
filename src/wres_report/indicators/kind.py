"""What a kind of indicator is asked: of its published figures, its cards, its row, its plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from wres_report.markdown import escape
from wres_report.measures.value import Unit, Value
from wres_report.standard import Groups, Indicator, Key, Parts, Standard
from wres_report.standard.key import PERCENT

if TYPE_CHECKING:
    from wres_report.charts.rows import RowsChart
    from wres_report.indicators.result import Result
    from wres_report.indicators.year import YearData

NONE = "–"


@dataclass(frozen=True)
class Published:
    """One kind of figure of one indicator, as trusts publish it without its counts.

    measure, group, unit: as a row of ``reported.csv`` writes them. key: the results key that it
    stands in for where the counts do not suffice; "" where no figure of the standard is meant, so
    that it is shown as it was published and enters no verdict. turned: whether it is a ratio the
    other way round than the standard has it. changes: whether its change on last year is published
    as well. headline: whether trusts print it where they print one figure, or one of each group.
    """

    indicator: int
    measure: str
    group: str
    unit: str
    key: str = ""
    turned: bool = False
    changes: bool = False
    headline: bool = False


class Known(Protocol):
    """What is known of a report: its figures by key, and its word for the group under study."""

    @property
    def term(self) -> str: ...
    @property
    def standard(self) -> Standard: ...
    def value(self, key: str) -> Value | None: ...


@dataclass(frozen=True)
class Summed:
    """What the page that says it all has of one indicator.

    comparator, study: the figures of the groups. figure: what its picture sets against parity.
    this_year: the figure that last year's, England's and the benchmark group's are to be read
    beside. benchmark_value: whichever of the two the picture marks.
    """

    comparator: str
    study: str
    figure: Value
    parity: float
    this_year: str
    previous: str
    england: str = NONE
    benchmark_group: str = NONE
    benchmark_value: Value | None = None


class Kind:
    """A kind of indicator; each is a class of its own in its room.

    direction: how its figure is to be read, by what is better. what: the name of the figure that
    the index prints of it, empty where it needs none. ranked_as: the kind of figure among which it
    may be the furthest from parity. of_interval: what the interval beside its verdict is of.
    answer: the column of the survey's table that it reads; empty for what the survey does not ask.
    one_group_alone: whether it is asked of the group under study only.
    """

    direction: dict[str, str]
    what = ""
    ranked_as = "other figure"
    of_interval = "difference"
    answer = ""
    one_group_alone = False

    def measure(self, data: YearData, indicator_id: str) -> Result:
        """Its figures, as its notebook measures them; a test holds the two together."""
        raise NotImplementedError

    def published(self, standard: Standard, indicator: Indicator) -> Iterator[Published]:
        """The kinds of figure that trusts publish of it without their counts."""
        yield from ()

    def columns(self, groups: Groups, key: Key, parts: Parts) -> tuple[str, ...]:
        """The columns of its table that a figure is read from. parts: of the figure's name."""
        return groups.names

    def title(
        self, standard: Standard, indicator: Indicator, parts: Parts, words: dict[str, str]
    ) -> str:
        """What a figure is called. words: what the report calls each group, and ``total``."""
        return parts.name.replace("_", " ")

    def as_given(self, standard: Standard, parts: Parts, value: Value) -> str:
        """How a figure that is made of no other two came there; empty where that is its rows."""
        return ""

    def summary(self, report: Known, indicator: Indicator) -> Summed:
        """Its row on the page that says it all."""
        raise NotImplementedError

    def in_line(self, report: Known, indicator: Indicator, row: Summed) -> str:
        """Its figures before its verdict, in one line; empty where there is none."""
        return ""

    def less_is_worse(self, indicator: Indicator) -> bool:
        """Whether the figure of its small picture is the worse for the group the lower it is."""
        return indicator.better == "higher"

    def of_picture(self, indicator: Indicator) -> str:
        """What the text alternative of its small picture says before the figure."""
        return ""

    def one_group(self, standard: Standard, indicator: Indicator) -> str:
        """The key of the figure of one group that stands in the index for a gap of both."""
        return ""

    def moving(self, groups: Groups) -> str:
        """The figure whose change on last year is told, without its prefix; empty for none."""
        return ""

    def aim(self, indicator: Indicator) -> tuple[str | float | None, Unit]:
        """What a plan aims at, ``higher``, ``lower`` or a number, and the unit of such a number."""
        usual = indicator.better if indicator.better in ("higher", "lower") else None
        return usual, Unit(indicator.unit)

    def between(self, groups: Groups, term: str) -> str:
        """What a difference that a plan shows lies between."""
        return f"{groups.word} and {term} staff"

    def section(self, indicator: Indicator) -> str:
        """The section of the trust's own words that it is told in; empty where it has figures."""
        return ""

    def table(self, result: Result) -> str:
        """Its table as Markdown; empty where there is nothing to show."""
        return ""

    def of_tables(self, result: Result) -> dict[str, Value]:
        """The figures that stand in its tables alone, by key."""
        return {}

    def chart(self, result: Result) -> tuple[RowsChart, str] | None:
        """Its chart with the text alternative; None where it would hold no figure."""
        return None


def part_prefix(indicator: Indicator) -> str:
    """What the names of published figures begin with where an indicator has parts; else empty."""
    return f"{indicator.part}_" if indicator.part else ""


def columns_of_groups(groups: Groups, parts: Parts) -> tuple[str, ...]:
    """The columns that a count or a share of people is read from, each group having its own."""
    if parts.measure == PERCENT or parts.group not in groups.names:
        return groups.names  # a share is of all, those of whom it is not known included
    return (parts.group,)


def cell(value: Value | None) -> str:
    """A figure as a cell of the page that says it all."""
    if value is None or value.status.value == "not_supplied":
        return NONE
    return value.shown if value.ok else value.status.words


def of_group(value: Value | None, term: str) -> str:
    """A figure of one group under the group's name."""
    return NONE if value is None or not value.ok else f"{escape(term)} {value.shown}"


def of_england(value: Value | None) -> str:
    """A national figure with its year."""
    if value is None or not value.ok:
        return NONE
    year = value.note.rpartition(" ")[2]
    return f"{value.shown} ({year})"


def gap_or_group(gap: Value | None, study: Value | None, term: str) -> str:
    """The gap where both groups are known, otherwise that of the group under study."""
    if gap is not None and gap.ok:
        return gap.shown
    return of_group(study, term) if study is not None else NONE
