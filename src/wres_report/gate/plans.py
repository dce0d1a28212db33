"""What the rules on plans need to know of each action: its date, its references, its state."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from wres_report.gate.stacks import Stack
from wres_report.inputs.params import Params
from wres_report.inputs.trust_year import TrustYear
from wres_report.plans.layout import USUAL, USUAL_LAST, Layout
from wres_report.plans.model import INDICATORS, PLAN_COLUMNS, Action, plan_of
from wres_report.plans.references import circles, lead_nowhere
from wres_report.plans.timeframe import Kind, parse_timeframe
from wres_report.standard import Standard
from wres_report.typefaces import character_in_words, without_letter
from wres_report.words import UNPRINTABLE

MOST_STEPS = 9  # of a circle of references, when it is told
USUAL_LAYOUTS = {"actions": USUAL, "progress": USUAL_LAST}
# A spreadsheet takes a cell that starts like this for a formula.
FORMULA = re.compile(r"^(?:[=@]|[+-](?=[\w.(]))(?![\s+-]*[0-9.,]*%?$)")
MAY_BE_FORMULA = re.compile(r"^[=@+-]", re.MULTILINE)

# Made column → the column of the table that it is made from.
PLAN_MADE_FROM = {
    "action_missing": "action",
    "indicators_unknown": "indicators",
    "lead_missing": "lead",
    "timeframe_missing": "timeframe",
    "progress_missing": "progress",
    "timeframe_wrong": "timeframe",
    "rag_unknown": "rag",
    "see_actions_unknown": "see_actions",
    "see_actions_circle": "see_actions",
    "priorities_unknown": "priorities",
    "formula_column": "formula_column",
    "control_column": "control_column",
    "letter_column": "letter_column",
}


def plan_columns(
    table: str,
    stack: Stack,
    planned: set[tuple[str, int, str]],
    params: Mapping[TrustYear, Params],
    standard: Standard,
) -> dict[str, list[str]]:
    """The columns of ``PLAN_MADE_FROM`` for ``actions`` or ``progress``, one text for each row.

    Each is empty where all is well. Of some ``<column>_hint`` says what may have been meant.
    planned: the actions of last year's plans, by trust, year of the report and id; what a row of
    ``progress`` leaves to them is not missing. params: the settings of the trust-years, for
    their legends and priorities.
    """
    made: dict[str, list[str]] = {name: [""] * len(stack) for name in (*PLAN_MADE_FROM, *_HINTS)}
    for part in stack.parts:
        trust_year = part.trust_year
        rows = list(stack.rows(part, PLAN_COLUMNS))
        wrong = _of_plan(table, plan_of(rows), params.get(trust_year), trust_year.year, standard)
        for place, (row, found) in enumerate(zip(rows, wrong, strict=True), part.start):
            if table == "progress" and (trust_year.code, trust_year.year, row["id"]) in planned:
                _leave_to_last_plan(row, found)
            for name, text in found.items():
                made[name][place] = text
    return made


_HINTS = ("letter_column_hint", "timeframe_hint", "rag_hint", "priorities_hint", "see_actions_hint")


def _of_plan(
    table: str, actions: tuple[Action, ...], settings: Params | None, year: int, standard: Standard
) -> list[dict[str, str]]:
    layout = USUAL_LAYOUTS[table]
    start = date(year, 4, 1)
    if settings is not None:
        layout = settings.plan if table == "actions" else settings.last_plan
        start = settings.plan_start
    if table == "progress":
        start = start.replace(year=start.year - 1)
    references = {action.id: action.see_actions for action in actions}
    nowhere = lead_nowhere(references)
    circle_of = {name: circle for circle in circles(references) for name in circle}
    return [
        {
            **_missing(action, standard),
            **_timeframe(action.timeframe, start),
            **_state(action, layout),
            **_priorities(action, layout, standard),
            **_references(nowhere.get(action.id, ()), circle_of.get(action.id, ())),
            **_odd_signs(action),
        }
        for action in actions
    ]


def _missing(action: Action, standard: Standard) -> dict[str, str]:
    # Who and when may stand with the actions that this one refers to.
    elsewhere = bool(action.see_actions)
    missing = {
        "action_missing": not action.text,
        "indicators_unknown": not _names_indicators(action, standard),
        "lead_missing": not action.lead and not elsewhere,
        "timeframe_missing": not action.timeframe and not elsewhere,
        "progress_missing": not action.progress and not action.rag,
    }
    return {name: "yes" for name, lacks in missing.items() if lacks}


def _names_indicators(action: Action, standard: Standard) -> bool:
    """Whether an action is for all, for none in particular, or for some that there are."""
    return bool(INDICATORS.match(action.indicators)) and {*action.numbers} <= {*standard.numbers}


def _leave_to_last_plan(row: Mapping[str, str], found: dict[str, str]) -> None:
    """Whatever a row of ``progress`` leaves to last year's plan is not missing."""
    if row["action"] or row["sub_actions"]:
        return
    for name in ("action_missing", "lead_missing", "timeframe_missing"):
        found.pop(name, None)
    if not row["indicators"]:
        found.pop("indicators_unknown", None)


def _references(nowhere: Sequence[str], circle: Sequence[str]) -> dict[str, str]:
    """What is wrong with the references of one action: ids the plan lacks, or a way back to it."""
    if not nowhere and not circle:
        return {}
    way = " → ".join((*circle, *circle[:1]) if len(circle) <= MOST_STEPS
                     else (*circle[:MOST_STEPS], "…", circle[0]))  # fmt: skip
    hint = f"The circle is {way}." if way else ""
    if nowhere:
        hint = f"There is no action {_quoted(nowhere)}."
    return {
        "see_actions_unknown": ", ".join(nowhere),
        "see_actions_circle": way,
        "see_actions_hint": hint,
    }


def _quoted(names: Sequence[str]) -> str:
    return " or ".join(f"“{name}”" for name in names)


@lru_cache(maxsize=4096)  # the same few words stand in most plans
def _timeframe(text: str, start: date) -> Mapping[str, str]:
    frame = parse_timeframe(text, start)
    if frame.kind is not Kind.NOT_A_DATE:
        return {}
    hint = f"Is “{frame.meant}” meant?"
    if frame.meant.startswith("a "):  # what such a date has, where none is near
        hint = f"A date has {frame.meant}; write day, month and year, such as 31/03/2022."
    return {"timeframe_wrong": frame.text, "timeframe_hint": hint}


def _state(action: Action, layout: Layout) -> dict[str, str]:
    if not action.rag or layout.state(action.rag) is not None:
        return {}
    states = ", ".join(f"“{state.state}”" for state in layout.legend)
    return {"rag_unknown": action.rag, "rag_hint": f"The legend has {states}."}


def _priorities(action: Action, layout: Layout, standard: Standard) -> dict[str, str]:
    known = layout.priority_ids | set(standard.high_impact_actions)
    unknown = [name for name in action.priorities if name not in known]
    if not unknown:
        return {}
    listed = ", ".join(sorted(known))
    hint = f"There is no {_quoted(unknown)}; there are {listed}."
    return {"priorities_unknown": ", ".join(unknown), "priorities_hint": hint}


def _odd_signs(action: Action) -> dict[str, str]:
    """The first column that starts like a formula, the first with a character that no document
    can show, the first with one that the PDF has no letter for."""
    texts = {name: _items(action, name) for name in PLAN_COLUMNS}
    # All in one first: hardly any action has such a sign.
    whole = "\n".join(chain.from_iterable(texts.values()))
    odd = {}
    if MAY_BE_FORMULA.search(whole):
        odd["formula_column"] = _first_with(FORMULA, texts)
    if UNPRINTABLE.search(whole):
        odd["control_column"] = _first_with(UNPRINTABLE, texts)
    if not whole.isascii() and without_letter(UNPRINTABLE.sub("", whole)):
        odd |= _letters(texts)
    return odd


def _items(action: Action, name: str) -> tuple[str, ...]:
    content = getattr(action, name)
    return content if isinstance(content, tuple) else (content,)


def _first_with(pattern: re.Pattern[str], texts: Mapping[str, tuple[str, ...]]) -> str:
    """The first column in which an item matches, or ""."""
    return next((name for name, items in texts.items() if any(map(pattern.search, items))), "")


def _letters(texts: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    for name, items in texts.items():
        if missing := without_letter(UNPRINTABLE.sub("", " ".join(items))):
            hint = f"It is {character_in_words(missing[0])}."
            return {"letter_column": name, "letter_column_hint": hint}
    return {}
