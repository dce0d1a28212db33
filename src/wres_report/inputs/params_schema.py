"""What the settings of a report may be, and what is said of a mistake in them."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from wres_report.faults import Fault, usage_fault
from wres_report.plans.layout_schema import LAYOUT_SCHEMA

if TYPE_CHECKING:
    import jsonschema

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
        "claims": {"enum": ["off", "warn", "fail"], "default": "warn"},
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


def check_settings(settings: Any, where: str) -> None:
    """Raise a usage fault for the first mistake, with the setting and what it could be."""
    if not isinstance(settings, dict):
        raise usage_fault(
            "This settings file holds no settings.", where, "It needs at least “name:”."
        )
    # It takes a fifth of the time of a build with nothing to do, which reads no settings.
    import jsonschema

    validator = jsonschema.Draft202012Validator(PARAMS_SCHEMA)
    errors = sorted(validator.iter_errors(settings), key=lambda error: list(map(str, error.path)))
    if errors:
        raise _explain(errors[0], where)


def _explain(error: jsonschema.ValidationError, where: str) -> Fault:
    if error.validator == "oneOf":  # one of several forms: what is wrong with the nearest
        error = next((e for e in error.context if e.validator != "type"), error)
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
        known = [str(value) for value in error.validator_value]
        near = difflib.get_close_matches(str(error.instance), known, n=1)
        hint = f"Did you mean “{near[0]}”? " if near else ""
        return usage_fault(
            f"The setting “{place}” cannot be “{error.instance}”.",
            f"{where}, {place}",
            f"{hint}Choose one of: {', '.join(known)}.",
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
