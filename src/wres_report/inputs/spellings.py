"""Names that are written otherwise than a table has them, where only one can be meant.

``White``, ``BME``, ``Band 5``, ``Non-Clinical``: spreadsheets and people write names as they are
printed. A name is read as the table's own where its letters and digits are the same, or where it
is one of the few other words that mean exactly one; anything else stays as it is written, and the
gate tells of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from wres_report.standard import load_standard

GROUPS = ("white", "bme", "unknown")
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
    "group": {"bame": "bme", "black_and_minority_ethnic": "bme", "white_staff": "white",
              "bme_staff": "bme"},
    "head": {"bame": "bme", "not_stated": "unknown", "ethnicity_unknown": "unknown",
             "unknown_ethnicity": "unknown", "pay_band": "band"},
    "unit": {"percentage": "percent", "per_cent": "percent", "percentage_points": "pp"},
    "stage": {}, "measure": {}, "membership": {}, "basis": {},
}  # fmt: skip
BAND = re.compile(r"^(agenda_for_change_|afc_)?band_|^afc_")


def plain(text: str) -> str:
    """Small letters and digits alone, with _ between words."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


@cache
def vocabulary(table: str) -> Mapping[str, Mapping[str, str]]:
    """The names that the columns of a table may hold, by column and plain form."""
    standard = load_standard()
    bands = [
        *(band.id for band in standard.bands), *(grade.id for grade in standard.medical_grades),
        *(cluster.id for cluster in standard.clusters), "all",
    ]  # fmt: skip
    columns: dict[str, dict[str, tuple[str, ...]]] = {
        "workforce": {
            "staff_group": ("non_clinical", "clinical", "medical", "all"), "band": tuple(bands),
        },
        "recruitment": {"stage": ("shortlisted", "appointed")},
        "disciplinary": {"measure": ("entered",), "basis": ("year_end", "two_year_average")},
        "training": {"measure": ("accessed",)},
        "survey": {"group": GROUPS[:2]},
        "board": {"membership": MEMBERSHIPS},
        "reported": {
            "group": (*GROUPS, "total"), "unit": ("ratio", "percent", "pp", "count", "score"),
        },
    }  # fmt: skip
    return {
        column: {plain(name): name for name in names} | ALSO[column]
        for column, names in columns.get(table, {}).items()
    }


def read_as(table: str, column: str, text: str) -> str:
    """The name that is meant; the text itself where it is one, or where none or several may be."""
    names = vocabulary(table).get(column)
    if not names or not text or text in names.values():
        return text
    form = plain(text)
    if column == "band":
        form = BAND.sub("", form)
    return names.get(form, text)


def head_read_as(head: list[str], columns: tuple[str, ...]) -> list[str]:
    """The names of a head as the table has them; a name stays where two would become one."""
    known = {plain(name): name for name in columns}
    known |= {form: name for form, name in ALSO["head"].items() if name in columns}
    meant = [name if name in columns else known.get(plain(name), name) for name in head]
    return [
        own if own == name or meant.count(own) == 1 else name
        for name, own in zip(head, meant, strict=True)
    ]
