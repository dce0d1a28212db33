"""A good small plan, and the ways in which plans come malformed: what is done, what must come."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field

from wres_report.plans.model import PLAN_COLUMNS

Rows = list[dict[str, str]]
LAYOUT = {
    "legend": [
        {"state": "Green", "colour": "green"}, {"state": "Amber", "colour": "amber"},
        {"state": "Done", "colour": "blue", "done": True},
    ],
    "priorities": [{"title": "Our priorities", "items": {"P1": "Fair jobs", "P2": "Kindness"}}],
}  # fmt: skip
HEAD_OF_HR = "Head of HR"


def good_plan() -> Rows:
    """Four actions, in rows 2 to 5 of their file."""
    said = (
        {"id": "1.1", "indicators": "2", "theme": "Recruitment", "action": "Train panels",
         "sub_actions": "Write the course | Give it", "lead": HEAD_OF_HR, "rag": "Green",
         "timeframe": "31 March 2022", "progress": "Course written", "priorities": "P1 | HIA2"},
        {"id": "1.2", "indicators": "3;6", "theme": "Recruitment", "action": "Publish rates",
         "lead": "Head of OD", "timeframe": "Quarterly", "rag": "Amber"},
        {"id": "2.1", "indicators": "all", "theme": "Culture", "action": "Hold listening days",
         "lead": "Head of HR | Head of OD", "timeframe": "Q3", "see_plans": "the People Plan"},
        {"id": "2.2", "indicators": "general", "theme": "Culture", "action": "Review the plan",
         "lead": "Board", "timeframe": "Ongoing", "see_actions": "1.1"},
    )  # fmt: skip
    return [dict.fromkeys(PLAN_COLUMNS, "") | row for row in said]


def as_csv(rows: Rows, columns: tuple[str, ...] = PLAN_COLUMNS) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@dataclass(frozen=True)
class Case:
    """content: of ``actions.csv``. state: of the gate. findings: rule, row and column of each.

    words: stand in what is told. settings: of the trust, beside its name. files: others.
    """

    content: bytes
    state: str
    findings: tuple[tuple[str, int | None, str], ...] = ()
    words: tuple[str, ...] = ()
    settings: dict[str, object] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def put(row: int, **cells: str) -> Callable[[Rows], None]:
    return lambda rows: rows[row - 2].update(cells)


def plan(*changes: Callable[[Rows], None]) -> bytes:
    rows = good_plan()
    for change in changes:
        change(rows)
    return as_csv(rows).encode()


def blocked(content: bytes, rule: str, row: int, column: str, *words: str) -> Case:
    return Case(content, "blocked", ((rule, row, column),), words)


def noted(content: bytes, rule: str, row: int, column: str, *words: str) -> Case:
    return Case(content, "notes", ((rule, row, column),), words)


def clean(content: bytes) -> Case:
    return Case(content, "clean")


def unreadable(content: bytes, *words: str) -> Case:
    return Case(content, "unreadable", words=("actions.csv", *words))


GOOD = as_csv(good_plan())
WITHOUT_TIME = as_csv(good_plan(), tuple(c for c in PLAN_COLUMNS if c != "timeframe")).encode()
LONG = ("We will listen and act. " * 450)[:10_000]
BIG = plan(lambda rows: rows[0].update(sub_actions=" | ".join(f"step {n}" for n in range(300))))
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3", "=HYPERLINK(1)", "@tbl-x", "-cmd")
CONTROLS = {"NUL": "\x00", "a bell": "\x07", "an escape": "\x1b[31m", "a C1 control": "\x81",
            "a bullet of Word's Symbol font": "\uf0b7", "no character": "\ufffe"}  # fmt: skip
SLIPS = {"31 Febuary": "28 February 2022", "31 February 2022": "28 February 2022",
         "31/13/2021": "a month from 1 to 12", "13/31/2025": "a month from 1 to 12",
         "Setpember 2021": "September 2021", "Q7": "a quarter from Q1 to Q4",
         "2021-13": "a month from 1 to 12",
         "31 March 20222": "a year such as 2022"}  # fmt: skip
TEXTS = {
    "right-to-left text": "תוכנית פעולה",
    "combining characters": "re\u0301sume\u0301",
    "emoji in outline": "😀 done ✔",
    "zero-width and bidi controls": "a\u200bb\u202ec\u2066d",
    "a script": "<script>alert(1)</script>",
    "Markdown and Quarto": "# heading ::: {{< include x >}} | pipe | $x$ [^1] [@x]",
    "LaTeX and Typst": r"#pagebreak() \input{x}",
    "a negative percentage": "-5%",
    "a dash": "- none so far",
}

CASES: dict[str, Case] = {
    "nothing wrong": clean(plan()),
    # Ids
    "an id twice": blocked(plan(put(3, id="1.1")), "given_twice", 3, "id", "“1.1” in rows 2 and 3"),
    "an id twice but for spaces": blocked(plan(put(3, id=" 1.1 ")), "given_twice", 3, "id", "1.1"),
    "an id three times": blocked(
        plan(put(3, id="1.1"), put(4, id="1.1")), "given_twice", 4, "id", "rows 2 and 3 and 4"
    ),
    "ids in another case": clean(plan(put(2, id="a1"), put(3, id="A1"), put(5, see_actions="a1"))),
    "no id": blocked(plan(put(3, id="")), "no_id", 3, "id", "an empty cell"),
    "an id of spaces": blocked(plan(put(3, id=" \t ")), "no_id", 3, "id"),
    "two without an id": Case(
        plan(put(3, id=""), put(4, id="")), "blocked", (("no_id", 3, "id"), ("no_id", 4, "id"))
    ),
    # Indicators
    **{
        f"the indicator “{text}”": blocked(
            plan(put(4, indicators=text)), "unknown_indicator", 4, "indicators",
            f"“{text}”" if text else "an empty cell", "3;6;8",
        )
        for text in ("10", "0", "i3", "3,6", "three", "All", "3;;6", "")
    },
    # Dates
    **{
        f"due “{text}”": blocked(
            plan(put(3, timeframe=text)), "not_a_date", 3, "timeframe", f"“{text}”",
            f"A date has {meant};" if meant.startswith("a ") else f"Is “{meant}” meant?",
        )
        for text, meant in SLIPS.items()
    },
    # What is missing
    "no lead": noted(plan(put(3, lead="")), "no_lead", 3, "lead", "an empty cell"),
    "a lead of separators": noted(plan(put(3, lead=" | | ")), "no_lead", 3, "lead"),
    "no date": noted(plan(put(4, timeframe="")), "no_timeframe", 4, "timeframe"),
    "neither, but a reference": clean(plan(put(5, lead="", timeframe=""))),
    "no action": blocked(plan(put(3, action="")), "no_action", 3, "action"),
    "steps of separators alone": blocked(
        plan(put(2, action="", sub_actions="| |")), "no_action", 2, "action"
    ),
    "steps without an action": clean(plan(put(2, action=""))),
    # States, priorities, references
    "an unknown state": noted(
        plan(put(3, rag="Purple")), "unknown_state", 3, "rag", "“Green”, “Amber”, “Done”"
    ),
    "a state in another case": clean(plan(put(3, rag="GREEN"))),
    "an unknown priority": blocked(
        plan(put(2, priorities="P1 | P9")), "unknown_priority", 2, "priorities",
        "There is no “P9”; there are HIA1",
    ),
    "an unknown High Impact Action": blocked(
        plan(put(2, priorities="HIA7")), "unknown_priority", 2, "priorities", "There is no “HIA7”"
    ),
    "an unknown reference": blocked(
        plan(put(5, see_actions="1.1 | 9.9")), "unknown_reference", 5, "see_actions",
        "There is no action “9.9”",
    ),
    "a reference in another case": blocked(
        plan(put(2, id="A1"), put(5, see_actions="a1")), "unknown_reference", 5, "see_actions"
    ),
    "references of separators alone": clean(plan(put(5, see_actions="|"))),
    "an action that refers to itself": noted(
        plan(put(5, see_actions="2.2")), "circular_reference", 5, "see_actions",
        "The circle is 2.2 → 2.2",
    ),
    "a circle of two": Case(
        plan(put(2, see_actions="2.2")), "notes",
        (("circular_reference", 2, "see_actions"), ("circular_reference", 5, "see_actions")),
        ("1.1 → 2.2 → 1.1",),
    ),
    "a circle of three": Case(
        plan(put(2, see_actions="1.2"), put(3, see_actions="2.1"), put(4, see_actions="1.1"),
             put(5, see_actions="")),
        "notes", tuple(("circular_reference", row, "see_actions") for row in (2, 3, 4)),
        ("1.1 → 1.2 → 2.1 → 1.1",),
    ),
    # Columns
    "a missing column": blocked(
        WITHOUT_TIME, "missing_column", 1, "timeframe", "the head of the file is: id, indicators"
    ),
    "a misspelt column": blocked(
        GOOD.replace("timeframe", "timefrmae").encode(), "missing_column", 1, "timeframe",
        "“timefrmae” may be meant for “timeframe”",
    ),
    "a misspelt column that may be left out": noted(
        GOOD.replace("objective", "objectve").encode(), "unknown_column", 1, "objectve",
        "“objectve” may be meant for “objective”",
    ),
    "a doubled column": unreadable(
        GOOD.replace("rationale", "lead").encode(), "“lead” stands twice", "row 1"
    ),
    "an extra column": noted(
        "\n".join(f"{line},x" for line in GOOD.splitlines()).replace(",x", ",budget", 1).encode(),
        "unknown_column", 1, "budget", "so it is not read",
    ),
    "a head with spaces": clean(GOOD.replace("id,indicators", " id , indicators ").encode()),
    # Files
    "an empty file": unreadable(b"", "empty"),
    "a file of blank lines": unreadable(b"\n \n\n", "empty"),
    "a head alone": Case(
        GOOD.splitlines()[0].encode(), "blocked", (("empty_table", 1, ""),),
        ("no row below the head",),
    ),
    "semicolons": unreadable(GOOD.replace(",", ";").encode(), "parted by semicolons", "row 1"),
    "tabs": unreadable(GOOD.replace(",", "\t").encode(), "parted by tabs"),
    "Latin-1": unreadable(
        GOOD.replace("Head of OD", "Responsável").encode("latin-1"), "UTF-8", "row 3"
    ),
    "UTF-16": unreadable(GOOD.encode("utf-16"), "UTF-8", "row 1"),
    "an unclosed quote": unreadable(
        GOOD.replace("Publish rates", '"Publish rates').encode(), "double quote", "row 3"
    ),
    "a comma outside quotes": unreadable(
        plan(put(3, action="Publish rates", note="x")).replace(b"Publish rates", b"Publish, rates"),
        "row 3", "double quotes",
    ),
    "a row that stops early": Case(
        GOOD.replace(GOOD.splitlines()[2], "1.2,3").encode(), "blocked",
        (("no_action", 3, "action"), ("no_lead", 3, "lead"), ("no_timeframe", 3, "timeframe")),
    ),
    "a byte order mark": clean(b"\xef\xbb\xbf" + GOOD.encode()),
    "lines of Windows": clean(GOOD.replace("\n", "\r\n").encode()),
    "lines of an old Macintosh": clean(GOOD.replace("\n", "\r").encode()),
    "blank lines and rows of commas": clean(
        GOOD.replace("\n1.2", "\n\n" + "," * 17 + "\n \n1.2").encode()
    ),
    "a misspelt file": Case(
        plan(), "notes", (("unknown_file", None, ""),), ("“actions.csv” meant",),
        files={"actoins.csv": GOOD},
    ),
    # Lengths and characters
    "an action of 10,000 characters": noted(
        plan(put(2, action=LONG)), "very_long", 2, "action", "Part it into sub-actions"
    ),
    "300 steps": clean(BIG),
    **{
        f"a formula “{text}”": noted(
            plan(put(3, action=text)), "formula_like", 3, "action", f"“{text}”"
        )
        for text in FORMULAS
    },
    **{
        f"{name} without a letter in the PDF": blocked(
            plan(put(3, action=f"Well {character} done")), "no_letter", 3, "action", code
        )
        for name, character, code in (
            ("an emoji", "👍", "U+1F44D"), ("a Chinese sign", "中", "U+4E2D"),
        )
    },
    "a formula in a list": noted(
        plan(put(2, sub_actions="Write | =1+1")), "formula_like", 2, "sub_actions"
    ),
    **{
        name: noted(
            plan(put(3, progress=f"well {text} on")), "control_character", 3, "progress"
        )
        for name, text in CONTROLS.items()
    },
    **{name: clean(plan(put(3, action=text, lead=text))) for name, text in TEXTS.items()},
    # Last year's plan
    "progress on an action that no plan has": Case(
        plan(), "blocked",
        (("no_action", 2, "action"), ("unknown_indicator", 2, "indicators"),
         ("no_lead", 2, "lead"), ("no_timeframe", 2, "timeframe")),
        files={"progress.csv": "id,rag,progress\n7,Green,Well on\n"},
    ),
    "progress twice": Case(
        plan(), "blocked", (("given_twice", 3, "id"),),
        files={"progress.csv": as_csv([*good_plan()[:1], *good_plan()[:1]])},
    ),
}  # fmt: skip
