"""What the fragments are made from: one report's results, settings and plans."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from wres_report.handover import Handover
from wres_report.inputs.hash_key import KEYED
from wres_report.inputs.params import Params
from wres_report.inputs.places import nominal
from wres_report.inputs.trust_year import TrustYear
from wres_report.measures.codec import value_from_json
from wres_report.measures.value import Value
from wres_report.peers.comparators import Compared
from wres_report.peers.place import Place
from wres_report.plans.model import PLAN_COLUMNS, Action, plan_of, with_last_plan
from wres_report.standard import Indicator, Standard, read_key
from wres_report.words import capitalised, lower_first


@dataclass(frozen=True)
class InputFile:
    """A file that the report was made from.

    sha256: its hash, with ``KEYED`` before it where a key went in. rows: None where no table.
    """

    path: str
    sha256: str
    rows: int | None = None

    @property
    def keyed(self) -> bool:
        return self.sha256.startswith(KEYED)


@dataclass(frozen=True)
class ReportContext:
    """handovers: by indicator id. tables: those that hold no measured figures, by name.

    quality: the gate's result as ``quality.json`` holds it. versions: programs by name.
    narrative: the trust's own words by section. last_plan: the plan of the year before, as its
    ``actions.csv`` holds it. places: by indicator id, its figures among those of other trusts, the
    first one to be drawn. comparators: by indicator id, the published figures beside its own.
    of_the_trust: its region, benchmark group and care board, each where it is known.
    """

    trust_year: TrustYear
    params: Params
    standard: Standard
    handovers: dict[str, Handover]
    tables: dict[str, pd.DataFrame]
    quality: dict[str, Any]
    inputs: list[InputFile] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    narrative: dict[str, str] = field(default_factory=dict)
    last_plan: pd.DataFrame | None = None
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    comparators: Mapping[str, tuple[Compared, ...]] = field(default_factory=dict)
    of_the_trust: Mapping[str, str] = field(default_factory=dict)

    def place(self, table: str) -> str:
        """What the file or sheet of one of ``tables`` is called."""
        known = self.tables.get(table)
        where = None if known is None else known.attrs.get("where")
        return where or nominal(self.trust_year, table)

    @property
    def term(self) -> str:
        return self.params.term

    @property
    def title(self) -> str:
        label = self.params.appendix.label
        of_appendix = self.params.kind == "appendix" and label
        return (f"Appendix {label}: " if of_appendix else "") + self.standard.name

    @property
    def subtitle(self) -> str:
        words = "Report and action plan" if self.params.kind == "full" else "Action plan"
        return f"{words} {self.params.action_year}"

    @property
    def years(self) -> str:
        """The WRES year and the action year, which documents take for one another."""
        return (
            f"{self.standard.short} {self.trust_year.year} · actions for {self.params.action_year}"
        )

    @property
    def has_figures(self) -> bool:
        """Whether any figure of an indicator was supplied."""
        return any(
            entry["status"] != "not_supplied" for h in self.handovers.values()
            for key, entry in h.values.items() if not read_key(key).benchmark
        )  # fmt: skip

    def value(self, key: str) -> Value | None:
        """A figure by its contract key; None where the report has none of that name."""
        for handover in self.handovers.values():
            if key in handover.values:
                return value_from_json(handover.values[key]).named(key)
        return None

    def words(self, key: str) -> str:
        return next((h.words[key] for h in self.handovers.values() if key in h.words), "")

    def paragraphs(self, section: str) -> list[str]:
        """The paragraphs of the trust's own words for a section; none where it wrote nothing."""
        text = self.narrative.get(section, "")
        return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]

    @cached_property
    def plan(self) -> tuple[Action, ...]:
        """This year's actions."""
        return _actions(self.tables.get("actions"))

    @cached_property
    def plan_of_last_year(self) -> tuple[Action, ...]:
        """Last year's actions with what became of them; none where the trust says nothing."""
        return with_last_plan(_actions(self.tables.get("progress")), _actions(self.last_plan))

    def short(self, indicator: Indicator) -> str:
        """The indicator's short name, with the group called as the trust calls it."""
        return capitalised(indicator.short.replace(self.standard.groups.term, self.term))

    def short_within(self, indicator: Indicator) -> str:
        """The short name for the middle of a sentence."""
        return self.within(self.short(indicator))

    def within(self, text: str) -> str:
        """A text for the middle of a sentence; a name of a group keeps its capital there."""
        groups = self.standard.groups
        return text if text.startswith((*groups.terms, groups.word)) else lower_first(text)

    def rows(self) -> list[tuple[Indicator, Handover]]:
        """The indicators in order, each with what its notebook handed over."""
        return [(indicator, self.handovers[indicator.id]) for indicator in self.standard.indicators]


def _actions(table: pd.DataFrame | None) -> tuple[Action, ...]:
    return () if table is None else plan_of(table[list(PLAN_COLUMNS)].to_dict("records"))
