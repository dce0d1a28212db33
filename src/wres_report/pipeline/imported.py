"""Which modules a file of the program names, read from its text.

The text is searched, not parsed: a build from nothing asks this of every module, and to parse them
all takes more than a second of it. A test holds every file against Python's own parser.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

# What is there for the checker of types alone: the lines that stand further in, and empty ones.
FOR_TYPES = re.compile(r"^([ ]*)if [\w.]*TYPE_CHECKING:\n(?:\1[ ]+.*\n|[ ]*\n)+", re.MULTILINE)
# Relative dots and module, and the names, in brackets or to the end of the line.
# Each begins with a sign, and then looks at what stands before it: that is searched in less time.
FROM = re.compile(r"\n[ ]*from[ ]+(\.*)([\w.]*)[ ]+import[ ]+(?:\(([^)]*)\)|(.*))")
IMPORT = re.compile(r"\n[ ]*import[ ]+([\w., ]+)")
NAME = re.compile(r"^\s*([\w.]+)")
COMMENT = re.compile(r"#.*")
TEXT = re.compile(r"""["'](?<!["']["'])([\w./]+)["'](?!["'])""")
# The first of what is given in a call, such as a look for where the fonts are.
GIVEN = re.compile(r"""\((?<=\w\()\s*["'](\w+)["']""")


def names_in(path: Path, package: str, known: Collection[str]) -> set[str]:
    """The modules that a file names: those it imports, with what it imports of them, by dots.

    package: the one that the file stands in. known: packages that are not ours; one of them counts
    where its name is given to a call. A module beside the file counts where the name of its file
    stands as text, and one of ours wherever its own name does.
    """
    text = "\n" + path.read_text(encoding="utf-8")
    if "TYPE_CHECKING" in text:
        text = FOR_TYPES.sub("", text)
    own = package.partition(".")[0]
    found = {own, package, *_imported(text, package)}
    beside = _modules_in(path.parent)
    for written in TEXT.findall(text):
        if written in beside:
            found.add(f"{package}.{written.removesuffix('.py')}")
        elif written.startswith(f"{own}."):
            found.add(written)
    return found | {name for name in GIVEN.findall(text) if name in known}


@cache
def _modules_in(folder: Path) -> frozenset[str]:
    return frozenset(path.name for path in folder.glob("*.py"))


def _imported(text: str, package: str) -> Iterator[str]:
    for dots, module, within, after in FROM.findall(text):
        named = f"{package}.{module}".rstrip(".") if dots else module
        yield named
        for name in _names(within or after):
            yield f"{named}.{name}"
    for modules in IMPORT.findall(text):
        yield from _names(modules)


def _names(listed: str) -> Iterator[str]:
    for part in (COMMENT.sub("", listed) if "#" in listed else listed).split(","):
        found = NAME.match(part)
        if found:
            yield found[1]
