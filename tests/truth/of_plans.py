"""Sentences on the action plans, this year's and last year's."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from tests.truth.facts import Facts, Row
from tests.truth.saying import Case, counted, says

DONE = {"delivered", "complete", "completed", "closed", "blue"}
MONTHS = {name[:3].lower(): n for n, name in enumerate(calendar.month_name) if name}
DAY = r"\d{1,2} [A-Z][a-z]+ \d{4}"
NO_STATE = "no state given"


def plan(facts: Facts, *, last: bool = False) -> list[Row]:
    """The actions of a plan; of last year's those that nobody reported on come last."""
    if not last:
        return facts.table("actions")
    told, planned = facts.table("progress"), facts.table("actions", facts.year - 1)
    rows = []
    for row in told:
        own = next((p for p in planned if p["id"] == row["id"]), {})
        if row.get("action") or row.get("sub_actions"):
            own = {}
        rows.append(own | {k: v for k, v in row.items() if v})
    named = {row["id"] for row in told}
    return rows + [p | {"rag": "", "progress": ""} for p in planned if p["id"] not in named]


def last_day(row: Row, start: int) -> date | None:
    """The last day that a timeframe names; a plan starts on 1 April of the year ``start``."""
    text = row.get("timeframe", "")
    if re.match(r"(?i)(from|ongoing|monthly from)\b", text):
        return None
    if found := re.findall(
        r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?([A-Z][a-z]{2,8})(?: (\d{4}))?", text
    ):
        day, month, year = found[-1]
        number = MONTHS.get(month[:3].lower())
        if number:
            return date(int(year or start + (number < 4)), number, int(day))
    if found := re.findall(r"\b([A-Z][a-z]{2,8})\.? (\d{4})\b", text):
        number = MONTHS.get(found[-1][0][:3].lower())
        if number:
            return _end(int(found[-1][1]), number)
    if found := re.search(r"\bQ([1-4])\b", text):
        month = int(found[1]) * 3 + 3
        return _end(start + (month > 12), (month - 1) % 12 + 1)
    if found := re.search(r"(?<!every )(\d+)(?: ?(?:-|to) ?(\d+))? months", text):
        months = 3 + int(found[2] or found[1])
        return _end(start + months // 12 - (months % 12 == 0), months % 12 or 12)
    if re.fullmatch(r"[A-Z][a-z]+", text) and text[:3].lower() in MONTHS and \
            text in calendar.month_name:  # fmt: skip
        number = MONTHS[text[:3].lower()]
        return _end(start + (number < 4), number)
    if found := re.fullmatch(r"(\d{4})[-/](\d{2})", text):
        return date(int(found[1]) + 1, 3, 31)
    return None


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def start_of(case: Case) -> int:
    year = int(str(case.facts.settings.get("action_year", case.facts.year))[:4])
    return year - in_last_plan(case)


def in_last_plan(case: Case) -> bool:
    return case.sentence.is_in("sec-progress", "sec-last-standing", "sec-last")


def rows_of(case: Case) -> list[Row]:
    return plan(case.facts, last=in_last_plan(case))


def is_done(case: Case, row: Row) -> bool:
    """Whether its state is one that is commonly called done, or that the trust's settings call so."""
    layout = case.facts.settings.get("last_plan" if in_last_plan(case) else "plan") or {}
    assert isinstance(layout, dict)
    own = {str(s["state"]).lower() for s in layout.get("legend") or [] if s.get("done")}
    return row.get("rag", "").lower() in DONE | own


def days_of(case: Case) -> list[date]:
    days = [last_day(row, start_of(case)) for row in rows_of(case)]
    return sorted(day for day in days if day)


def as_at(facts: Facts) -> date:
    told = facts.settings.get("as_at")
    if isinstance(told, date):
        return told
    return date.fromisoformat(str(told)) if told else date(facts.year, 3, 31)


def day_of(printed: str) -> date:
    day, month, year = printed.split()
    return date(int(year), MONTHS[month[:3].lower()], int(day))


def ids_of(listed: str, rows: list[Row]) -> list[str]:
    """The ids of a list such as ``1, 3 to 5``, the range spelt out in the order of the plan."""
    ids = [row["id"] for row in rows]
    found: list[str] = []
    for part in re.split(r", | and ", listed):
        if part in ids:
            found.append(part)
        elif " to " in part:
            first, last = part.split(" to ")
            found += ids[ids.index(first) : ids.index(last) + 1]
        else:
            found.append(part)
    return found


def wrong_ids(case: Case, listed: str, ours: list[str]) -> Iterator[str]:
    said = ids_of(listed, rows_of(case))
    if sorted(said) != sorted(ours):
        yield f"they are {ours}, not {said}"


def serves(row: Row) -> set[int]:
    cell = row.get("indicators", "")
    return set(range(1, 10)) if cell == "all" else {int(n) for n in re.findall(r"\d+", cell)}


@says(r"(The plan has|Last year’s plan had) (\w+) actions?(?:: (.+))?\.")
def _size(case: Case, match: re.Match[str]) -> Iterator[str]:
    rows = rows_of(case)
    if counted(match[2]) != len(rows):
        yield f"there are {len(rows)}"
    states: dict[str, int] = {}
    for row in rows:
        state = (row.get("rag") or NO_STATE).lower()
        states[state] = states.get(state, 0) + 1
    if match[3]:
        said = {n.lower(): int(c) for c, n in
                (part.split(" ", 1) for part in match[3].split(", "))}  # fmt: skip
        if said != states:
            yield f"the states are {states}"
    elif set(states) != {NO_STATE} and states:
        yield f"states are given: {states}"


@says(rf"(\w+) (?:have|has) a due date, (?:from ({DAY}) to ({DAY})|on ({DAY}))\.")
def _dates(case: Case, match: re.Match[str]) -> Iterator[str]:
    days = days_of(case)
    total = len(rows_of(case))
    said = total if match[1] in ("All", "It", "Both") else counted(match[1])
    if said != len(days):
        yield f"{len(days)} of {total} have a due date"
    ends = [day_of(d) for d in match.groups()[1:] if d]
    if days and (ends[0] != days[0] or ends[-1] != days[-1]):
        yield f"they run from {days[0]} to {days[-1]}"


@says(r"None has a due date\.|It has no due date\.")
def _no_dates(case: Case, match: re.Match[str]) -> Iterator[str]:
    if days_of(case):
        yield f"there are dates: {days_of(case)}"


def leads_of(rows: list[Row]) -> list[str]:
    parts = [re.split(r"(?<!\\) ?\| ?", row.get("lead", "")) for row in rows]
    return sorted({name.strip() for names in parts for name in names if name.strip()})


@says(r"(\w+) roles? leads? (it|them|(\d+) of them)\.")
def _roles(case: Case, match: re.Match[str]) -> Iterator[str]:
    leads = leads_of(rows_of(case))
    if counted(match[1]) != len(leads):
        yield f"the leads are {leads}"
    rows = rows_of(case)
    led = sum(bool(row.get("lead")) for row in rows)
    if (match[2] == "it") != (len(rows) == 1):
        yield f"the plan has {len(rows)} actions"
    elif match[2] != "it" and int(match[3] or len(rows)) != led:
        yield f"{led} of {len(rows)} actions have a lead"


@says(r"(\w+) (?:has|have) no lead\.|None names a lead\.|It names no lead\.")
def _without_lead(case: Case, match: re.Match[str]) -> Iterator[str]:
    rows = rows_of(case)
    ours = [row["id"] for row in rows if not row.get("lead") and not row.get("see_actions")]
    said = len(rows) if match[1] in (None, "It", "None", "All") else counted(match[1])
    if said != len(ours):
        yield f"without a lead are {ours}"


@says(r"(\w+) serves? no indicator in particular\.")
def _no_indicator(case: Case, match: re.Match[str]) -> Iterator[str]:
    ours = [row["id"] for row in rows_of(case) if not serves(row)]
    said = len(rows_of(case)) if match[1] == "It" else counted(match[1])
    if said != len(ours) or (match[1] == "It" and said != 1):
        yield f"they are {ours}"


@says(r"For (none in particular|all indicators): (.+)\.")
def _general(case: Case, match: re.Match[str]) -> Iterator[str]:
    wanted = "general" if match[1].startswith("none") else "all"
    ours = [r["id"] for r in rows_of(case) if (r.get("indicators") or "general") == wanted]
    yield from wrong_ids(case, match[2], ours)


@says(
    rf"(Overdue on|Past their date on|Past their date, with no state given)(?: ({DAY}))?: "
    r"actions? (.+)\."
)
def _overdue(case: Case, match: re.Match[str]) -> Iterator[str]:
    if match[2] and day_of(match[2]) != as_at(case.facts):
        yield f"the report is as at {as_at(case.facts)}"
    past = [r for r in rows_of(case)
            if (day := last_day(r, start_of(case))) and day < as_at(case.facts)]  # fmt: skip
    stated = match[1] == "Overdue on"
    ours = [r["id"] for r in past if bool(r.get("rag")) == stated
            and not is_done(case, r)]  # fmt: skip
    yield from wrong_ids(case, match[3], ours)


@says(rf"(\S+), (?:was )?due ({DAY}): (.+)")
def _one_overdue(case: Case, match: re.Match[str]) -> Iterator[str]:
    row = next((r for r in rows_of(case) if r["id"] == match[1]), None)
    if row is None or last_day(row, start_of(case)) != day_of(match[2]):
        yield f"action {match[1]} is due {row and last_day(row, start_of(case))}"
    elif day_of(match[2]) >= as_at(case.facts) or is_done(case, row):
        yield f"action {match[1]} is not overdue"


@says(r"Without a due date: (.+)\.")
def _undated(case: Case, match: re.Match[str]) -> Iterator[str]:
    said: dict[str, list[str]] = {}
    for part in match[1].split("; "):
        words, _, ids = part.rpartition(": ")
        said.setdefault(words, []).extend(ids_of(ids, rows_of(case)))
    ours: dict[str, list[str]] = {}
    for row in rows_of(case):
        if row.get("timeframe") and last_day(row, start_of(case)) is None:
            ours.setdefault(row["timeframe"], []).append(row["id"])
    if {k: sorted(v) for k, v in said.items()} != {k: sorted(v) for k, v in ours.items()}:
        yield f"they are {ours}"


@says(r"Carried over: (.+)\.")
def _carried(case: Case, match: re.Match[str]) -> Iterator[str]:
    ours = {r["id"]: r["carried_over_from"] for r in rows_of(case) if r.get("carried_over_from")}
    before = {r["id"] for r in plan(case.facts, last=True)}
    for part in re.split(r", (?=\S+ \()", match[1]):
        found = re.fullmatch(r"(\S+) \(from (.+)\)", part)
        if not found:
            yield f"not understood: {part}"
        elif found[1] in ours:
            if ours[found[1]] != found[2]:
                yield f"{found[1]} is carried over from {ours[found[1]]}"
        elif found[1] not in before and found[2] not in before:
            yield f"last year’s plan has no {found[1]}"
        elif not _same_action(case, found[1], found[2]):
            yield f"{found[1]} is not the action {found[2]} of last year"


def _same_action(case: Case, this: str, last: str) -> bool:
    new = next((r for r in plan(case.facts) if r["id"] == this), {})
    last = last.split(": ")[-1]
    old = next((r for r in plan(case.facts, last=True) if r["id"] == last), {})
    return new.get("action") == old.get("action")


@says(r"Not marked as done, and not named in this year’s plan: actions? (.+)\.")
def _dropped(case: Case, match: re.Match[str]) -> Iterator[str]:
    rows = plan(case.facts, last=True)
    carried = " ".join(r.get("carried_over_from", "") for r in plan(case.facts))
    new = {r["id"]: r.get("action") for r in plan(case.facts)}
    for name in ids_of(match[1], rows):
        row = next((r for r in rows if r["id"] == name), {})
        if is_done(case, row):
            yield f"{name} is marked as done"
        if re.search(rf"(?<![\d.]){re.escape(name)}(?![\d.])", carried):
            yield f"{name} is carried over"
        if row.get("action") and new.get(name) == row["action"]:
            yield f"{name} stands in this year’s plan"


@says(
    r"No action plan for (\S+) was supplied with this report\.|The trust did not supply an action plan\."
)
def _no_plan(case: Case, match: re.Match[str]) -> Iterator[str]:
    if plan(case.facts):
        yield "a plan is supplied"


@says(r"The trust did not supply last year’s plan with its progress\.")
def _no_progress(case: Case, match: re.Match[str]) -> Iterator[str]:
    if case.facts.table("progress"):
        yield "it is supplied"


@says(r"The actions for (\S+) stand in Appendix 2(?:, each with (its lead)?( and )?(its date)?)?\.")
def _where(case: Case, match: re.Match[str]) -> Iterator[str]:
    rows = plan(case.facts)
    if not rows:
        yield "there is no plan"
    if not any(h.startswith("Appendix 2: action plan") for h in case.page.headings):
        yield "there is no Appendix 2"
    if match[2] and not all(r.get("lead") or r.get("see_actions") for r in rows):
        yield "not every action has a lead"
    if match[4] and not all(last_day(r, start_of(case)) for r in rows):
        yield "not every action has a date"


@says(r"What is planned: (.+)\.|(On indicator \d: .+|No action names indicators? .+)\.")
def _planned(case: Case, match: re.Match[str]) -> Iterator[str]:
    rows = plan(case.facts)
    for part in re.split(r"\. ", match[1] or match[2]):
        if found := re.fullmatch(r"No action names indicators? ([\d, and]+)", part):
            for number in re.findall(r"\d", found[1]):
                ours = [r["id"] for r in rows if int(number) in serves(r)]
                if ours and not _for_all(rows, ours):
                    yield f"{ours} name indicator {number}"
            continue
        found = re.fullmatch(r"On indicator (\d): action (\S+)(?: \((.+?)\))?(?: and (\d+) more)?",
                             part)  # fmt: skip
        if not found:
            yield f"not understood: {part}"
            continue
        ours_ = [r for r in rows if int(found[1]) in serves(r)]
        row = next((r for r in ours_ if r["id"] == found[2]), None)
        if row is None:
            yield f"no action {found[2]} serves indicator {found[1]}"
            continue
        naming = [r for r in ours_ if r.get("indicators") != "all"]
        if int(found[4] or 0) not in (len(ours_) - 1, len(naming) - 1):
            yield f"{len(ours_) - 1} more serve indicator {found[1]}"
        if found[3]:
            yield from _wrong_lead_and_date(case, row, found[3])
        elif row.get("lead"):
            yield f"the lead of {found[2]} is not named"


def _for_all(rows: list[Row], ids: list[str]) -> bool:
    return all(r.get("indicators") == "all" for r in rows if r["id"] in ids)


def _wrong_lead_and_date(case: Case, row: Row, told: str) -> Iterator[str]:
    parts = re.fullmatch(rf"(.*?)(?:(?:, )?by ({DAY}))?", told)
    assert parts
    leads = leads_of([row])
    if sorted(filter(None, parts[1].split(", "))) != leads:
        yield f"its leads are {leads}, not {parts[1]}"
    day = last_day(row, start_of(case))
    if (day_of(parts[2]) if parts[2] else None) != day:
        yield f"it is due {day}"


@says(rf"As at ({DAY})(?:; computed from the plan and the verdicts of this report)?\.")
def _as_at(case: Case, match: re.Match[str]) -> Iterator[str]:
    if day_of(match[1]) != as_at(case.facts):
        yield f"it is as at {as_at(case.facts)}"


@says(r"(Progress|State|RAG.*?): ([A-Z][\w /]+(?: · [\w /]+)*)")
def _legend(case: Case, match: re.Match[str]) -> Iterator[str]:
    rows = plan(case.facts, last=not case.sentence.is_in("sec-actions"))
    used = {r["rag"].lower() for r in rows if r.get("rag")}
    said = {s.lower() for s in match[2].split(" · ")}
    if used - said:
        yield f"the legend leaves out {used - said}"
