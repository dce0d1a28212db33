"""Whether a text closes what it opens, so that none of it reaches beyond its own file.

The files of a report are put one behind the other. A fence, a div or a tag that one of them leaves
open would turn what follows into code, hide it, or put it into a box, without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.faults import Fault, narrative_fault
from wres_report.markdown import Fences

DIV = re.compile(r"^[ \t]*(:{3,})[ \t]*(.*?)[ \t]*:*[ \t]*$")
CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
TAG = re.compile(
    r"(?<!\\)<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])((?:\"[^\"]*\"|'[^']*'|[^'\"<>])*)>"
)
# Elements that HTML closes by itself, or that never hold anything.
NEED_NO_END = frozenset({
    "area", "base", "br", "col", "colgroup", "dd", "dt", "embed", "hr", "img", "input", "li",
    "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td",
    "tfoot", "th", "thead", "tr", "track", "wbr",
})  # fmt: skip
# What stands in these is no markup.
RAW = re.compile(r"<(script|style|textarea|title)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
OPENED = "{{<"
CLOSED = ">}}"
# What looks like a variable and is none: a sign of its brackets is missing.
NEARLY = re.compile(r"\{{1,2}[ \t]*<?[ \t]*var[ \t]+[\w.-]*")
VARIABLE = re.compile(r"\{\{<\s*var\b([^>]*)>\}\}")
BLANK_LINE = re.compile(r"\n[ \t]*\n")


def check_closed(text: str, where: str) -> None:
    """Raise a narrative fault, with file and line, for what a text opens and never closes.

    Looked at are fences of code, divs of colons, comments, and tags of HTML; also what it closes
    and has not opened, since that would close something of the report's own.
    """
    plain = _without_code(text, where)
    plain = _without_comments(plain, where)
    _check_divs(plain, where)
    _check_tags(plain, where)


def check_shortcodes(text: str, where: str) -> None:
    """Raise a narrative fault for a shortcode that is never closed, with file and line.

    A variable in brackets of another kind is one too: it would be printed as it stands.
    """
    start = text.find(OPENED)
    while start >= 0:
        end = text.find(CLOSED, start)
        following = text.find(OPENED, start + len(OPENED))
        blank = BLANK_LINE.search(text, start)
        stops = [place for place in (following, blank.start() if blank else -1) if place >= 0]
        if end < 0 or any(place < end for place in stops):
            raise _fault(
                f"This shortcode is never closed: {_quoted(text[start:])}",
                where, _line(text, start), "Close it: {{< var i2.ratio >}}.",
            )  # fmt: skip
        start = following
    for match in VARIABLE.finditer(text):
        if len(match[1].split()) != 1:
            raise _fault(
                f"This variable does not have one name: {_quoted(match[0])}",
                where, _line(text, match.start()), "Write it like {{< var i2.ratio >}}.",
            )  # fmt: skip
    for match in NEARLY.finditer(text):
        if not text.startswith(OPENED, match.start()) and not text.startswith(
            OPENED, match.start() - 1
        ):
            raise _fault(
                f"This looks like a variable and is none: {_quoted(match[0])}",
                where, _line(text, match.start()), "Write it like {{< var i2.ratio >}}.",
            )  # fmt: skip


def _without_code(text: str, where: str) -> str:
    """The text with the characters of all code as spaces; every line keeps its number."""
    lines, fences, opened = text.split("\n"), Fences(), 0
    for number, line in enumerate(lines, start=1):
        inside = bool(fences.open)
        if fences.holds(line):
            opened, lines[number - 1] = opened if inside else number, ""
    if fences.open:
        raise _fault(
            f"The block of code that begins with “{fences.open}” is never closed.", where, opened,
            f"Put a line of “{fences.open}” alone behind the code, or take the signs out.",
        )  # fmt: skip
    return CODE_SPAN.sub(_blanked, "\n".join(lines))


def _without_comments(text: str, where: str) -> str:
    parts, start = [], 0
    while (opened := text.find("<!--", start)) >= 0:
        end = text.find("-->", opened)
        if end < 0:
            raise _fault(
                "A comment that begins with “<!--” is never closed.", where, _line(text, opened),
                "Put “-->” at its end, or take “<!--” out.",
            )  # fmt: skip
        parts += [text[start:opened], "\n" * text.count("\n", opened, end)]
        start = end + len("-->")
    return "".join((*parts, text[start:]))


def _check_divs(text: str, where: str) -> None:
    opened: list[int] = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = DIV.match(line)
        if match and match[2]:
            opened.append(number)
        elif match and opened:
            opened.pop()
        elif match:
            raise _fault(f"“{match[1]}” closes a div that is not open.", where, number,
                         "Take the line out, or open the div above it.")  # fmt: skip
    if opened:
        raise _fault("The div that begins here with “:::” is never closed.", where, opened[-1],
                     "Put a line of “:::” alone behind it.")  # fmt: skip


def _check_tags(text: str, where: str) -> None:
    opened: list[tuple[str, int]] = []
    for closing, name, place in _tags(RAW.sub(_blanked, text)):
        line = _line(text, place)
        if not closing:
            opened.append((name, line))
        elif name not in {other for other, _ in opened}:
            raise _fault(f"“</{name}>” closes what is not open.", where, line, "Take it out.")
        else:
            unclosed, at = opened.pop()
            if unclosed != name:
                raise _unclosed(unclosed, where, at)
    if opened:
        raise _unclosed(*opened[-1][:1], where, opened[-1][1])


def _tags(text: str) -> Iterator[tuple[bool, str, int]]:
    for match in TAG.finditer(text):
        name = match[2].lower()
        if name not in NEED_NO_END:
            yield bool(match[1]), name, match.start()


def _unclosed(name: str, where: str, line: int) -> Fault:
    return _fault(f"“<{name}>” is never closed.", where, line,
                  f"Put “</{name}>” behind what it holds, or take it out.")  # fmt: skip


def _blanked(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _quoted(text: str) -> str:
    shown = text.partition("\n")[0]
    return f"“{shown[:40]}…”" if len(shown) > 40 else f"“{shown}”"


def _fault(what: str, where: str, line: int, action: str) -> Fault:
    return narrative_fault(what, f"{where}, line {line}", action)
