"""What the settings of a plan's layout may say: ``plan`` and ``last_plan`` of a settings file."""

from __future__ import annotations

from typing import Any

from wres_report.plans.model import PLAN_COLUMNS

# What a column may show beside the columns of the table itself.
COMPUTED = (
    "indicator_names", "aim", "values", "value", "position", "result", "words", "references",
)  # fmt: skip
SHOWN = tuple(name for name in PLAN_COLUMNS if name not in ("sub_actions",)) + COMPUTED
COLOURS = ("red", "amber", "green", "blue", "grey")
GROUPINGS = ("none", "indicator", "theme", "objective")
AIMS = ("higher", "lower")

_TEXT = {"type": "string", "minLength": 1}
_SHOW = {"enum": list(SHOWN)}
_INDICATOR_KEYS = "^[1-9]$"


def _object(properties: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


def _by_indicator(values: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object", "additionalProperties": False, "patternProperties": {
            _INDICATOR_KEYS: values,
        },
    }  # fmt: skip


def _text_or(words: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """One of some words, or something else. Not ``oneOf``: what it tells names neither form."""
    return {"if": {"type": "string"}, "then": words, "else": other}


LAYOUT_SCHEMA: dict[str, Any] = _object(
    {
        "title": _TEXT,
        "columns": {
            "type": "array",
            "minItems": 1,
            "items": _object(
                {
                    "show": _text_or(_SHOW, {"type": "array", "items": _SHOW, "minItems": 1}),
                    "heading": _TEXT,
                    "width": {"type": "number", "exclusiveMinimum": 0},
                    "year": {"type": "integer", "minimum": 2015, "maximum": 2099},
                },
                ("show", "heading"),
            ),
        },
        "group_by": {"enum": list(GROUPINGS), "default": "none"},
        "groups_as": {"enum": ["cells", "rows"], "default": "cells"},
        "actions_as": {"enum": ["rows", "list"], "default": "rows"},
        "list_by": {"enum": ["none", "lead"], "default": "none"},
        "show_ids": {"type": "boolean", "default": False},
        "indicator_label": {"type": "string", "default": "Indicator"},
        "value_years": {"type": "array", "items": {"type": "integer"}, "default": []},
        "aims": _by_indicator(_text_or({"enum": list(AIMS)}, {"type": "number"})),
        "positions": _by_indicator(_TEXT),
        "groups": {
            "type": "array",
            "items": _object(
                {
                    "name": _TEXT,
                    "indicators": _TEXT,
                    "values": {
                        "type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 9},
                    },
                },
                ("name",),
            ),
        },
        "legend": {
            "type": "array",
            "items": _object(
                {
                    "state": _TEXT,
                    "colour": {"enum": list(COLOURS)},
                    "done": {"type": "boolean", "default": False},
                },
                ("state",),
            ),
        },
        "high_impact_actions": {"type": "boolean", "default": False},
        "priorities": {
            "type": "array",
            "items": _object(
                {"title": _TEXT, "items": {"type": "object", "additionalProperties": _TEXT}},
                ("title", "items"),
            ),
        },
        "sources": {
            "type": "array",
            "items": _object({"text": _TEXT, "address": _TEXT}, ("text", "address")),
        },
    }
)  # fmt: skip
