"""Rows that stand in or below the table of a plan and are no part of it: figures and footers."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from wres_report.plan_files.grid import Cell, Row
from wres_report.plan_files.indicator_cells import read_indicators
from wres_report.plan_files.legend import is_colour
from wres_report.plans.model import ALL

FOOTER = re.compile(
    r"^\W*(?:b?rag\s*(?:rating|status|progress)?\s*(?:key|legend|definitions?|guide)?|"
    r"(?:colour\s+)?(?:key|legend)|notes?|foot\s?notes?|(?:document|plan|policy|report)?\s*owner|"
    r"author|version|version\s+control|document\s+control|(?:next\s+|date\s+of\s+)?review(?:\s+date)?|"
    r"approved\s+by|sign(?:ed)?[- ]?off(?:\s+by)?|prepared\s+by|last\s+updated|source|sources|"
    r"abbreviations|glossary|distribution|end\s+of\s+(?:plan|table|document))\s*(?:\d+)?\s*(?:[:–=-].*)?$",
    re.IGNORECASE,
)
NUMBER = r"[<>~]?\s*[£+−–-]?\s*\d[\d,]*(?:\.\d+)?\s*(?:%|pp|k)?"
FIGURE = re.compile(
    rf"^\W{{0,3}}{NUMBER}(?:[\s(/;:]{{1,3}}{NUMBER}){{0,6}}\W{{0,3}}$|^(?:n/?a|\*|–|-|nil)$",
    re.IGNORECASE,
)
YEAR_OR_GROUP = re.compile(
    r"^\W*(?:20\d\d(?:\s*[-/–]\s*\d{2,4})?|white|bme|bame|black|asian|mixed|total|all staff|"
    r"headcount|not\s+(?:stated|known)|unknown|difference|ratio|trust|england|national|likelihood|"
    r"(?:(?:white|bme|bame|no|number|share|of|staff|total|%)\W*){1,6})\W*$",
    re.IGNORECASE,
)
FEWEST_FIGURES = 2
LONGEST_FIGURE, LONGEST_FOOTER = 60, 200  # characters
LONGEST_THEME = 200
TITLE = re.compile(r"^\W*(?:wres\s+)?(?:indicator|metric)s?\b", re.IGNORECASE)


def outside_plan(
    row: Row, own: list[Cell], columns: Mapping[str, list[tuple[int, ...]]], below: bool
) -> tuple[str, bool]:
    """Why a row is no part of the plan although it stands in its table; empty where it is.

    columns: those of the model, and where they stand. below: whether the rows below the plan
    have begun; the second that is returned says so of the next row.
    """
    rag = {i for group in columns.get("rag", []) for i in group}
    if is_footer(own) or (below and len(own) <= 2):
        return "Left out: notes, keys and footers below the plan.", True
    if is_key(own, rag):
        return "Left out: rows that explain a state.", False
    action = next((i for group in columns.get("action", []) for i in group), -1)
    numbers = ("id", "indicators", "timeframe")
    apart = {i for name in numbers for group in columns.get(name, []) for i in group}
    if is_head_of_figures(own) or is_figures(row, own, action, apart):
        return "Left out: rows of a table of figures within the plan.", False
    return "", False


def is_title(row: Row) -> bool:
    """Whether a row above a head names the indicator of the rows below it."""
    if len(row.filled) != 1 or len(row.filled[0].plain) > LONGEST_THEME:
        return False
    text = row.filled[0].text
    named = any(w in text.casefold() for w in ("indicator", "metric"))
    return named and read_indicators(text).told and read_indicators(text).indicators != ALL


def is_figure(text: str) -> bool:
    """Whether a cell of a table holds a number or two, or the sign that it has none."""
    return len(text) <= LONGEST_FIGURE and FIGURE.match(text) is not None


def is_footer(own: Sequence[Cell]) -> bool:
    """Whether a row begins what stands below a plan: a key, notes, who owns the document."""
    words = own[0].plain
    short = len(own) <= 2 and len(words) <= LONGEST_FOOTER
    return short and FOOTER.match(words) is not None


def is_key(own: Sequence[Cell], rag: Collection[int]) -> bool:
    """Whether a row explains one state, such as ``Red | Not started``.

    rag: the columns with the state of an action, where a colour stands for that.
    """
    return len(own) == 2 and own[0].origin[1] not in rag and is_colour(own[0].plain)


def is_figures(row: Row, own: Sequence[Cell], action: int, apart: Collection[int]) -> bool:
    """Whether a row is one of a data table: figures in two cells and no words of an action.

    action: the column of the action. apart: those where a plan has numbers itself, such as its
    ids, indicators and dates.
    """
    figures = [cell for cell in own if is_figure(cell.plain)]
    words = [cell for cell in own[1:] if cell not in figures]
    counted = sum(1 for cell in figures if cell.origin[1] not in apart)
    cell = row.cell(action)
    return counted >= FEWEST_FIGURES and not words and (cell in figures or cell is own[0])


def is_head_of_figures(own: Sequence[Cell]) -> bool:
    """Whether a row names years and groups alone, as the head of a data table does."""
    named = [cell for cell in own[1:] if YEAR_OR_GROUP.match(cell.plain)]
    return len(own) > 2 and len(named) == len(own) - 1
