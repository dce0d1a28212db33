"""What the settings of a report may be, and what is said of a mistake in them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wres_report.faults import Fault, usage_fault
from wres_report.inputs.settings_file import SettingsFile
from wres_report.plans.layout_schema import LAYOUT_SCHEMA
from wres_report.standard import load_standard
from wres_report.standard.comparators import SCOPE_KINDS

if TYPE_CHECKING:
    import jsonschema

# Of the standard that trust-years are of where they name none.
TERMS = load_standard().groups.terms

KINDS = ("full", "action-plan", "action-plan with preface", "appendix")

# Whose peers a trust is: all of the table, and those with which it shares this.
SCOPES = ("all", "benchmark_group", "region", "icb")
USUAL_SCOPES = ("all", "benchmark_group", "region")
# Of whom published figures stand beside the trust's.
PUBLISHED = SCOPE_KINDS
USUAL_PUBLISHED = ("england", "region", "benchmark_group")

LONGEST_QUOTE = 200  # characters of a setting in a message
SHAPE = ("pattern", "minLength")
# One line with something on it.
_LINE = {"type": "string", "pattern": r"^[^\r\n]*\S[^\r\n]*$", "maxLength": 200}

PARAMS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name"],
    "properties": {
        "name": {**_LINE, "minLength": 1, "description": "the trust's full name"},
        "kind": {"enum": list(KINDS), "default": "full"},
        "term": {"enum": list(TERMS), "default": "BME"},
        "unknown_label": {**_LINE, "minLength": 1, "default": "Not stated"},
        "action_year": {"type": "string", "pattern": "^20[0-9]{2}-[0-9]{2}$"},
        "state": {"enum": ["draft", "approved", "published"], "default": "draft"},
        "published": {"type": "string", "maxLength": 200, "default": ""},
        "as_at": {"type": "string", "pattern": "^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"},
        "claims": {"enum": ["off", "warn", "fail"], "default": "warn"},
        "technical_annex": {"type": "boolean"},
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
        "peers": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "scopes": {
                    "type": "array", "uniqueItems": True, "items": {"enum": list(SCOPES)},
                },
                "size": {"type": "integer", "minimum": 0, "maximum": 100, "default": 0},
                "named": {
                    "type": "array", "uniqueItems": True, "maxItems": 50, "default": [],
                    "items": {"type": "string", "pattern": "^[A-Z0-9]{3,6}$"},
                },
                "published": {
                    "type": "array", "uniqueItems": True, "items": {"enum": list(PUBLISHED)},
                },
                "benchmark_group": {**_LINE, "default": ""},
                "region": {**_LINE, "default": ""},
                "icb": {**_LINE, "default": ""},
            },
        },
        "plan": LAYOUT_SCHEMA,
        "last_plan": LAYOUT_SCHEMA,
    },
}  # fmt: skip


def check_settings(file: SettingsFile, terms: Mapping[str, str] = TERMS) -> None:
    """Raise a usage fault for the first mistake, with the setting and what it could be.

    terms: the words that the standard allows for the group under study.
    """
    settings = file.content
    if not isinstance(settings, dict):
        raise usage_fault(
            "This settings file holds no settings.", file.where, "It needs at least “name:”."
        )
    # It takes a fifth of the time of a build with nothing to do, which reads no settings.
    import jsonschema

    validator = jsonschema.Draft202012Validator(_schema(terms))
    errors = sorted(validator.iter_errors(settings), key=lambda error: list(map(str, error.path)))
    if errors:
        raise _explain(errors[0], file)


def _schema(terms: Mapping[str, str]) -> dict[str, Any]:
    known = {"enum": list(terms), "default": next(iter(terms))}
    return {**PARAMS_SCHEMA, "properties": {**PARAMS_SCHEMA["properties"], "term": known}}


def _explain(error: jsonschema.ValidationError, file: SettingsFile) -> Fault:
    if error.validator == "oneOf":  # one of several forms: what is wrong with the nearest
        error = next((e for e in error.context if e.validator != "type"), error)
    place, where = ".".join(str(part) for part in error.path), file.place(*error.path)
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", map(str, range(1, 10))))
        wrong = sorted(set(map(str, error.instance)) - set(known))[0]
        near = difflib.get_close_matches(wrong, known, n=1)
        hint = f"Did you mean “{near[0]}”? " if near else ""
        return usage_fault(
            f"There is no setting “{wrong}”.",
            file.place(*error.path, wrong),
            f"{hint}The settings are: {', '.join(known)}.",
        )
    if error.validator == "required":
        return _missing(error, place, where)
    if error.validator == "enum":
        known = [str(value) for value in error.validator_value]
        near = difflib.get_close_matches(str(error.instance), known, n=1)
        hint = f"Did you mean “{near[0]}”? " if near else ""
        return usage_fault(
            f"The setting “{place}” cannot be “{_short(error.instance)}”.",
            where,
            f"{hint}Choose one of: {', '.join(known)}.",
        )
    if error.validator == "maxLength":
        return usage_fault(
            f"The setting “{place}” has {len(error.instance):,} characters.",
            where,
            f"Write at most {error.validator_value}.",
        )
    if error.schema.get("pattern") == _LINE["pattern"] and error.validator in SHAPE:
        return usage_fault(
            f"The setting “{place}” is not one line of text.",
            where,
            "Write it on one line; it may not be blank.",
        )
    return usage_fault(
        f"The setting “{place}” is not as it should be: {_short(error.message)}.",
        where,
        "Put it right; docs/reference/settings.md lists every setting.",
    )


def _short(text: object) -> str:
    shown = str(text)
    return shown if len(shown) <= LONGEST_QUOTE else f"{shown[:LONGEST_QUOTE]} …"


def _missing(error: jsonschema.ValidationError, place: str, where: str) -> Fault:
    name = next(name for name in error.validator_value if name not in error.instance)
    if not place:
        return usage_fault("The setting “name” is missing.", where, "Add the trust's full name.")
    return usage_fault(
        f"The setting “{name}” is missing here.",
        where,
        "Add it; docs/reference/settings.md lists every setting.",
    )
