"""Makes actions of the rows of somebody's plan: cells rewritten as the model has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from wres_report.plan_files.action_cells import BULLET, Part, parts_of, strip_mark
from wres_report.plan_files.entries import Entry
from wres_report.plan_files.grid import Cell, one_line
from wres_report.plan_files.ids import FROM_COLUMN, FROM_TEXT, Claim, unique_ids
from wres_report.plan_files.indicator_cells import Reading, read_indicators
from wres_report.plan_files.numbered import in_parallel
from wres_report.plan_files.remarks import Remarks
from wres_report.plan_files.states import is_letter_b, state_of
from wres_report.plans.model import GENERAL, LIST_COLUMNS, PLAN_COLUMNS, Action
from wres_report.words import counted

TEXT_COLUMNS = tuple(
    name
    for name in PLAN_COLUMNS
    if name not in (*LIST_COLUMNS, "id", "indicators", "action", "theme")
)
LEADS = re.compile(r"\n|;|\s\|\s")
ITEMS = re.compile(r"\n|;|,|\s\|\s")
HIGH_IMPACT = re.compile(
    r"^\W*(?:(?:nhs\s+)?(?:edi\s+)?high[- ]impact\s+actions?|hias?)\W*(?:no\.?\s*)?"
    r"([1-6](?:\s*(?:,|&|/|and|\+)+\s*[1-6])*)(?!\d|\.\d)(.*)$",
    re.IGNORECASE | re.DOTALL,
)
SHORT_ITEM = 24  # characters; a comma parts names of priorities, and stands within their words
HIGH_IMPACT_AGAIN = re.compile(r"\b(?:hia|high[- ]impact action)s?\W*[1-6]", re.IGNORECASE)
SEVERAL = 2


@dataclass(frozen=True)
class _Draft:
    claim: Claim
    action: Action


def draft_actions(
    entries: Sequence[Entry], leads_within: bool, split: bool, remarks: Remarks
) -> tuple[Action, ...]:
    """The actions of the rows, in order; each has an id of its own.

    leads_within: whether the column of the action names who leads as well. split: whether
    bullets without an introduction are an action each.
    """
    parts = [_parts(entry, leads_within, split) for entry in entries]
    numbered = sum(1 for found in parts if found and found[0].id)
    # A number that few actions begin with is a part of their text, such as "60. anniversary".
    numbers_count = 2 * numbered >= len(entries)
    indicators = _indicators(entries, remarks)
    drafts: list[_Draft] = []
    for entry, found, (reading, unread) in zip(entries, parts, indicators, strict=True):
        accepted = [_accepted(part, numbers_count, len(found)) for part in found]
        _remark_on(entry, accepted, remarks)
        shares = in_parallel(entry.cells, accepted)
        if any(share is not entry.cells for share in shares):
            text = "Cells that number their parts as the actions do are parted with them."
            remarks.add("paired", text, entry.where)
        for place, part in enumerate(accepted):
            note = unread if place == 0 else ""
            own = Entry(entry.where, shares[place], entry.theme)
            drafts.append(_draft(own, part, accepted, reading.indicators, note))
        _remark_on_readings(entry, remarks)
    ids = unique_ids([draft.claim for draft in drafts], remarks)
    return tuple(replace(draft.action, id=name) for draft, name in zip(drafts, ids, strict=True))


def _remark_on_readings(entry: Entry, remarks: Remarks) -> None:
    """Say where a cell is written as less, or as something else, than it says."""
    cell = entry.cells.get("priorities", Cell())
    if any(_words_of_its_own(item) for item in _items(cell.text, LEADS)):
        text = (
            "Words beside the number of a High Impact Action are left out: a report prints the "
            "national ones."
        )
        remarks.add("priorities", text, f"{cell.place}: {cell.plain}")
    cell = entry.cells.get("rag", Cell())
    if is_letter_b(flowing(cell)):
        text = (
            "The state B is read as Blue; write what it means where it is another, such as Black."
        )
        remarks.add("state", text, f"{cell.place}: {cell.plain}")


def _words_of_its_own(item: str) -> bool:
    """Whether an item says more than the numbers of High Impact Actions."""
    return any(
        (match := HIGH_IMPACT.match(part.strip())) is not None
        and re.search(r"\w", HIGH_IMPACT_AGAIN.sub("", match[2])) is not None
        for part in item.split(",")
    )


def flowing(cell: Cell) -> str:
    """The text of a cell in one line; the items of a list are parted by semicolons."""
    text = ""
    for line in cell.lines:
        words = one_line(strip_mark(line.text))
        item = bool(line.mark) or BULLET.match(line.text) is not None
        if text and words:
            text += "; " if item and text[-1] not in ".;:,!?" else " "
        text += words
    return text


def _parts(entry: Entry, leads_within: bool, split: bool) -> list[Part]:
    found = parts_of(entry.cells.get("action", Cell()), leads_within, split)
    steps = tuple(
        one_line(strip_mark(line.text))
        for line in entry.cells.get("sub_actions", Cell()).lines
        if one_line(line.text)
    )
    if not found:
        return [Part("", steps)]
    return [*found[:-1], replace(found[-1], items=found[-1].items + steps)]


def _accepted(part: Part, numbers_count: bool, parts: int) -> Part:
    """The part with its id, or with the number as a part of its text."""
    if part.id and part.numbered and not numbers_count and parts < SEVERAL:
        return replace(part, id="", text=part.whole)
    return part


def _draft(entry: Entry, part: Part, parts: Sequence[Part], indicators: str, unread: str) -> _Draft:
    given = flowing(entry.cells.get("id", Cell())).strip("[]() ").rstrip(".")
    several_ids = len({p.id for p in parts if p.id}) > 1
    text = part.text
    if given and not several_ids:
        claim = Claim(given, FROM_COLUMN, indicators, entry.where)
        # Only an id that says the same again may go.
        text = part.text if part.id in ("", given) else part.whole
    else:
        claim = Claim(part.id, FROM_TEXT, indicators, entry.where)
    texts = {name: flowing(entry.cells.get(name, Cell())) for name in TEXT_COLUMNS}
    texts["note"] = " ".join(filter(None, (texts["note"], unread)))
    texts["rag"], said = state_of(texts["rag"])
    texts["progress"] = " ".join(filter(None, (said, texts["progress"])))
    # The same date on two lines, for two who lead, is one date.
    texts["timeframe"] = flowing(_once(entry.cells.get("timeframe", Cell())))
    lead = entry.cells.get("lead", Cell()).text
    action = Action(
        id="",
        indicators=indicators,
        theme=flowing(entry.cells.get("theme", Cell())) or entry.theme,
        action=text,
        sub_actions=part.items,
        lead=_items(part.lead, LEADS) + _items(lead, LEADS),
        see_actions=_items(entry.cells.get("see_actions", Cell()).text, ITEMS),
        see_plans=_items(entry.cells.get("see_plans", Cell()).text, LEADS),
        priorities=_priorities(entry.cells.get("priorities", Cell()).text),
        **texts,
    )
    return _Draft(claim, replace(action, lead=tuple(dict.fromkeys(action.lead))))


def _once(cell: Cell) -> Cell:
    """The cell with each of its lines once."""
    lines = {one_line(line.text): line for line in cell.lines if one_line(line.text)}
    return replace(cell, lines=tuple(lines.values()))


def _items(
    text: str, parted: re.Pattern[str], rewrite: Callable[[str], str] = str
) -> tuple[str, ...]:
    found = (rewrite(one_line(strip_mark(item))) for item in parted.split(text))
    return tuple(dict.fromkeys(filter(None, found)))


def _priorities(text: str) -> tuple[str, ...]:
    """High Impact Actions by their ids, anything else as it is.

    A comma parts only what is short: names, and no sentences.
    """
    found: list[str] = []
    for item in _items(text, LEADS):
        match = HIGH_IMPACT.match(item)
        if match and not HIGH_IMPACT_AGAIN.search(match[2]):
            found += [f"HIA{number}" for number in re.findall("[1-6]", match[1])]
            continue
        parts = [part.strip() for part in item.split(",")]
        if match or all(0 < len(part) <= SHORT_ITEM for part in parts):
            numbers = [HIGH_IMPACT.match(part) for part in parts]
            found += [
                name
                for part, number in zip(parts, numbers, strict=True)
                for name in (
                    [f"HIA{n}" for n in re.findall("[1-6]", number[1])] if number else [part]
                )
                if number or not match
            ]
        else:
            found.append(item)
    return tuple(dict.fromkeys(found))


def _indicators(entries: Sequence[Entry], remarks: Remarks) -> list[tuple[Reading, str]]:
    """For each row its indicators, and the text of a cell that does not tell them.

    That text goes to the first row of its group alone.
    """
    found: list[tuple[Reading, str]] = []
    if not any(entry.cells.get("indicators", Cell()).plain for entry in entries):
        remarks.add("indicators", "No column tells the indicators: all actions are general.")
        return [(Reading(GENERAL), "")] * len(entries)
    before: Cell | None = None
    for entry in entries:
        cell = entry.cells.get("indicators", Cell())
        reading, unread = _read(cell), ""
        if not cell.plain:
            remarks.add("indicators", "No indicator is given: general.", entry.where)
        elif not reading.told:
            text = "This tells no indicator: written general, the text kept in the note."
            remarks.add("indicators", text, f"{cell.place}: {cell.plain}")
            unread = cell.plain if cell is not before else ""
        elif reading.more:
            text = "Words and figures beside an indicator are left out."
            remarks.add("indicators", text, f"{cell.place}: {cell.plain}")
        before = cell
        found.append((reading, unread))
    return found


def _read(cell: Cell) -> Reading:
    reading = read_indicators(cell.text)
    lines = [read_indicators(line.text) for line in cell.lines if one_line(line.text)]
    numbers = {n for line in lines for n in re.findall(r"[1-9][0-9]?", line.indicators)}
    if not reading.told and all(line.told for line in lines) and numbers:
        return Reading(";".join(sorted(numbers, key=int)))
    return reading


def _remark_on(entry: Entry, parts: Sequence[Part], remarks: Remarks) -> None:
    """Say which cells held more than one thing, or something that is no text."""
    if len(parts) >= SEVERAL:
        text = "A cell with several actions: each becomes one, with the rest of the row."
        remarks.add("too_much", text, f"{entry.where}: {counted(len(parts), 'action')}")
    for part in parts:
        if part.paragraphs >= SEVERAL and not part.lead:
            text = "Several paragraphs without bullets or numbers are one action."
            remarks.add("too_much", text, entry.where)
        if part.late:
            text = "A paragraph after a list is put before it."
            remarks.add("too_much", text, entry.where)
    if len(_once(entry.cells.get("timeframe", Cell())).lines) > 1:
        text = "A timeframe with several lines is written in one."
        remarks.add("too_much", text, entry.where)
    for name in ("rag", "progress"):
        cell = entry.cells.get(name, Cell())
        if cell.coloured and not cell.plain:
            text = f"A colour without a word is not read: write the state into {name}."
            remarks.add("colour", text, cell.place)
