"""The words of the workbook: what each of its columns means, for its sheet of notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wres_report.plan_files.headings import plain_headings
from wres_report.plan_files.numbering import standard_of_plan
from wres_report.plans.layout import State
from wres_report.plans.model import LIST_COLUMNS, PLAN_COLUMNS

MEANINGS = {
    "id": "Names the action within this plan.",
    "indicators": "The {short} {noun}s that the action serves, by number with semicolons between "
    "them; all: every {noun}; general: none in particular.",
    "theme": "The theme or area that the action belongs to.",
    "objective": "What the action is meant to achieve.",
    "action": "What will be done.",
    "sub_actions": "The steps of the action.",
    "lead": "Who leads the action, as roles or initials.",
    "rationale": "Why the action is taken.",
    "outcome": "What is expected to come of it.",
    "timeframe": "By when it will be done, or how often.",
    "rag": "How the action stands, in a word of the legend below.",
    "progress": "What has been done so far, and what came of it.",
    "monitoring": "How it is followed whether the action works.",
    "carried_over_from": "The plan of an earlier year, or its action, that this one goes on from.",
    "see_actions": "Other actions of this plan that belong to it, by their ID.",
    "see_plans": "Other plans of the trust that belong to it.",
    "priorities": "The priorities that the action serves, by their names below.",
    "note": "What a reader of this action should know.",
}
NOTES_HEAD = ("Part", "Name", "What it means")
SEPARATOR = (
    "Mark", "|",
    "Stands between the items of a list in one cell. A stroke that belongs to an item is "
    "written with a backslash before it.",
)  # fmt: skip
EMPTY = ("Mark", "an empty cell", "Nothing is given.")


def notes_rows(
    columns: Sequence[str], legend: Sequence[State], priorities: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """The rows of the table of notes: columns, marks, states and priorities of the plans.

    columns: those of the model that some sheet shows.
    """
    standard, headings = standard_of_plan(), plain_headings()
    for name in PLAN_COLUMNS:
        if name in columns:
            meaning = MEANINGS[name].format(short=standard.short, noun=standard.noun)
            if name in LIST_COLUMNS:
                meaning += " Several are parted by | strokes."
            yield "Column", headings[name], meaning
    if any(name in LIST_COLUMNS for name in columns):
        yield SEPARATOR
    yield EMPTY
    for state in legend:
        done = " Nothing more is to be done." if state.done else ""
        yield "State", state.state, f"Shown in {state.colour} in the report.{done}"
    for name, words in priorities.items():
        yield "Priority", name, words
