"""What the trust's own words may not hold at all: it stops the report, with file and line.

What can be cleaned is cleaned, and told. The rest would have to be guessed at: settings in a text,
content written for one format alone, shortcodes and code that a renderer would run, pictures that
are not there or lie elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import yaml

from wres_report.faults import Fault, narrative_fault
from wres_report.report.cleaning import Cleaned, Found, removed_from
from wres_report.yaml_loaders import SafeLoader

OPENING = re.compile(r"\{\{[<%]")
# Three braces, or the signs of a comment, print a shortcode instead of running it.
KNOWN = re.compile(
    r"\{\{<\s*(?:var\s+[^\s>]+|pagebreak|include\s+(?P<include>[^\s>]+)|embed\s+(?P<embed>[^\s>]+))"
    r"\s*>\}\}|\{\{</\*.*?\*/>\}\}"
)
PRINTED = re.compile(r"\{\{\{<.*?>\}\}\}")
INCLUDED = re.compile(r"(?:narrative|fragments|sections)/[\w-]+(?:\.[\w-]+)*\.(?:md|qmd)")
EMBEDDED = re.compile(r"notebooks/\w+\.ipynb#[\w,-]+")
CELL = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[ \t]*\{+\s*([A-Za-z]\w*)", re.MULTILINE)
DASHES = re.compile(r"^---[ \t]*\n(?=[^\n]*\S)", re.MULTILINE)
DASHES_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
SETTING = re.compile(r"""["']?[\w-]+["']?\s*:(?:\s|$)""")
KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF"}
DEEPEST = 8  # brackets within brackets; reading more takes twice as long with each
BRACKET = re.compile(r"\\.|\[|\]|\n[ \t]*(?=\n)", re.DOTALL)
LARGEST_PICTURE = 50_000_000  # pixels; a page of A4 at 600 dots an inch has 35 million


def refusals(text: str, cleaned: Cleaned, where: str, folder: Path) -> Iterator[Fault]:
    """Every fault of a text that no cleaning mends. folder: where its pictures stand."""
    yield from _shortcodes(text, where)
    yield from _settings(text, where)
    for match in CELL.finditer(text):
        yield narrative_fault(
            f"The text has a cell of code that would be run: {{{match[1]}}}.",
            _at(where, text, match.start()),
            f"Write {{.{match[1]}}} to show the code, or take it out.",
        )
    for found in cleaned.found:
        if found.kind == "raw":
            yield _raw(found, text, where)
        elif found.kind == "formula":
            yield narrative_fault(
                f"The text would be read as a formula, which no PDF here can read aloud: "
                f"{_short(found.text)}",
                _at_line(where, line_of(text, found.text)),
                "Write it in words. For a dollar sign write \\$.",
            )
        elif found.kind == "metadata":
            yield _setting(where, line_of(text, f"{found.text}:"))
    pictures = dict.fromkeys(found for found in cleaned.found if found.kind == "picture")
    for found in pictures:
        what, action = fault_of_picture(found, folder)
        if what:
            yield narrative_fault(what, _at_line(where, line_of(text, found.text)), action)


def nested_too_deep(text: str, where: str) -> list[Fault]:
    """The first place where more brackets stand open within one paragraph than can be read."""
    depth = 0
    for found in BRACKET.finditer(text):
        sign = found[0]
        depth = depth + 1 if sign == "[" else max(0, depth - 1) if sign == "]" else (
            0 if sign.startswith("\n") else depth
        )  # fmt: skip
        if depth > DEEPEST:
            return [
                narrative_fault(
                    f"More than {DEEPEST} square brackets are open at once.",
                    _at(where, text, found.start()),
                    "Close each bracket before the next one; write \\[ for a bracket as a sign.",
                )
            ]
    return []


def remarks(text: str, cleaned: Cleaned, where: str) -> list[str]:
    """What was cleaned, each with file and line and what to do."""
    told: dict[str, str] = {}
    for found in cleaned.found:
        if found.kind == "html":
            for part in removed_from(found.text):
                line = line_of(text, part if part.startswith("<") else found.text)
                place = _at_line(where, line or line_of(text, part.rstrip(">")))
                told[f"{place}: “{part}” was taken out of the HTML of the text."] = (
                    "Write the text in Markdown; docs/how-to/write-the-narrative.md says "
                    "which HTML stays."
                )
        elif found.kind == "link":
            line = line_of(text, found.text) or line_of(text, found.words)
            told[
                f"{_at_line(where, line)}: the link of “{_short(found.words)}” was taken out: it "
                "leads neither to the web, to an address for mail, nor to a place of the report."
            ] = "Begin its address with https:// or mailto:, or take it out."
        elif found.kind == "attribute":
            line = line_of(text, found.text)
            told[
                f"{_at_line(where, line)}: “{_short(found.text)}” was taken out of the braces."
            ] = "Keep to classes, width, height, lang and title."
    return [f"{what}\n  to do: {action}" for what, action in told.items()]


def fault_of_picture(found: Found, folder: Path) -> tuple[str, str]:
    """What is wrong with a picture and what to do; two empty texts where nothing is."""
    name = _short(found.text)
    if not found.safe or "/" in found.text:
        return (
            f"The picture does not stand beside the text: {name}",
            "Save it in the folder narrative/ and name it there; nothing is fetched from "
            "another place.",
        )
    path = folder / unquote(found.text)
    if path.suffix.lower() not in KINDS:
        return (
            f"The picture is of a kind that not every format can show: {name}",
            "Save it as .png or .jpg.",
        )
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        return f"There is no such picture beside the text: {name}", "Correct its name, or add it."
    if not found.words.strip():
        return (
            f"The picture {name} has no text alternative.",
            "Say between the square brackets what it shows: ![A ward at night](ward.jpg).",
        )
    return _fault_of_content(path, name)


def _fault_of_content(path: Path, name: str) -> tuple[str, str]:
    from PIL import Image

    try:
        with Image.open(path) as picture:
            kind, pixels = picture.format, picture.width * picture.height
    except (OSError, ValueError, Image.DecompressionBombError):
        kind, pixels = None, 0
    if kind != KINDS[path.suffix.lower()]:
        return f"This is no picture of the kind that its name says: {name}", "Save it anew."
    if pixels > LARGEST_PICTURE:
        return f"The picture is larger than {LARGEST_PICTURE:,} pixels: {name}", "Make it smaller."
    return "", ""


def included_in(text: str) -> Iterator[tuple[str, str, int]]:
    """The files that a text includes or embeds, each with the cells of it and its line."""
    for match in KNOWN.finditer(text):
        target, _, cells = (match["include"] or match["embed"] or "").partition("#")
        if target:
            yield target, cells, text.count("\n", 0, match.start()) + 1


def line_of(text: str, needle: str) -> int:
    """The first line that holds the first line of what is sought; 0 where none does."""
    sought = next((line.strip() for line in needle.splitlines() if line.strip()), "")
    for candidate in (sought, unquote(sought)):
        place = text.lower().find(candidate.lower()) if candidate else -1
        if place >= 0:
            return text.count("\n", 0, place) + 1
    return 0


def _shortcodes(text: str, where: str) -> Iterator[Fault]:
    rest = PRINTED.sub(lambda match: " " * len(match[0]), text)
    for opening in OPENING.finditer(rest):
        known = KNOWN.match(rest, opening.start())
        if known and _leads_inside(known):
            continue
        what = "This file may not be included" if known else "This shortcode is not known here"
        code = _short(rest[opening.start() :].split("\n", 1)[0].partition("}}")[0] + "}}")
        yield narrative_fault(
            f"{what}: {code}",
            _at(where, text, opening.start()),
            "Use {{< var … >}} for a figure and {{< pagebreak >}} for a new page; include takes "
            "only files of narrative/, fragments/ and sections/, embed only cells of notebooks/.",
        )


def _leads_inside(known: re.Match[str]) -> bool:
    if known["include"]:
        return INCLUDED.fullmatch(known["include"]) is not None
    return not known["embed"] or EMBEDDED.fullmatch(known["embed"]) is not None


def _settings(text: str, where: str) -> Iterator[Fault]:
    """Blocks that Quarto or pandoc would read as settings of the whole report."""
    text = text.replace("\r\n", "\n")
    for match in DASHES.finditer(text):
        rest = text[match.end() :]
        end = DASHES_END.search(rest)
        if SETTING.match(rest) or (end and _is_mapping(rest[: end.start()])):
            yield _setting(where, text.count("\n", 0, match.start()) + 1)
            return


def _is_mapping(block: str) -> bool:
    try:
        return isinstance(yaml.load(block, Loader=SafeLoader), dict)
    except (yaml.YAMLError, ValueError, RecursionError):
        return False


def _setting(where: str, line: int) -> Fault:
    return narrative_fault(
        "The text holds settings between lines of three dashes, which would be those of the whole "
        "report.",
        _at_line(where, line),
        "Take them out. For a line across the page write ***, with an empty line around it.",
    )


def _raw(found: Found, text: str, where: str) -> Fault:
    at = _at_line(where, line_of(text, found.text))
    if found.words in ("tex", "latex"):
        return narrative_fault(
            f"The text would be read as LaTeX and not be printed: {_short(found.text)}",
            at,
            "Write two backslashes for one that is to be printed, or take it out.",
        )
    return narrative_fault(
        f"The text holds raw {found.words}, which is for one format alone.",
        at,
        "Write it in Markdown, which is shown in every format.",
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else f"{plain[:79]}…"


def _at(where: str, text: str, place: int) -> str:
    return _at_line(where, text.count("\n", 0, place) + 1)


def _at_line(where: str, line: int) -> str:
    return f"{where}, line {line}" if line else where
