"""Templates of sentences, and the samples that are made of them.

Every template is filled twice: with the right figures, and with the fault of its kind. Those
that are held out were written apart from the grammar and never used to improve it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from wres_report.measures.value import rounded

TEMPLATES = Path(__file__).with_name("templates.csv")


@dataclass(frozen=True)
class Sample:
    """One sentence. fault: what was planted, nothing where it is right. planted: the wrong words.

    heading: what stands above it. template: the template it is made from.
    """

    text: str
    indicator: int
    fault: str = ""
    planted: str = ""
    heading: str = ""
    held_out: bool = False
    template: str = ""


@dataclass(frozen=True)
class Template:
    """text: with fields in braces; ``x`` is what is right or wrong."""

    kind: str
    text: str
    held_out: bool = False
    heading: str = ""


def templates(family: str) -> tuple[Template, ...]:
    """The templates of one family, from ``templates.csv``."""
    with TEMPLATES.open(encoding="utf-8", newline="") as file:
        return tuple(
            Template(row["fault"], row["text"], row["held_out"] == "yes", row["heading"])
            for row in csv.DictReader(file)
            if row["family"] == family
        )


def shown(value: float, decimals: int = 1) -> str:
    return f"{abs(rounded(value, decimals))}"


def both(
    template: Template,
    indicator: int,
    right: dict[str, Any],
    wrong: dict[str, Any],
    *,
    also_right: bool = True,
) -> Iterator[Sample]:
    """The template filled rightly, and wrongly where ``wrong`` has fields."""
    if also_right:
        yield _filled(template, indicator, right)
    if wrong:
        planted = str(wrong.get("planted", wrong.get("x", "")))
        sample = _filled(template, indicator, right | wrong)
        yield replace(sample, fault=template.kind, planted=planted)


def _filled(template: Template, indicator: int, fields: dict[str, Any]) -> Sample:
    text = template.text.format(**fields)
    return Sample(
        text[:1].upper() + text[1:],
        indicator,
        heading=template.heading.format(**(fields | {"n": indicator})),
        held_out=template.held_out,
        template=template.text,
    )
