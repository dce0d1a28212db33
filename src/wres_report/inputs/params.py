"""The settings of one report: ``params/<code>/<year>.yaml``, checked before anything runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wres_report.faults import usage_fault
from wres_report.inputs.params_schema import TERMS, USUAL_PUBLISHED, USUAL_SCOPES, check_settings
from wres_report.inputs.settings_file import SettingsFile, read_settings
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.plans.layout import USUAL, USUAL_LAST, Layout, layout_of
from wres_report.words import capitalised

FARTHEST = 5  # years between a report and the plan that it holds


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
class Peers:
    """What a report sets its own figures beside.

    scopes: some of ``params_schema.SCOPES``. size: how many trusts nearest in size; 0 for none.
    named: codes of trusts. These three are of a table of all trusts. published: some of
    ``params_schema.PUBLISHED``. benchmark_group, region, icb: of the trust, where no table of all
    trusts says it.
    """

    scopes: tuple[str, ...] = USUAL_SCOPES
    size: int = 0
    named: tuple[str, ...] = ()
    published: tuple[str, ...] = USUAL_PUBLISHED
    benchmark_group: str = ""
    region: str = ""
    icb: str = ""

    @property
    def wanted(self) -> bool:
        return bool(self.scopes or self.size or self.named)


@dataclass(frozen=True)
class Params:
    """The settings of one report, every default filled in. Fields: ``params_schema``.

    technical_annex: whether PDF and Word have it; a page always has, folded.
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
    technical_annex: bool = False
    confidence: float = 0.95
    disclosure: Disclosure = field(default_factory=Disclosure)
    appendix: Appendix = field(default_factory=Appendix)
    peers: Peers = field(default_factory=Peers)
    plan: Layout = USUAL
    last_plan: Layout = USUAL_LAST
    terms: Mapping[str, str] = field(default_factory=lambda: TERMS)

    @property
    def plan_start(self) -> date:
        """The first day of the action year, a financial year."""
        return date(int(self.action_year[:4]), 4, 1)

    @property
    def term_meaning(self) -> str:
        """A sentence that says whom the report's word means; definitions keep the standard's."""
        own = next(iter(self.terms))
        standard = f"{self.terms[own]} ({own})"
        if self.term == own:
            return f"{own} stands for {self.terms[own]}."
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
        return self.terms[self.term]


def read_params(workspace: Workspace, trust_year: TrustYear) -> Params:
    """Read and check the settings of a trust-year.

    Raises an input fault where the file cannot be read, a usage fault where a setting is
    misspelt or has a value it cannot have.
    """
    path = workspace.params_file(trust_year)
    file = read_settings(path, workspace.relative(path))
    standard = workspace.standard(trust_year)
    groups, noun = standard.groups, standard.noun
    check_settings(file, groups.terms)
    settings = dict(file.content)
    disclosure = Disclosure(**settings.pop("disclosure", {}))
    _check_disclosure(disclosure, file)
    year = trust_year.year
    as_at = _day(settings.pop("as_at", f"{year}-03-31"), file)
    _check_action_year(settings.get("action_year"), trust_year, file)
    appendix = Appendix(**settings.pop("appendix", {}))
    peers: dict[str, Any] = settings.pop("peers", {})
    peers = {name: tuple(v) if isinstance(v, list) else v for name, v in peers.items()}
    plan, last_plan = settings.pop("plan", {}), settings.pop("last_plan", {})
    # A board's paper does without; a plan has little else that says what it was made from.
    settings.setdefault("technical_annex", settings.get("kind", "full") != "full")
    settings.setdefault("action_year", f"{year}-{(year + 1) % 100:02d}")
    settings.setdefault("national_year", year)
    settings.setdefault("term", groups.term)
    settings.setdefault("unknown_label", groups.unknown_label)
    return Params(
        **settings,
        as_at=as_at,
        disclosure=disclosure,
        appendix=appendix,
        peers=Peers(**peers),
        plan=_layout(plan, USUAL, noun, file, "plan"),
        last_plan=_layout(last_plan, USUAL_LAST, noun, file, "last_plan"),
        terms=groups.terms,
    )


def _check_disclosure(disclosure: Disclosure, file: SettingsFile) -> None:
    """Nothing that should be hidden is shown without a reason on record."""
    if disclosure.reason.strip():
        return
    if not disclosure.enabled:
        raise usage_fault(
            "The disclosure rules are off, but no reason is given.",
            file.place("disclosure"),
            "Add “reason:” beside “enabled: false”; it is printed in the report.",
        )
    for name in ("minimum_count", "minimum_responses"):
        if getattr(disclosure, name) == 1:
            raise usage_fault(
                f"With “{name}: 1” nothing is hidden, but no reason is given.",
                file.place("disclosure", name),
                "Add “reason:” beside it, or a higher number; the usual ones are 5 and 11.",
            )


def _check_action_year(text: str | None, trust_year: TrustYear, file: SettingsFile) -> None:
    """An action year is two years that follow each other, near that of the report."""
    if text is None:
        return
    first, second = int(text[:4]), int(text[5:])
    if second != (first + 1) % 100:
        raise usage_fault(
            f"The action year {text} is not a year and the next one.",
            file.place("action_year"),
            f"Write it like “{first}-{(first + 1) % 100:02d}”.",
        )
    if abs(first - trust_year.year) > FARTHEST:
        raise usage_fault(
            f"The action year {text} is far from the WRES year, {trust_year.year}.",
            file.place("action_year"),
            f"Write a year such as “{trust_year.year}-{(trust_year.year + 1) % 100:02d}”.",
        )


def _day(text: str, file: SettingsFile) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise usage_fault(
            f"There is no day {text}.", file.place("as_at"), "Write a day such as 2021-09-29."
        ) from None


def _layout(
    settings: dict[str, Any], usual: Layout, noun: str, file: SettingsFile, name: str
) -> Layout:
    layout = layout_of(settings, usual, noun)
    for number, column in enumerate(layout.columns):
        if "value" in column.show and not column.year:
            raise usage_fault(
                f"The column “{column.heading}” shows the value of a year, but names none.",
                file.place(name, "columns", number),
                "Add “year:” with the WRES year of its values.",
            )
    return layout
