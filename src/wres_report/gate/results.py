"""What the gate found: findings, and the decision for one trust-year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.trust_year import TrustYear

Severity = Literal["critical", "warning"]
State = Literal["blocked", "notes", "clean", "unreadable"]

DEFAULT_MINIMUM_COUNT = 5
# Rules on files that are not read, or not for what makes them remarkable.
OF_UNUSED_FILES = ("unknown_file", "rows_of_persons")
# That such a rule found anything at all narrows down a number that the report hides.
TELLING = ("ratio_turned_over",)

# Stand around each figure inside a text, until it is known who will read the text. Behind a figure
# that is no number of people itself stands the number of responses it is of, or nothing.
_OPEN, _OF, _CLOSE = "\x02", "\x1f", "\x03"
_MARKED = re.compile(f"{_OPEN}([^{_OF}{_CLOSE}]*)(?:{_OF}([^{_CLOSE}]*))?{_CLOSE}")


def people(number: float) -> str:
    """A number of people for a text, marked so that a small one can be withheld."""
    return f"{_OPEN}{number:,.10g}{_CLOSE}"


def marked(text: str) -> str:
    """A text from a cell that counts people, marked in the same way."""
    return f"{_OPEN}{text}{_CLOSE}"


def of_people(text: str) -> str:
    """A figure that is made of numbers of people, such as a ratio, which may tell one of them."""
    return f"{_OPEN}{text}{_OF}{_CLOSE}"


def of_responses(text: str, responses: float | None) -> str:
    """A figure of a survey, marked by how many responses it is of, if that is known."""
    return text if responses is None else f"{_OPEN}{text}{_OF}{responses:g}{_CLOSE}"


def in_full(text: str) -> str:
    """The text with every count in it."""
    return _MARKED.sub(r"\1", text)


@dataclass(frozen=True)
class Limits:
    """What of a trust-year's figures may be published beside its report.

    count: the smallest number of people. responses: the fewest that a survey figure may be of.
    hides: whether the report, or last year's, hides numbers at all. It then hides others with
    them, and which ones is known only when it is made: so no number and no ratio is told.
    """

    count: int = DEFAULT_MINIMUM_COUNT
    responses: int = 1
    hides: bool = False


def withheld(text: str, limits: Limits) -> str:
    """The text without the figures that may give away what the report hides.

    Where one number is small the others of the text go too: a part is the whole less the others.
    """
    found = list(_MARKED.finditer(text))
    small = any(0 < _number(m[1]) < limits.count for m in found if m[2] is None)

    def replace(match: re.Match[str]) -> str:
        number, of = match[1], match[2]
        if of:
            return number if float(of) >= limits.responses else "(withheld)"
        if of is None and 0 < _number(number) < limits.count:
            return f"fewer than {limits.count}"
        return "(withheld)" if small or limits.hides else number

    return _MARKED.sub(replace, text)


def _number(text: str) -> float:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return 0


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, or may be.

    rule: the short name of the rule. file: from the workspace. row: the line in the file, the
    head being 1; None where it belongs to no single row. column: one name or several with
    commas, or "". found, expected: in words; the ``published_`` ones withhold small counts.
    message: what is wrong. action: what to do.
    """

    severity: Severity
    rule: str
    file: str
    row: int | None
    column: str
    found: str
    expected: str
    message: str
    action: str
    published_found: str = ""
    published_expected: str = ""

    @property
    def where(self) -> str:
        """File, row and column, as far as they are known."""
        parts = [self.file]
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(f"column{'s' if ',' in self.column else ''} {self.column}")
        return ", ".join(parts)

    def as_dict(self, published: bool = False) -> dict[str, Any]:
        """The finding as plain values; for publication without small counts."""
        return {
            "severity": self.severity,
            "rule": self.rule,
            "file": self.file,
            "row": self.row,
            "column": self.column,
            "found": (published and self.published_found) or self.found,
            "expected": (published and self.published_expected) or self.expected,
            "message": self.message,
            "action": self.action,
        }

    def told_as(self, names: Mapping[str, str]) -> Finding:
        """The finding with files called otherwise, in its words too."""
        file, words = names.get(self.file, self.file), {}
        for name in ("found", "expected", "published_found", "published_expected"):
            text = getattr(self, name)
            for old, new in names.items():
                text = text.replace(old, new)
            words[name] = text
        return replace(self, file=file, **words)

    @property
    def tells_by_itself(self) -> bool:
        """Whether its being there tells what is withheld in it, so that it is not published."""
        return self.rule in TELLING and self.published_found not in ("", self.found)

    def __str__(self) -> str:
        return "\n".join(
            (
                f"{self.severity}: {self.message}",
                f"  where: {self.where}",
                f"  found: {self.found}",
                f"  expected: {self.expected}",
                f"  to do: {self.action}",
            )
        )


@dataclass(frozen=True)
class Checked:
    """A table that was checked, and how many rows it has."""

    table: str
    file: str
    rows: int


@dataclass(frozen=True)
class GateResult:
    """The gate's decision for one trust-year.

    findings: critical ones first, then by file, row and column. fault: the first file that
    cannot be read, if any. checked: the tables that were supplied. rules_run: how many
    expectations ran on them. unused: files of the folder that nothing is read from, by path.
    """

    trust_year: TrustYear
    findings: tuple[Finding, ...] = ()
    fault: Fault | None = None
    checked: tuple[Checked, ...] = ()
    rules_run: int = 0
    unused: tuple[str, ...] = ()

    @property
    def critical(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.severity == "critical")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.severity == "warning")

    @property
    def state(self) -> State:
        if self.fault is not None:
            return "unreadable"
        if self.critical:
            return "blocked"
        return "notes" if self.findings else "clean"

    @property
    def status(self) -> ExitStatus:
        if self.fault is not None:
            return self.fault.status
        return ExitStatus.BLOCKED if self.critical else ExitStatus.DONE

    def as_dict(self, published: bool = True) -> dict[str, Any]:
        """The result as plain values: the same for the same data, whenever it is made."""
        fault = self.fault
        told = [f for f in self.findings if not (published and f.tells_by_itself)]
        return {
            "trust": self.trust_year.code,
            "year": self.trust_year.year,
            "state": self.state,
            "critical": len(self.critical),
            "warnings": sum(1 for finding in told if finding.severity == "warning"),
            "fault": fault and {"what": fault.what, "where": fault.where, "action": fault.action},
            "checked": [{"table": c.table, "file": c.file, "rows": c.rows} for c in self.checked],
            "rules_run": self.rules_run,
            "findings": [finding.as_dict(published) for finding in told],
        }

    def of_what_is_read(self) -> GateResult:
        """The result without what is told of files that no report is made from.

        Such a file is no input: the report is the same with it and without it.
        """
        told = (f for f in self.findings if f.rule not in OF_UNUSED_FILES)
        return replace(self, findings=tuple(told))
