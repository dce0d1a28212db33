"""The tables of a trust-year: their columns, which of them are numbers, what each is for."""

from __future__ import annotations

from dataclasses import dataclass

from wres_report.plans.model import PLAN_COLUMNS

GROUPS = ("white", "bme", "unknown")


@dataclass(frozen=True)
class TableSchema:
    """name: the file's name without ``.csv``. columns: in order. numbers: those that hold numbers.

    key: the columns that together name a row. optional: columns that a file may leave out.
    """

    name: str
    columns: tuple[str, ...]
    numbers: tuple[str, ...]
    key: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(column for column in self.columns if column not in self.optional)


# What a file must have; the rest of a plan's columns may be left out.
_PLAN_REQUIRED = ("id", "indicators", "action", "lead", "timeframe")
_PLAN_OPTIONAL = tuple(name for name in PLAN_COLUMNS if name not in _PLAN_REQUIRED)
# A row of last year's plan may give its id and what became of it alone.
_PROGRESS_OPTIONAL = tuple(name for name in PLAN_COLUMNS if name != "id")

TABLES: dict[str, TableSchema] = {
    schema.name: schema
    for schema in (
        TableSchema("workforce", ("staff_group", "band", *GROUPS), GROUPS, ("staff_group", "band")),
        TableSchema("recruitment", ("stage", *GROUPS), GROUPS, ("stage",)),
        TableSchema(
            "disciplinary", ("measure", *GROUPS, "basis"), GROUPS, ("measure",), ("basis",)
        ),
        TableSchema("training", ("measure", *GROUPS), GROUPS, ("measure",)),
        TableSchema(
            "survey",
            (
                "indicator",
                "survey_year",
                "group",
                "percent",
                "responses",
                "benchmark_percent",
                "release",
            ),
            ("indicator", "survey_year", "percent", "responses", "benchmark_percent"),
            ("indicator", "survey_year", "group"),
            ("release",),
        ),
        TableSchema("board", ("membership", *GROUPS), GROUPS, ("membership",)),
        TableSchema(
            "reported",
            ("indicator", "measure", "year", "group", "value", "unit", "source"),
            ("indicator", "year", "value"),
            ("indicator", "measure", "year", "group"),
        ),
        TableSchema(
            "locality",
            ("area", "population", "population_source", "bme_percent", "ethnicity_source", "note"),
            ("population", "bme_percent"),
            ("area",),
            ("note",),
        ),
        TableSchema("facts", ("key", "value", "unit", "display", "source"), ("value",), ("key",)),
        TableSchema("actions", PLAN_COLUMNS, (), ("id",), _PLAN_OPTIONAL),
        TableSchema("progress", PLAN_COLUMNS, (), ("id",), _PROGRESS_OPTIONAL),
        TableSchema(
            "published",
            (
                "key",
                "page_or_section",
                "printed",
                "value",
                "unit",
                "note",
                "verdict_expected",
                "reason",
            ),
            ("value",),
            (),
            ("note",),
        ),
    )
}
