"""Text in a table that a spreadsheet would run as a formula: written so that it stays text.

A cell that begins with = + - @, a tab or a carriage return is computed when somebody opens the
table. The usual protection is an apostrophe before it, which is taken off again when it is read.
"""

from __future__ import annotations

import re

# A number with a sign is one; a sign alone is none.
NUMBER = re.compile(r"[+-][0-9][0-9,]*(?:\.[0-9]+)?%?")
RUN = re.compile(r"'*[=+\-@\t\r].", re.DOTALL)
PROTECTED = re.compile(r"'(?='*[=+\-@\t\r].)", re.DOTALL)


def protected(text: str) -> str:
    """The text as a cell that no spreadsheet runs; a number stays one."""
    return f"'{text}" if RUN.match(text) and not NUMBER.fullmatch(text) else text


def unprotected(cell: str) -> str:
    """What ``protected`` was given."""
    found = PROTECTED.match(cell)
    return cell[found.end() :] if found else cell
