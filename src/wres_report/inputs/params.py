"""The settings of one report: ``params/<code>/<year>.yaml``, checked before anything runs."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import jsonschema
import yaml

from wres_report.faults import Fault, usage_fault
from wres_report.inputs.reading import read_text
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.plans.layout import LAYOUT_SCHEMA, USUAL, USUAL_LAST, Layout, layout_of

TERMS = {
    "BME": "Black and minority ethnic",
    "BAME": "Black, Asian and minority ethnic",
    "ethnic minority": "ethnic minority",
    "global majority": "global majority",
}

KINDS = ("full", "action-plan", "action-plan with preface", "appendix")

PARAMS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name"],
    "properties": {
        "name": {"type": "string", "minLength": 1, "description": "the trust's full name"},
        "kind": {"enum": list(KINDS), "default": "full"},
        "term": {"enum": list(TERMS), "default": "BME"},
        "unknown_label": {"type": "string", "minLength": 1, "default": "Not stated"},
        "action_year": {"type": "string", "pattern": "^20[0-9]{2}-[0-9]{2}$"},
        "state": {"enum": ["draft", "approved", "published"], "default": "draft"},
        "published": {"type": "string", "default": ""},
        "as_at": {"type": "string", "pattern": "^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"},
        "synthetic": {"type": "boolean", "default": False},
        "national_year": {"type": "integer", "minimum": 2015, "maximum": 2099},
        "confidence": {"type": "number", "minimum": 0.8, "maximum": 0.999, "default": 0.95},
        "disclosure": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "enabled": {"type": "boolean", "default": True},
                "minimum_count": {"type": "integer", "minimum": 1, "maximum": 20, "default": 5},
                "minimum_responses": {
                    "type": "integer", "minimum": 1, "maximum": 50, "default": 11,
                },
                "reason": {"type": "string", "default": ""},
            },
        },
        "appendix": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "label": {"type": "string", "default": ""},
                "of": {"type": "string", "default": ""},
                "approved": {"type": "string", "default": ""},
            },
        },
        "plan": LAYOUT_SCHEMA,
        "last_plan": LAYOUT_SCHEMA,
    },
}  # fmt: skip


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
    """The settings of one report, every default filled in. Fields as in ``PARAMS_SCHEMA``.

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
        settings = yaml.safe_load(read_text(path, where))
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date such as 2021-13-45
        mark = getattr(error, "problem_mark", None)
        row = f", row {mark.line + 1}" if mark else ""
        raise usage_fault(
            "This settings file is not valid YAML.",
            f"{where}{row}",
            "Write each setting as “name: value” on a line of its own.",
        ) from None
    settings = _as_json(settings)
    _check(settings, where)
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


def _check(settings: Any, where: str) -> None:
    if not isinstance(settings, dict):
        raise usage_fault(
            "This settings file holds no settings.", where, "It needs at least “name:”."
        )
    validator = jsonschema.Draft202012Validator(PARAMS_SCHEMA)
    errors = sorted(validator.iter_errors(settings), key=lambda error: list(map(str, error.path)))
    if errors:
        raise _explain(errors[0], where)


def _explain(error: jsonschema.ValidationError, where: str) -> Fault:
    if error.validator == "oneOf":  # one of several forms: what is wrong with the nearest
        error = jsonschema.exceptions.best_match([error])
    place = ".".join(str(part) for part in error.path)
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", map(str, range(1, 10))))
        wrong = sorted(set(map(str, error.instance)) - set(known))[0]
        near = difflib.get_close_matches(wrong, known, n=1)
        hint = f"Did you mean “{near[0]}”? " if near else ""
        return usage_fault(
            f"There is no setting “{wrong}”.",
            f"{where}, {place + '.' if place else ''}{wrong}",
            f"{hint}The settings are: {', '.join(known)}.",
        )
    if error.validator == "required":
        return _missing(error, place, where)
    if error.validator == "enum":
        listed = ", ".join(str(value) for value in error.validator_value)
        return usage_fault(
            f"The setting “{place}” cannot be “{error.instance}”.",
            f"{where}, {place}",
            f"Choose one of: {listed}.",
        )
    return usage_fault(
        f"The setting “{place}” is not as it should be: {error.message}.",
        f"{where}, {place}",
        "Put it right; docs/reference/settings.md lists every setting.",
    )


def _missing(error: jsonschema.ValidationError, place: str, where: str) -> Fault:
    name = next(name for name in error.validator_value if name not in error.instance)
    if not place:
        return usage_fault("The setting “name” is missing.", where, "Add the trust's full name.")
    return usage_fault(
        f"The setting “{name}” is missing here.",
        f"{where}, {place}",
        "Add it; docs/reference/settings.md lists every setting.",
    )
