"""Falsehoods planted in the engine that writes the sentences, each by one change of its source.

A plant names a module, a piece of its text that stands there once, and what takes its place. The
changed functions take the place of the right ones everywhere, for as long as the plant lasts.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FunctionType, ModuleType

# What puts a falsehood in, and what takes it out.
Swap = tuple[Callable[[], None], Callable[[], None]]


@dataclass(frozen=True)
class Plant:
    """what: the falsehood in words. module: below ``wres_report``. right, wrong: its source."""

    what: str
    module: str
    right: str
    wrong: str

    def __str__(self) -> str:
        return self.what.replace(" ", "-")


class Gone(AssertionError):
    """The source does not hold the piece that a plant changes, or holds it twice."""


@contextmanager
def planted(plant: Plant) -> Iterator[None]:
    """The program with one falsehood in it. Raises ``Gone`` where the plant has no place."""
    module = importlib.import_module(f"wres_report.{plant.module}")
    source = inspect.getsource(module)
    if source.count(plant.right) != 1:
        raise Gone(
            f"“{plant.right}” stands {source.count(plant.right)} times in {module.__name__}: "
            f"write the plant “{plant.what}” anew."
        )
    before = dict(vars(module))
    changed = dict(vars(module))
    exec(compile(source.replace(plant.right, plant.wrong), str(module.__file__), "exec"), changed)
    swaps: list[Swap] = []
    for name, right in before.items():
        wrong = changed.get(name)
        if isinstance(right, FunctionType) and right.__module__ == module.__name__:
            assert isinstance(wrong, FunctionType)
            swaps.append(_code(right, wrong))
        elif inspect.isclass(right) and right.__module__ == module.__name__:
            for method, own in vars(right).items():
                other = vars(wrong).get(method)
                if isinstance(own, FunctionType) and isinstance(other, FunctionType):
                    swaps.append(_code(own, other))
        elif name.isupper() and right != wrong:
            swaps += _constants(name, right, wrong)
    try:
        for put, _ in swaps:
            put()
        yield
    finally:
        for _, take_back in swaps:
            take_back()


def _code(right: FunctionType, wrong: FunctionType) -> Swap:
    """The same function with other code, wherever it was imported to."""
    # A function of a cache or another wrapper is no plain one, and stays as it is.
    ours, theirs = right.__code__, wrong.__code__
    if ours.co_freevars != theirs.co_freevars:
        return (lambda: None), (lambda: None)

    def put() -> None:
        right.__code__ = theirs

    def take_back() -> None:
        right.__code__ = ours

    return put, take_back


def _constants(name: str, right: object, wrong: object) -> list[Swap]:
    """A constant, in every module that holds it under its name."""
    holders = [m for m in list(sys.modules.values()) if isinstance(m, ModuleType)
               and m.__name__.startswith("wres_report") and vars(m).get(name) is right]  # fmt: skip
    return [
        (lambda m=m: setattr(m, name, wrong), lambda m=m: setattr(m, name, right))  # type: ignore[misc]
        for m in holders
    ]


VERDICTS, TRENDS = "measures.verdicts", "measures.trends"
HEADLINE, LISTS = "report.parts.headline", "report.parts.verdicts"
STANDING, PLAN = "report.parts.standing", "plans.standing"
RATIO, SURVEY = "indicators.likelihood.words", "indicators.survey.words"
STAFF, BOARD = "indicators.representation.words", "indicators.board.measure"

PLANTS = (
    Plant("worse and better change places", VERDICTS,
          "above = value.number > parity", "above = value.number < parity"),
    Plant("too few cases are no clear difference", VERDICTS,
          "return TOO_FEW if few else NO_CLEAR_DIFFERENCE", "return NO_CLEAR_DIFFERENCE"),
    Plant("chance is not weighed", VERDICTS,
          "if value.low <= parity <= value.high:", "if value.number == parity:"),
    Plant("the board has a seat more", VERDICTS,
          "seats = round(bme_members) - mirrored", "seats = round(bme_members) - mirrored + 1"),
    Plant("short and above change places", VERDICTS, "if seats < 0:", "if seats > 0:"),
    Plant("higher and lower change places", VERDICTS,
          'direction = "higher" if change.value > 0', 'direction = "higher" if change.value < 0'),
    Plant("a change within chance is told as one", VERDICTS,
          'return f"{direction}, within chance"', "return direction"),
    Plant("closer to parity is further from it", VERDICTS, "if now < then", "if now > then"),
    Plant("above the benchmark is below it", VERDICTS,
          "if value.value > benchmark.value", "if value.value < benchmark.value"),
    Plant("better than the benchmark is worse", VERDICTS,
          '(direction == "above") == (better == "higher")',
          '(direction == "above") != (better == "higher")'),
    Plant("four fifths the wrong way", VERDICTS,
          "return FOUR_FIFTHS[0] <= as_printed(ratio)",
          "return not FOUR_FIFTHS[0] <= as_printed(ratio)"),
    Plant("all is only just beyond chance", VERDICTS,
          "return abs(number - nearer) < abs(number - level)", "return True or abs(level)"),
    Plant("it rose in each year although not in each", TRENDS,
          "if all(step > 0 for step in steps):", "if any(step > 0 for step in steps):"),
    Plant("rose and fell change places", TRENDS,
          '"rose" if step > 0 else "fell" for', '"fell" if step > 0 else "rose" for'),
    Plant("turns against the order of years", TRENDS,
          'return ", then ".join(ways)', 'return ", then ".join(reversed(ways))'),
    Plant("it ends on the other side", TRENDS,
          'return "ends higher" if whole > 0', 'return "ends higher" if whole < 0'),
    Plant("every trend is more than chance", TRENDS,
          "clear = whole.low > 0 or whole.high < 0", "clear = True"),
    Plant("a board that is short counts as worse", HEADLINE,
          '(("worse",), ("better",), UNCERTAIN)', '(("worse", "short"), ("better",), UNCERTAIN)'),
    Plant("no clear difference counts as better", HEADLINE, '(("worse",), ("better",), UNCERTAIN)',
          '(("worse",), ("better", "no_clear_difference"), ("too_few",))'),
    Plant("one more has no figure", HEADLINE,
          "len(of_codes(rows, *MISSING))", "len(of_codes(rows, *MISSING)) + 1"),
    Plant("the nearest is called the furthest", HEADLINE,
          "max(chosen, key=_distance)", "min(chosen, key=_distance)"),
    Plant("the furthest of one kind is that of all", HEADLINE,
          'f"{title}, {kind}" if len(kinds) > 1 else title', "title"),
    Plant("published figures far off are passed over", HEADLINE,
          'beyond = [row for row in of_codes(rows, "without_counts") if beyond_range(row)]',
          "beyond = []"),
    Plant("since last year the wrong way", HEADLINE,
          'fell == (indicator.better != "higher")', 'fell != (indicator.better != "higher")'),
    Plant("moves within chance are told as more", HEADLINE,
          "if not told_from_chance(change):", "if told_from_chance(change):"),
    Plant("the date of one action beside another", HEADLINE,
          "standing.due(own[0])", "standing.due(standing.actions[-1])"),
    Plant("the lead of one action beside another", HEADLINE,
          "map(text, action.lead)", "map(text, standing.actions[-1].lead)"),
    Plant("what is planned is said not to be", HEADLINE, "if not own:", "if len(own) < 2:"),
    Plant("what is not clear goes well", LISTS, '"better", "mirrors", "above")',
          '"better", "mirrors", "above", "no_clear_difference")'),
    Plant("a board that is short asks for nothing", LISTS,
          'code_of(row) in ("worse", "short")', 'code_of(row) in ("worse",)'),
    Plant("what is uncertain is left out", LISTS,
          "rows = of_codes(summary_rows(report), *UNCERTAIN)",
          'rows = of_codes(summary_rows(report), "too_few")'),
    Plant("every indicator has a figure", LISTS,
          "    if chosen:\n        return _bullets(report, chosen) + (",
          "    if False:\n        return _bullets(report, chosen) + ("),
    Plant("a figure that may be chance is left out of account", "report.parts.headline",
          '(" beyond chance" if same_side else "")', '""'),
    Plant("responses that are not supplied are passed over", LISTS,
          "if row.figure.note == ONE_SIDED", "if not row.figure.ok"),
    Plant("each with its lead", LISTS, "leads = not standing.without_lead", "leads = True"),
    Plant("each with its date", LISTS,
          "dates = len(standing.dated) == len(standing.actions)", "dates = True"),
    Plant("the chance of one verdict for that of all", LISTS,
          "alone = 1 - report.params.confidence**weighed", "alone = 1 - report.params.confidence"),
    Plant("parity of a gap is that of a ratio", LISTS,
          'parity = "1.00" if', 'parity = "0" if'),
    Plant("better as published asks for action", LISTS,
          "return above if row.indicator.better", "return not above if row.indicator.better"),
    Plant("the last date is the first", STANDING,
          "from {day_in_words(first)} to {day_in_words(last)}",
          "from {day_in_words(first)} to {day_in_words(first)}"),
    Plant("none names a lead although some do", STANDING,
          "    if missing == count:", "    if missing:"),
    Plant("one role more leads the plan", STANDING,
          'f"{leads} roles lead"', 'f"{leads + 1} roles lead"'),
    Plant("all have a date although some do", STANDING, "if part == whole:", "if part:"),
    Plant("what is due later is overdue", PLAN,
          "is not None and due < as_at]", "is not None and due > as_at]"),
    Plant("what is done is overdue", PLAN,
          "tuple(a for a in late if a.rag and a not in done)", "tuple(a for a in late if a.rag)"),
    Plant("one old action carried over by many", PLAN, "left.remove(old)", "pass"),
    Plant("a state of last year is one of today", "plans.model",
          'replace(action, rag="", progress="")', "action"),
    Plant("the ratio the other way round", RATIO,
          "return name[top], name[bottom]", "return name[bottom], name[top]"),
    Plant("the rate of one group for the other", RATIO, "{term} {who}, {study.shown}.",
          "{term} {who}, {other.shown}."),
    Plant("the wrong group is the more likely", RATIO,
          'likelier = said["likelier"] == code', 'likelier = said["likelier"] != code'),
    Plant("an empty group is called one without cases", RATIO,
          'if "not_calculable" in [', 'if "not_calculable" not in ['),
    Plant("counts that are supplied are said not to be", RATIO,
          "if previous.published else", "if not previous.published else"),
    Plant("answers of the two groups change places", SURVEY,
          "for name, value in ((term, study), (groups.word, other)) if value.ok",
          "for name, value in ((term, other), (groups.word, study)) if value.ok"),
    Plant("a clear gap is said not to be", SURVEY,
          'elif code == "no_clear_difference":', 'elif code in ("worse", "better"):'),
    Plant("the trend of one group for the other", SURVEY,
          "sentences += _trend_sentence(trends[group], label)",
          "sentences += _trend_sentence(trends[groups.study], label)"),
    Plant("fewer at the top is more", STAFF,
          '"worse": "fewer than their share', '"worse": "more than their share'),
    Plant("bands that are not clearly lower", STAFF,
          "band.share.high < overall.number", "band.share.low < overall.number"),
    Plant("members and all members change places", BOARD,
          "{theirs.shown} of {members} voting", "{members} of {members} voting"),
    Plant("one member are", BOARD, "{agreeing(theirs.value or 0)}", "are"),
    Plant("a board with nobody of the group goes well", LISTS, '"better", "mirrors", "above")',
          '"better", "mirrors", "none_mirrors", "above")'),
    Plant("nobody on the board is passed over", VERDICTS,
          "if not seats and not mirrored:", "if seats and not mirrored:"),
    Plant("one of several leads all of the plan", STANDING, "if led < count", "if led > count"),
    Plant("a mirroring board of one more", BOARD,
          "would have {mirrored} {term}", "would have {mirrored + 1} {term}"),
    Plant("a table that is there is said not to be", "report.parts.indicators",
          "if not tables and not kind_of", "if tables and not kind_of"),
    Plant("White and BME change columns", "report.parts.summary",
          "            row.summed.comparator,\n            row.summed.study,",
          "            row.summed.study,\n            row.summed.comparator,"),
)  # fmt: skip
