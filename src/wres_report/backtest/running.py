"""One backtest: a published document held against the report that was built from its data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from wres_report.backtest.built import read_built
from wres_report.backtest.compare import (
    AGREE,
    DIFFER,
    DIFFER_BY_READING,
    NOT_CHECKABLE,
    Comparison,
    OurFigures,
    compare,
)
from wres_report.faults import input_fault
from wres_report.inputs.params import Params, read_params
from wres_report.inputs.reading import read_table
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

PUBLISHED = "published.csv"
VERDICTS = (AGREE, DIFFER, NOT_CHECKABLE)
EXPECTED = (*VERDICTS, DIFFER_BY_READING)
WRITE_ONE = f"Write one, with the columns {', '.join(TABLES['published'].columns)}."


@dataclass(frozen=True)
class Backtest:
    """title: the trust and the year. document: what was published, in words."""

    trust_year: TrustYear
    title: str
    document: str
    comparisons: list[Comparison]

    @property
    def surprises(self) -> list[Comparison]:
        """The points that come out otherwise than recorded."""
        return [comparison for comparison in self.comparisons if comparison.surprise]

    @property
    def not_agreeing(self) -> list[Comparison]:
        """The points that do not agree, by arithmetic or by the record."""
        return [c for c in self.comparisons if c.verdict != AGREE or c.expected != AGREE]

    def as_dict(self) -> dict[str, Any]:
        return {
            "trust_year": str(self.trust_year),
            "title": self.title,
            "counts": counts(self.comparisons),
            "surprises": len(self.surprises),
            "points": [comparison.as_dict() for comparison in self.comparisons],
        }


def has_published(workspace: Workspace, trust_year: TrustYear) -> bool:
    """Whether the trust-year has a record of what its document printed."""
    return (workspace.data_folder(trust_year) / PUBLISHED).is_file()


def read_published(workspace: Workspace, trust_year: TrustYear) -> pd.DataFrame:
    """What the document printed: one row a point, columns as in ``TABLES["published"]``.

    Raises an input fault where there is no such file, or a row of it cannot be used.
    """
    where = f"data/{trust_year}/{PUBLISHED}"
    if not has_published(workspace, trust_year):
        raise input_fault(
            "There is no record of what the document printed.", where,
            WRITE_ONE,
        )  # fmt: skip
    published = read_table(
        workspace.data_folder(trust_year) / PUBLISHED, TABLES["published"], where
    )
    for row in published.itertuples(index=False):
        if row.verdict_expected not in EXPECTED:
            raise input_fault(
                f"“{row.verdict_expected}” is no verdict.",
                f"{where}, row {row.file_row}, column verdict_expected",
                f"Write one of: {', '.join(EXPECTED)}.",
            )
    return published


def backtest(workspace: Workspace, trust_year: TrustYear, out: Path) -> Backtest:
    """Hold the document of a trust-year against its report in ``out``.

    Raises an input fault where either cannot be read.
    """
    published = read_published(workspace, trust_year)
    params = read_params(workspace, trust_year)
    ours = OurFigures(read_built(workspace, trust_year, out))
    return Backtest(
        trust_year,
        f"{params.name}, {trust_year.year}",
        document_words(params),
        compare(published, ours),
    )


def counts(comparisons: Iterable[Comparison]) -> dict[str, int]:
    """How many points have each verdict."""
    verdicts = [comparison.verdict for comparison in comparisons]
    return {verdict: verdicts.count(verdict) for verdict in VERDICTS}


def document_words(params: Params) -> str:
    """What was published, such as “the report of July 2021” or “the action plan 2020-21”."""
    if params.kind == "full":
        return f"the report of {params.published}" if params.published else "the report"
    draft = "draft " if params.state == "draft" else ""
    appendix = f" (appendix {params.appendix.label})" if params.appendix.label else ""
    return f"the {draft}action plan {params.action_year}{appendix}"
