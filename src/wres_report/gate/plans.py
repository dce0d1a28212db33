"""What the rules on plans need to know of each action: its date, its references, its state."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from wres_report.inputs.params import Params
from wres_report.inputs.trust_year import TrustYear
from wres_report.plans.layout import USUAL, USUAL_LAST, Layout
from wres_report.plans.model import INDICATORS, PLAN_COLUMNS, Action, plan_of
from wres_report.plans.references import circles, lead_nowhere
from wres_report.plans.timeframe import Kind, parse_timeframe
from wres_report.standard import load_standard
from wres_report.typefaces import character_in_words, without_letter
from wres_report.words import UNPRINTABLE

MOST_STEPS = 9  # of a circle of references, when it is told
USUAL_LAYOUTS = {"actions": USUAL, "progress": USUAL_LAST}
# A spreadsheet takes a cell that starts like this for a formula.
FORMULA = re.compile(r"^(?:[=@]|[+-](?=[\w.(]))(?![\s+-]*[0-9.,]*%?$)")

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


def add_plan_columns(
    table: str, frame: pd.DataFrame, params: Mapping[TrustYear, Params]
) -> pd.DataFrame:
    """The frame of ``actions`` or ``progress`` with the columns of ``PLAN_MADE_FROM``.

    Each is empty where all is well. Of two ``<column>_hint`` says what may have been meant.
    params: the settings of the trust-years, for their legends and priorities.
    """
    made: dict[str, list[str]] = {name: [] for name in (*PLAN_MADE_FROM, *_HINTS)}
    for (code, year), rows in frame.groupby(["trust", "year"], sort=False):
        actions = plan_of(rows[list(PLAN_COLUMNS)].to_dict("records"))
        settings = params.get(TrustYear(str(code), int(year)))
        for cells in _of_plan(table, actions, settings, int(year)):
            for name in made:
                made[name].append(cells.get(name, ""))
    # The rows of a trust-year stand together in the frame, so the order is that of its rows.
    return frame.assign(**made)


_HINTS = ("letter_column_hint", "timeframe_hint", "rag_hint", "priorities_hint", "see_actions_hint")


def _of_plan(
    table: str, actions: tuple[Action, ...], settings: Params | None, year: int
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
            "action_missing": "" if action.text else "yes",
            "indicators_unknown": "" if INDICATORS.match(action.indicators) else "yes",
            # Who and when may stand with the actions that this one refers to.
            "lead_missing": "" if action.lead or action.see_actions else "yes",
            "timeframe_missing": "" if action.timeframe or action.see_actions else "yes",
            "progress_missing": "" if action.progress or action.rag else "yes",
            **_timeframe(action, start),
            **_state(action, layout),
            **_priorities(action, layout),
            **_references(nowhere.get(action.id, ()), circle_of.get(action.id, ())),
            "formula_column": _first_column(action, FORMULA),
            "control_column": _first_column(action, UNPRINTABLE),
            **_letters(action),
        }
        for action in actions
    ]


def take_from_last_plan(frame: pd.DataFrame, planned: set[tuple[str, int, str]]) -> None:
    """Whatever a row of ``progress`` leaves to last year's plan is not missing.

    planned: the actions of last year's plans, by trust, year of the report and id.
    """
    keys = zip(frame["trust"], frame["year"], frame["id"], strict=True)
    known = pd.Series([key in planned for key in keys], index=frame.index)
    left = known & (frame["action"] == "") & (frame["sub_actions"] == "")
    for name in ("action_missing", "lead_missing", "timeframe_missing"):
        frame.loc[left, name] = ""
    frame.loc[left & (frame["indicators"] == ""), "indicators_unknown"] = ""


def _references(nowhere: Sequence[str], circle: Sequence[str]) -> dict[str, str]:
    """What is wrong with the references of one action: ids the plan lacks, or a way back to it."""
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


def _timeframe(action: Action, start: date) -> dict[str, str]:
    frame = parse_timeframe(action.timeframe, start)
    if frame.kind is not Kind.NOT_A_DATE:
        return {}
    return {"timeframe_wrong": frame.text, "timeframe_hint": f"Is “{frame.meant}” meant?"}


def _state(action: Action, layout: Layout) -> dict[str, str]:
    if not action.rag or layout.state(action.rag) is not None:
        return {}
    states = ", ".join(f"“{state.state}”" for state in layout.legend)
    return {"rag_unknown": action.rag, "rag_hint": f"The legend has {states}."}


def _priorities(action: Action, layout: Layout) -> dict[str, str]:
    known = layout.priority_ids | set(load_standard().high_impact_actions)
    unknown = [name for name in action.priorities if name not in known]
    if not unknown:
        return {}
    listed = ", ".join(sorted(known))
    hint = f"There is no {_quoted(unknown)}; there are {listed}."
    return {"priorities_unknown": ", ".join(unknown), "priorities_hint": hint}


def _letters(action: Action) -> dict[str, str]:
    """The first column with a character that the PDF has no letter for, and the character."""
    for name in PLAN_COLUMNS:
        content = getattr(action, name)
        text = " ".join(content) if isinstance(content, tuple) else content
        if missing := without_letter(UNPRINTABLE.sub("", text)):
            hint = f"It is {character_in_words(missing[0])}."
            return {"letter_column": name, "letter_column_hint": hint}
    return {}


def _first_column(action: Action, pattern: re.Pattern[str]) -> str:
    for name in PLAN_COLUMNS:
        content = getattr(action, name)
        if any(map(pattern.search, content if isinstance(content, tuple) else (content,))):
            return name
    return ""
