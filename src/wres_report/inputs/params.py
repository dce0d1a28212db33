"""The settings of one report: ``params/<code>/<year>.yaml``, checked before anything runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from wres_report.faults import usage_fault
from wres_report.inputs.params_schema import TERMS, check_settings
from wres_report.inputs.text import read_text
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.plans.layout import USUAL, USUAL_LAST, Layout, layout_of
from wres_report.words import capitalised
from wres_report.yaml_loaders import SafeLoader


@dataclass(frozen=True)
class Disclosure:
    """Small numbers that are not shown.

    minimum_count: a count from 1 up to below this is suppressed. minimum_responses: a survey
    percentage on fewer responses is suppressed. reason: why the rules are off, on record.
    """

    enabled: bool = True
    minimum_count: int = 5
    minimum_responses: int = 11
    reason: str = ""


@dataclass(frozen=True)
class Appendix:
    """Of what an action plan of the kind ``appendix`` is an appendix.

    label: such as ``B``. of: the report it belongs to, in words. approved: when and by whom, in
    words.
    """

    label: str = ""
    of: str = ""
    approved: str = ""


@dataclass(frozen=True)
class Params:
    """The settings of one report, every default filled in. Fields: ``params_schema``.

    as_at: the day on which an action counts as overdue. plan, last_plan: the layouts of this
    year's plan and of last year's with its progress.
    """

    name: str
    action_year: str
    national_year: int
    as_at: date
    kind: str = "full"
    term: str = "BME"
    unknown_label: str = "Not stated"
    state: str = "draft"
    published: str = ""
    claims: str = "warn"
    synthetic: bool = False
    confidence: float = 0.95
    disclosure: Disclosure = field(default_factory=Disclosure)
    appendix: Appendix = field(default_factory=Appendix)
    plan: Layout = USUAL
    last_plan: Layout = USUAL_LAST

    @property
    def plan_start(self) -> date:
        """The first day of the action year, a financial year."""
        return date(int(self.action_year[:4]), 4, 1)

    @property
    def term_meaning(self) -> str:
        """A sentence that says whom the report's word means; definitions keep the standard's."""
        standard = f"{TERMS['BME']} (BME)"
        if self.term == "BME":
            return f"BME stands for {TERMS['BME']}."
        if self.term == self.term_in_full:
            return (
                f"“{capitalised(self.term)}” is this report's word for the group that the "
                f"definitions of the standard call {standard}."
            )
        return (
            f"{self.term} stands for {self.term_in_full}; the definitions of the standard call the "
            f"same group {standard}."
        )

    @property
    def term_in_full(self) -> str:
        return TERMS[self.term]


def read_params(workspace: Workspace, trust_year: TrustYear) -> Params:
    """Read and check the settings of a trust-year.

    Raises an input fault where the file cannot be read, a usage fault where a setting is
    misspelt or has a value it cannot have.
    """
    path = workspace.params_file(trust_year)
    where = workspace.relative(path)
    try:
        settings = yaml.load(read_text(path, where), Loader=SafeLoader)
    except ValueError as error:  # YAML reads 2021-09-31 as a date, and there is none
        raise usage_fault(
            f"A date in this settings file does not exist: {error}.",
            where,
            "Write a day such as 2021-09-29.",
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        row = f", row {mark.line + 1}" if mark else ""
        raise usage_fault(
            "This settings file is not valid YAML.",
            f"{where}{row}",
            "Write each setting as “name: value” on a line of its own.",
        ) from None
    settings = _as_json(settings)
    check_settings(settings, where)
    disclosure = Disclosure(**settings.pop("disclosure", {}))
    if not disclosure.enabled and not disclosure.reason:
        raise usage_fault(
            "The disclosure rules are off, but no reason is given.",
            f"{where}, disclosure",
            "Add “reason:” beside “enabled: false”; it is printed in the report.",
        )
    year = trust_year.year
    as_at = _day(settings.pop("as_at", f"{year}-03-31"), where)
    appendix = Appendix(**settings.pop("appendix", {}))
    plan, last_plan = settings.pop("plan", {}), settings.pop("last_plan", {})
    settings.setdefault("action_year", f"{year}-{(year + 1) % 100:02d}")
    settings.setdefault("national_year", year)
    return Params(
        **settings,
        as_at=as_at,
        disclosure=disclosure,
        appendix=appendix,
        plan=_layout(plan, USUAL, f"{where}, plan"),
        last_plan=_layout(last_plan, USUAL_LAST, f"{where}, last_plan"),
    )


def _as_json(settings: Any) -> Any:
    """The settings with text for what YAML reads as a date, and for keys that are numbers."""
    if isinstance(settings, dict):
        return {str(key): _as_json(value) for key, value in settings.items()}
    if isinstance(settings, list):
        return [_as_json(value) for value in settings]
    return settings.isoformat() if isinstance(settings, date) else settings


def _day(text: str, where: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise usage_fault(
            f"There is no day {text}.", f"{where}, as_at", "Write a day such as 2021-09-29."
        ) from None


def _layout(settings: dict[str, Any], usual: Layout, where: str) -> Layout:
    layout = layout_of(settings, usual)
    for column in layout.columns:
        if "value" in column.show and not column.year:
            raise usage_fault(
                f"The column “{column.heading}” shows the value of a year, but names none.",
                f"{where}.columns",
                "Add “year:” with the WRES year of its values.",
            )
    return layout
