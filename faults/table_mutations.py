"""Ways to spoil one table of a trust-year, as people, programs and drives do it."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from wres_report.inputs.tables import TABLES

Rows = list[list[str]]  # the head first
# What must become of it: it is told, it is let through with the same figures, or either.
MUST, HARMLESS, MAY = "told", "the same", "either"

COUNTS = ("workforce", "recruitment", "disciplinary", "training", "board")
COUNTED = ("white", "bme", "unknown")
NO_NUMBERS = (
    "n/a", "<5", "*", "-", "nil", "abc", "1,198", "12%", "1e3", "٣", "12 staff", "#REF!", "=12",
    "(12)", "-12", "−12", "12.5", "9" * 400, "1O8", "12;3", "NaN", "inf", "0x1F", "12\x00", "1_000",
)  # fmt: skip
NO_PERCENTS = ("898", "-5", "12%", "12,5", "0.004", "abc", "9" * 400, "n/a", "1e1", "NaN")


@dataclass(frozen=True)
class Mutation:
    """case: how it can be told from others. expected: ``MUST``, ``HARMLESS`` or ``MAY``.

    table: which one. apply: does it to the folder of the trust, in which the years stand.
    """

    case: str
    expected: str
    table: str
    apply: Callable[[Path], None]


def table_mutations(folder: Path, random: Random) -> Iterator[Mutation]:
    """Mutations without end of the tables in ``folder``, that of a trust, for the year 2021."""
    names = [path.stem for path in sorted((folder / "2021").glob("*.csv"))]
    names = [name for name in names if name in TABLES and name != "published"]
    kinds = (_cell, _cell, _cell, _row, _column, _layout, _bytes, _place, _copy, _words, _last_year)
    while True:
        name = random.choice(names)
        kind = random.choice(kinds)
        found = kind(name, _read(folder / "2021" / f"{name}.csv"), random)
        if found is not None:
            yield found


def _read(path: Path) -> Rows:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def _text(rows: Rows, **form: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", **form).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def put(path: Path, content: bytes) -> None:
    """Write a file of a copy that may be a hard link to the original."""
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def _made(name: str, what: str, expected: str, rows: Rows | bytes, year: int = 2021) -> Mutation:
    content = rows if isinstance(rows, bytes) else _text(rows).encode()
    return Mutation(
        f"{name}: {what}", expected, name,
        lambda trust: put(trust / str(year) / f"{name}.csv", content),
    )  # fmt: skip


def _cell(name: str, rows: Rows, random: Random) -> Mutation | None:
    numbers = [c for c in TABLES[name].numbers if c in rows[0]]
    if not numbers or len(rows) < 2:
        return None
    line, column = random.randrange(1, len(rows)), random.choice(numbers)
    place, old = rows[0].index(column), rows[line][rows[0].index(column)]
    if not old:
        return None
    where = f"row {line + 1}, {column}"
    counted = name in COUNTS and column in COUNTED
    percent = column in ("percent", "benchmark_percent", "bme_percent")
    choice = random.randrange(6)
    if choice == 0:
        rows[line][place] = ""
        sure = name in (*COUNTS, "survey", "locality") and column not in ("indicator",)
        return _made(name, f"{where} emptied", MUST if sure else MAY, rows)
    if choice == 1:
        rows[line][place] = random.choice(("  {}  ", " {}", "{}\u00a0")).format(old)
        return _made(name, f"{where} with spaces", HARMLESS, rows)
    if choice == 2:
        factor = random.choice((10, 100, 1000))
        rows[line][place] = (
            f"{float(old) * factor:.10g}" if percent else old + "0" * len(f"{factor}")
        )
        sure = name == "workforce" and rows[1][:2] == ["all", "all"] and _counts(rows[line])
        return _made(name, f"{where} times {factor}", MUST if sure and float(old) else MAY, rows)
    if choice == 3 and (counted or column == "responses"):
        rows[line][place] = wrong = random.choice(NO_NUMBERS)
        average = name == "disciplinary" and wrong == "12.5"
        return _made(name, f"{where} is {wrong[:12]!r}", MAY if average else MUST, rows)
    if choice == 4 and percent:
        rows[line][place] = wrong = random.choice(NO_PERCENTS)
        return _made(name, f"{where} is {wrong[:12]!r}", MUST, rows)
    digit = random.choice("0123456789")
    rows[line][place] = digit + old[1:]
    return _made(name, f"{where} with another digit", MAY, rows)


def _counts(row: list[str]) -> bool:
    """Whether a row of the workforce is one that the total is made of."""
    return row[1] != "senior_medical_manager"


def _row(name: str, rows: Rows, random: Random) -> Mutation | None:
    if len(rows) < 3 and name not in COUNTS:
        return None
    line = random.randrange(1, len(rows))
    where, keyed = f"row {line + 1}", bool(TABLES[name].key)
    choice = random.randrange(6)
    if choice == 0:
        gone = rows.pop(line)
        figures = [cell for cell in gone if cell and cell != "0"]
        sure = name in (*COUNTS, "survey", "locality") and len(rows) > 1 and len(figures) > 3
        sure = sure and (name != "workforce" or gone[:2] != ["all", "all"])
        sure = sure or len(rows) == 1
        return _made(name, f"{where} dropped ({','.join(gone)[:30]})", MUST if sure else MAY, rows)
    if choice == 1 and keyed:
        rows.insert(line, rows[line])
        return _made(name, f"{where} doubled", MUST, rows)
    if choice == 2 and keyed:
        rows.append([*rows[line][: len(TABLES[name].key)], *rows[random.randrange(1, len(rows))][
            len(TABLES[name].key) :]])  # fmt: skip
        return _made(name, f"{where} again with other figures", MUST, rows)
    if choice == 3 and name not in ("locality", "facts", "actions", "progress", "reported"):
        column = random.choice(TABLES[name].key)
        rows[line][rows[0].index(column)] = wrong = random.choice(("xyz", "", "Whte", "??"))
        return _made(name, f"{where}, {column} is {wrong!r}", MUST, rows)
    if choice == 4 and name in COUNTS:
        white, bme = rows[0].index("white"), rows[0].index("bme")
        row = rows[line]
        row[white], row[bme] = row[bme], row[white]
        sure = name == "workforce" and rows[1][:2] == ["all", "all"] and row[white] != row[bme]
        sure = sure and _counts(row)
        return _made(name, f"{where}, White and BME swapped", MUST if sure else MAY, rows)
    order = rows[1:]
    random.shuffle(order)
    plain = name not in ("actions", "progress")
    return _made(name, "rows in another order", HARMLESS if plain else MAY, [rows[0], *order])


def _column(name: str, rows: Rows, random: Random) -> Mutation | None:
    place = random.randrange(len(rows[0]))
    column, optional = rows[0][place], rows[0][place] in TABLES[name].optional
    choice = random.randrange(6)
    if choice == 0:
        told = MAY if optional else MUST
        dropped = [row[:place] + row[place + 1 :] for row in rows]
        return _made(name, f"column {column} dropped", told, dropped)
    if choice == 1:
        rows[0][place] = random.choice(("xyz", f"{column}_x", f"{column} (n)"))
        return _made(name, f"column {column} renamed {rows[0][place]!r}", MUST, rows)
    if choice == 2:
        return _made(name, f"column {column} twice", MUST, [[*r, r[place]] for r in rows])
    if choice == 3:
        more = [[*rows[0], "remarks"], *([*row, "x"] for row in rows[1:])]
        return _made(name, "a column more", MUST, more)
    if choice == 4:
        return _made(name, "no head", MUST, rows[1:])
    order = list(range(len(rows[0])))
    random.shuffle(order)
    return _made(name, "columns in another order", HARMLESS, [[r[i] for i in order] for r in rows])


def _layout(name: str, rows: Rows, random: Random) -> Mutation | None:
    text = _text(rows)
    forms = {
        "a byte order mark": (HARMLESS, b"\xef\xbb\xbf" + text.encode()),
        "lines of Windows": (HARMLESS, text.replace("\n", "\r\n").encode()),
        "lines of an old Macintosh": (HARMLESS, text.replace("\n", "\r").encode()),
        "blank lines": (HARMLESS, text.replace("\n", "\n\n").encode()),
        "no line break at the end": (HARMLESS, text.rstrip("\n").encode()),
        "everything in quotes": (HARMLESS, _text(rows, quoting=csv.QUOTE_ALL).encode()),  # type: ignore[arg-type]
        "commas at the ends": (HARMLESS, _text([[*row, ""] for row in rows]).encode()),
        "semicolons": (MUST, _text(rows, delimiter=";").encode()),
        "tabs": (MUST, _text(rows, delimiter="\t").encode()),
        "bars": (MUST, _text(rows, delimiter="|").encode()),
        "a title above": (MUST, f"Figures of the trust\n{text}".encode()),
        "a quote never closed": (MUST, text.replace("\n", '\n"', 1).encode()),
    }  # fmt: skip
    what = random.choice(sorted(forms))
    expected, content = forms[what]
    return _made(name, what, expected, content)


def _bytes(name: str, rows: Rows, random: Random) -> Mutation | None:
    text = _text(rows)
    content = text.encode()
    cut = random.randrange(len(_text(rows[:1])), len(content) - 2)
    cut_off = MUST if name in (*COUNTS, "survey") and name != "workforce" else MAY
    kinds = {
        "UTF-16": (MUST, text.encode("utf-16")),
        "Latin-1": (MUST, text.replace("\n", "£\n", 1).encode("latin-1")),
        "emptied": (MUST, b""),
        "the head alone": (MUST, _text(rows[:1]).encode()),
        "a workbook under its name": (MUST, b"PK\x03\x04" + bytes(range(256))),
        f"cut off after {cut} bytes": (cut_off, content[:cut]),
        "NUL in the head": (MUST, b"\x00" + content),
        "too large": (MUST, content + b"\n" * 5_100_000),
        "too many rows": (MUST, content + (",".join(rows[-1]) + "\n").encode() * 12_000),
        "the page of an error": (MUST, b"<!DOCTYPE html><html><body>404</body></html>"),
    }  # fmt: skip
    what = random.choice(sorted(kinds))
    expected, changed = kinds[what]
    return _made(name, what, expected, changed)


def _place(name: str, rows: Rows, random: Random) -> Mutation | None:
    def placed(put_there: Callable[[Path], object]) -> Callable[[Path], None]:
        def apply(trust: Path) -> None:
            path = trust / "2021" / f"{name}.csv"
            path.unlink()
            put_there(path)

        return apply

    kinds: dict[str, tuple[str, Callable[[Path], object]]] = {
        "a link to nothing": (MUST, lambda path: path.symlink_to("nothing.csv")),
        "a link to itself": (MUST, lambda path: path.symlink_to(path.name)),
        "a named pipe": (MUST, lambda path: os.mkfifo(path)),
        "a device": (MUST, lambda path: path.symlink_to("/dev/zero")),
        "a folder": (MUST, lambda path: path.mkdir()),
        "a link outside": (MUST, lambda path: path.symlink_to("/etc/hostname")),
        "a link inside": (
            HARMLESS, lambda path: path.symlink_to(_kept(path, _text(rows).encode())),
        ),
        "another name": (
            MUST, lambda path: put(path.with_stem(f"{name}_copy"), _text(rows).encode()),
        ),
    }  # fmt: skip
    what = random.choice(sorted(kinds))
    expected, put_there = kinds[what]
    return Mutation(f"{name}: {what}", expected, name, placed(put_there))


def _kept(path: Path, content: bytes) -> Path:
    target = path.parents[1] / "kept.txt"
    put(target, content)
    return target


def _copy(name: str, _rows: Rows, random: Random) -> Mutation | None:
    if name in ("workforce", "recruitment", "training", "disciplinary"):
        return Mutation(
            f"{name}: last year's once more", MUST, name,
            lambda trust: put(
                trust / f"2021/{name}.csv", (trust / f"2020/{name}.csv").read_bytes()
            ),
        )  # fmt: skip
    if name == "survey":
        return Mutation("survey: last year's results as this year's", MUST, name, _survey_once_more)
    other = random.choice(("recruitment", "board", "training"))
    if name == other:
        return None
    return Mutation(
        f"{name}: the content of {other}", MUST, name,
        lambda trust: put(trust / f"2021/{name}.csv", (trust / f"2021/{other}.csv").read_bytes()),
    )  # fmt: skip


def _survey_once_more(trust: Path) -> None:
    path = trust / "2021" / "survey.csv"
    head, *rows = _read(path)
    kept = [row for row in rows if row[1] != "2020"]
    again = [[row[0], "2020", *row[2:]] for row in kept if row[1] == "2019"]
    put(path, _text([head, *kept, *again]).encode())


def _words(name: str, rows: Rows, random: Random) -> Mutation | None:
    line = random.randrange(1, len(rows))
    changes = {
        "facts": [("display", "9{}", MUST), ("display", "", MUST), ("key", "Two Words", MUST),
                  ("source", "", MUST), ("source", "a\x00b", MUST), ("display", "{}🎯", MUST)],
        "locality": [("area", "", MUST), ("note", "a\x07b", MUST), ("population_source", "", MUST),
                     ("note", "🎯", MUST), ("area", "{} {}", MAY)],
        "actions": [("id", "", MUST), ("indicators", "12", MUST), ("timeframe", "31 June", MUST),
                    ("rag", "Purple", MUST), ("action", "{}\x00", MUST), ("action", "=1+1()", MUST),
                    ("objective", "🎯", MUST), ("lead", "", MUST)],
        "progress": [("id", "", MUST), ("indicators", "12", MUST), ("rag", "Purple", MUST),
                     ("progress", "a\x1bb", MUST)],
    }  # fmt: skip
    if name not in changes:
        return None
    column, form, expected = random.choice(changes[name])
    if column not in rows[0]:
        return None
    place = rows[0].index(column)
    old = rows[line][place]
    rows[line][place] = form.replace("{}", old)
    if "see_actions" in rows[0] and rows[line][rows[0].index("see_actions")] and column == "lead":
        expected = MAY
    if not old and not rows[line][place]:
        return None
    return _made(name, f"row {line + 1}, {column} is {form!r}", expected, rows)


def _last_year(name: str, rows: Rows, random: Random) -> Mutation | None:
    """A table of last year that is spoilt: it may be told, and must stop nothing."""
    numbers = [rows[0].index(c) for c in TABLES[name].numbers if c in rows[0]]
    if numbers and random.random() < 0.7:
        for _ in range(random.randrange(1, 4)):
            line = random.randrange(1, len(rows))
            rows[line][random.choice(numbers)] = random.choice((*NO_NUMBERS, *NO_PERCENTS, "", "0"))
        return _made(
            name, f"last year's with wrong numbers ({random.random():.6f})", MAY, rows, 2020
        )
    content = random.choice((b"", b"\xff\xfe", b"a;b\n", b"x\n", b"\x00"))
    return _made(name, f"last year's is {content!r}", MAY, content, 2020)
