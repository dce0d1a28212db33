"""The table at the head of a report, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.truth.facts import SURVEY, Facts
from tests.truth.of_lists import figure_of, wrong_verdict
from tests.truth.page import Page, Sentence
from tests.truth.saying import Case, differs


def wrong_tables(facts: Facts, page: Page) -> Iterator[tuple[str, str]]:
    """Cells of the summary that the inputs do not bear out: the row, and why."""
    for table in page.tables.values():
        if not table.caption.startswith("The nine indicators, "):
            continue
        for row in table.rows:
            case = Case(facts, page, Sentence("", table.sections, "table", ""))
            for why in _wrong_row(case, table.head, row):
                yield " | ".join(row), why


def _wrong_row(case: Case, head: list[str], row: list[str]) -> Iterator[str]:
    indicator = int(row[0][0])
    cells = dict(zip(head, row, strict=False))
    verdict = re.sub(r"^[▲▼●◇◆□○] ", "", row[-1])
    yield from wrong_verdict(case, indicator, verdict)
    this_year = _number(cells.get("This year", ""))
    if this_year and indicator != 1:
        yield from differs("this year", this_year, case.weighed[indicator].figure)
    elif this_year:
        yield from differs("this year", this_year, case.facts.workforce_share())
    if indicator == 1:
        share = _number(cells.get(case.term, "") or cells.get(_capital(case.term), ""))
        if share:
            yield from differs("the share", share, case.facts.workforce_share())
        return
    for group, name in (("White", "white"), (_capital(case.term), "bme")):
        printed = _number(cells.get(group, ""))
        if printed and indicator != 9:
            yield from differs(f"{group} per cent", printed, figure_of(case, indicator, name))
    before = cells.get("Last year", "")
    if indicator in SURVEY and "pp" in before:
        of = [
            case.facts.answers(indicator, g, case.facts.year - 2).percent for g in ("bme", "white")
        ]
        if of[0] is not None and of[1] is not None:
            yield from differs("last year's gap", _number(before) or "", of[0] - of[1])


def _capital(term: str) -> str:
    return term[0].upper() + term[1:]


def _number(cell: str) -> str | None:
    found = re.search(r"[+−]?\d[\d,]*(?:\.\d+)?", cell)
    return found[0] if found else None
