"""What a cell of a plan shows: each part that a layout can name, as Markdown blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from wres_report.indicators.kinds import kind_of
from wres_report.inputs.sections import section_of
from wres_report.markdown import escape
from wres_report.measures.value import Unit
from wres_report.plans.layout import Column, Group, Layout
from wres_report.plans.model import ALL, GENERAL, Action
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.list_table import bullets, lettered, paragraph, text
from wres_report.report.parts.plan_values import PlanFigure, PlanValues
from wres_report.standard import Standard
from wres_report.words import capitalised

NONE = "–"
COLOUR_CLASSES = {"red": "rag-red", "amber": "rag-amber", "green": "rag-green",
                  "blue": "rag-blue", "grey": "rag-none"}  # fmt: skip

PRIORITY = re.compile(r"^(HIA|P)([0-9]+)$")
PRIORITY_NAMES = {"HIA": "High Impact Action", "P": "Priority"}


class PlanParts:
    """The cells of one plan under one layout."""

    def __init__(self, report: ReportContext, layout: Layout) -> None:
        self.report, self.layout = report, layout
        self.values = PlanValues(report, layout)

    def blocks(self, column: Column, group: Group, actions: Sequence[Action]) -> tuple[str, ...]:
        """The cell of a column for some actions of a group; a dash where it holds nothing."""
        parts = [self._part(name, column, group, actions) for name in column.show]
        blocks = [block for part in parts for block in part if block]
        if parts[0] and column.show[0] in ("theme", "rag"):
            blocks[0] = _strong(blocks[0])
        return tuple(blocks) or (paragraph(NONE),)

    def _part(
        self, name: str, column: Column, group: Group, actions: Sequence[Action]
    ) -> list[str]:
        numbers = _numbers(group, actions)
        makers: dict[str, Callable[[], list[str]]] = {
            "action": lambda: self._actions(actions),
            "indicators": lambda: _lines([_indicators(action) for action in actions]),
            "indicator_names": lambda: self._names(group, actions),
            "lead": lambda: _lines([_listed(action.lead) for action in actions]),
            "rag": lambda: _lines([self.state(action.rag) for action in actions]),
            "priorities": lambda: _lines(
                [_listed([priority_title(id) for id in action.priorities]) for action in actions]
            ),
            "references": lambda: _lines([_references(action) for action in actions]),
            "see_actions": lambda: _lines([_listed(action.see_actions) for action in actions]),
            "see_plans": lambda: _lines([_listed(action.see_plans) for action in actions]),
            "aim": lambda: _lines([capitalised(self.values.aim_words(n)) for n in numbers]),
            "values": lambda: _lines([self._values(n) for n in numbers]),
            "value": lambda: self._value(column, numbers),
            "position": lambda: _lines([self.position(n) for n in numbers]),
            "result": lambda: _lines([self.result(n) for n in numbers]),
            "words": lambda: [
                block for n in numbers for block in self.report.paragraphs(section_of(n))
            ],
        }
        maker = makers.get(name)
        return maker() if maker else _lines([text(getattr(a, name)) for a in actions])

    def _actions(self, actions: Sequence[Action]) -> list[str]:
        if self.layout.actions_as == "rows":
            return self._one(actions[0])
        if self.layout.list_by == "lead":
            blocks = []
            for lead in dict.fromkeys(action.lead for action in actions):
                blocks.append(paragraph(f"**{_listed(lead)}**" if lead else "**No lead named**"))
                blocks.append(bullets([self._item(a) for a in actions if a.lead == lead]))
            return blocks
        return [bullets([self._item(action) for action in actions])]

    def _one(self, action: Action) -> list[str]:
        blocks = [paragraph(self._with_id(action))] if action.action or self.layout.show_ids else []
        if action.sub_actions:
            blocks.append(lettered([text(step) for step in action.sub_actions]))
        return blocks

    def _item(self, action: Action) -> str:
        steps = "; ".join(text(step) for step in action.sub_actions)
        return " ".join(part for part in (self._with_id(action), steps) if part)

    def _with_id(self, action: Action) -> str:
        words = text(action.action)
        return f"**{text(action.id)}** {words}".rstrip() if self.layout.show_ids else words

    def _names(self, group: Group, actions: Sequence[Action]) -> list[str]:
        words = [paragraph(text(group.indicators))] if group.indicators else []
        numbers = _numbers(group, actions)
        if not words and not numbers:
            return [paragraph(_indicators(actions[0]))]
        label, standard = self.layout.indicator_label, self.report.standard
        return words + [
            paragraph(f"**{escape(label)} {n}.** {escape(_name(standard, n))}")
            for n in numbers
            if not words or group.values is not None
        ]

    def _values(self, number: int) -> str:
        years = self.layout.value_years or (self.report.trust_year.year,)
        found = ((year, self.values.figure(number, year)) for year in years)
        return " · ".join(f"{year}:\u00a0{f.shown}" for year, f in found if f is not None)

    def _value(self, column: Column, numbers: Sequence[int]) -> list[str]:
        """The values of one year; with the indicator before each where there are several."""
        found = [(n, self.values.figure(n, column.year)) for n in numbers]
        shown = [(n, figure.shown) for n, figure in found if figure is not None]
        if len(shown) == 1 and len(numbers) == 1:
            return [paragraph(shown[0][1])]
        return [paragraph(f"{n}: {value}") for n, value in shown]

    def position(self, number: int) -> str:
        """Where the trust stands on an indicator, as a sentence with its figures and its aim."""
        label = f"**{escape(self.layout.indicator_label)} {number}.** "
        if number in self.layout.positions:
            return label + text(self.layout.positions[number])
        figure = self.values.figure(number, self.report.trust_year.year)
        if figure is None:
            return f"{label}No figure supplied"
        sentence = capitalised(self._sentence(number, figure))
        return f"{label}{sentence}{escape(self._aim_of(number))}."

    def _sentence(self, number: int, figure: PlanFigure) -> str:
        """Markdown in which the figures are marked."""
        term, value = escape(self.report.term), figure.shown
        if figure.value.unit is Unit.SCORE:
            return f"{value} (score)"
        standard = self.report.standard
        indicator, groups = standard.numbered(number)[0], standard.groups
        if "position" in indicator.words and figure.value.unit is not Unit.PP:
            return indicator.words["position"].format(term=term, other=groups.word, value=value)
        if figure.value.unit is Unit.PP:
            return f"{value} between {kind_of(indicator).between(groups, term)}"
        if not figure.of_group:
            return f"{value}; of which staff, the source does not say"
        other = self.values.figure(number, self.report.trust_year.year, groups.comparator)
        return f"{value} of {term} staff" + (
            f", {other.shown} of {groups.word} staff" if other is not None else ""
        )

    def _aim_of(self, number: int) -> str:
        words = self.values.aim_words(number)
        return f"; {words}" if words else ""

    def result(self, number: int) -> str:
        """The movement on last year and the distance from England, in words."""
        words = []
        movement = self.values.movement(number)
        if movement is not None:
            note = f" ({movement.note})" if movement.note else ""
            words.append(f"**{movement.word}**{note}.")
        national = self.values.against_national(number)
        if national is not None:
            difference, england, year = national
            side = "Level with" if difference.number == 0 else (
                f"{difference.display.lstrip('+−')} {'above' if difference.number > 0 else 'below'}"
            )  # fmt: skip
            words.append(f"{side} England ({england.shown}, {self.report.standard.short} {year}).")
        return " ".join(words)

    def state(self, rag: str) -> str:
        """A state of the legend as a word in its colour; the word carries the meaning."""
        if not rag:
            return ""
        state = self.layout.state(rag)
        colour = COLOUR_CLASSES[state.colour] if state else "rag-none"
        return f"[{text(rag)}]{{.{colour}}}"


def priority_title(id: str) -> str:
    """A priority as a reader knows it: ``P2`` is Priority 2, ``HIA6`` High Impact Action 6."""
    match = PRIORITY.match(id)
    return id if match is None else f"{PRIORITY_NAMES[match[1]]} {match[2]}"


def _name(standard: Standard, number: int) -> str:
    """What an indicator is called; of one with parts, what they are called."""
    return "; ".join(indicator.name for indicator in standard.numbered(number))


def _numbers(group: Group, actions: Sequence[Action]) -> tuple[int, ...]:
    if group.values is not None:
        return group.values
    named = sorted({n for action in actions for n in action.numbers})
    return tuple(named)


def _indicators(action: Action) -> str:
    if action.indicators in (ALL, GENERAL):
        return {ALL: "All", GENERAL: "General"}[action.indicators]
    return ", ".join(map(str, action.numbers))


def _references(action: Action) -> str:
    listed = _listed((*action.see_actions, *action.see_plans))
    return f"See {listed}" if listed else ""


def _listed(items: Sequence[str]) -> str:
    return ", ".join(text(item) for item in items)


def _lines(lines: Sequence[str]) -> list[str]:
    """A paragraph for each line, those that say the same again left out."""
    return [paragraph(line) for line in dict.fromkeys(lines) if line]


def _strong(block: str) -> str:
    words = block.removeprefix(paragraph(""))
    return block if words.startswith(("**", "[")) else paragraph(f"**{words}**")
