"""Names that are written otherwise than a table has them, where only one can be meant.

``White``, ``BME``, ``Band 5``, ``Non-Clinical``: spreadsheets and people write names as they are
printed. A name is read as the table's own where its letters and digits are the same, or where it
is one of the few other words that mean exactly one; anything else stays as it is written, and the
gate tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from wres_report.standard import Standard

MEMBERSHIPS = ("total", "voting", "executive")
# Other words for the same, by column; each in its plain form.
ALSO = {
    "staff_group": {
        "nonclinical": "non_clinical", "medical_and_dental": "medical", "medical_dental": "medical",
        "all_staff": "all",
    },
    "band": {
        "very_senior_manager": "vsm", "very_senior_managers": "vsm", "consultants": "consultant",
        "all_bands": "all",
    },
    "unit": {"percentage": "percent", "per_cent": "percent", "percentage_points": "pp"},
}  # fmt: skip
BASES = ("year_end", "two_year_average")
BAND = re.compile(r"^(agenda_for_change_|afc_)?band_|^afc_")


class Known(Protocol):
    """What a table says of its names: ``inputs.tables.TableSchema``."""

    @property
    def columns(self) -> tuple[str, ...]: ...
    @property
    def vocabulary(self) -> Mapping[str, Mapping[str, str]]: ...
    @property
    def heads(self) -> Mapping[str, str]: ...


def plain(text: str) -> str:
    """Small letters and digits alone, with _ between words."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def vocabulary_of(standard: Standard, table: str) -> Mapping[str, Mapping[str, str]]:
    """The names that the columns of a table may hold, by column and plain form."""
    groups = standard.groups
    bands = [
        *(band.id for band in standard.bands), *(grade.id for grade in standard.medical_grades),
        *(cluster.id for cluster in standard.clusters), "all",
    ]  # fmt: skip
    columns: dict[str, dict[str, tuple[str, ...]]] = {
        "workforce": {
            "staff_group": ("non_clinical", "clinical", "medical", "all"), "band": tuple(bands),
        },
        "survey": {"group": groups.pair},
        "board": {"membership": MEMBERSHIPS},
        "reported": {
            "group": groups.columns, "unit": ("ratio", "percent", "pp", "count", "score"),
        },
    }  # fmt: skip
    for indicator in standard.indicators:
        for rows in (indicator.people, indicator.cases):
            if rows is not None and rows.table == table:
                found = columns.setdefault(table, {})
                found[rows.column] = (*found.get(rows.column, ()), rows.name)
                if rows.has_basis:
                    found["basis"] = BASES
    also: dict[str, Mapping[str, str]] = {**ALSO, "group": groups.also}
    return {
        column: {plain(name): name for name in names} | dict(also.get(column, {}))
        for column, names in columns.get(table, {}).items()
    }


def words_of_heads(standard: Standard) -> Mapping[str, str]:
    """Other words for columns, by plain form."""
    return {**standard.groups.heads, "pay_band": "band"}


def read_as(schema: Known, column: str, text: str) -> str:
    """The name that is meant; the text itself where it is one, or where none or several may be."""
    names = schema.vocabulary.get(column)
    if not names or not text or text in names.values():
        return text
    form = plain(text)
    if column == "band":
        form = BAND.sub("", form)
    return names.get(form, text)


def head_read_as(head: list[str], schema: Known) -> list[str]:
    """The names of a head as the table has them; a name stays where two would become one."""
    columns = schema.columns
    known = {plain(name): name for name in columns}
    known |= {form: name for form, name in schema.heads.items() if name in columns}
    meant = [name if name in columns else known.get(plain(name), name) for name in head]
    return [
        own if own == name or meant.count(own) == 1 else name
        for name, own in zip(head, meant, strict=True)
    ]
