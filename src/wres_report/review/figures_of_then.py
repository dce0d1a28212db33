"""Figures of last year's words as variables of the new year; the rest is marked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from wres_report.claims.figures import Figures, can_read, figures_of
from wres_report.faults import Fault
from wres_report.inputs.params import read_params
from wres_report.inputs.sections import number_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.narrative.binding.check import told_apart
from wres_report.narrative.binding.literals import Literal, literals_in
from wres_report.narrative.binding.suggestions import variable_for
from wres_report.narrative.variables import VARIABLE, quarto_name
from wres_report.review.report import SentReport
from wres_report.standard import read_key

CHECK = "<!-- check: {why} -->"
THEN = "a figure of last year"
# Of these a new year has its own, and only a person can say whether they hold still.
OF_ONE_YEAR = ("facts.", "locality.", "plan.")
SUFFIX = re.compile(r"_(previous|change|benchmark|y\d{4})(?=_|$)")
# A ratio is printed without the word that a sentence puts behind it: “1.38 times more likely”.
TIMES = re.compile(r"[- ]?(?:times|x)$", re.IGNORECASE)
HEADS = re.compile(r"([a-z]\d{1,2}|workforce|national_[a-z]\d{1,2}|facts|locality)_(\w+)")


@dataclass(frozen=True)
class LastYear:
    """What last year's report printed. figures: by key, those of the indicators alone. printed:
    by the name of the variable. term: for the group; empty where not known."""

    figures: Mapping[str, str] = field(default_factory=dict)
    printed: Mapping[str, str] = field(default_factory=dict)
    term: str = ""
    sent: SentReport | None = None
    claims: Figures | None = None

    @classmethod
    def of(cls, sent: SentReport | None) -> LastYear:
        """Those of a build; nothing is known without one."""
        if sent is None:
            return cls()
        figures = {
            key: value["display"]
            for key, value in sent.results["values"].items()
            if value["status"] == "ok" and not read_key(key).year
        }
        try:
            term = read_params(sent.workspace, sent.trust_year).term
        except Fault:
            term = ""
        return cls(figures, sent.printed, term, sent, _claims(sent))

    def key_of(self, bookmark: str) -> str:
        """The key of the figure that a bookmark of last year's report names."""
        if self.sent is not None:
            return self.sent.figure_key(bookmark)
        parts = SUFFIX.sub(r".\1", bookmark.split("_", 3)[3]).split(".")
        head = HEADS.fullmatch(parts[0])
        if head is None:
            return ""
        return ".".join([head[1].replace("_", "."), head[2], *parts[1:]])


def _claims(sent: SentReport) -> Figures | None:
    """What sentences are held against; None for a standard whose sentences are not read."""
    if not can_read(sent.workspace.standard(sent.trust_year)):
        return None
    return figures_of(dict(sent.results), ())


@dataclass(frozen=True)
class Written:
    """A text of the new year. variables, marked: how many figures became which."""

    text: str
    variables: int
    marked: int


def with_variables(
    text: str, section: str, last: LastYear, trust_year: TrustYear, *, own: bool
) -> Written:
    """The text with a variable for each figure that is known, and a mark at each other.

    own: whether it is from a report of this program, whose words of the settings are known.
    """
    marked = 0

    def of_then(match: re.Match[str]) -> str:
        nonlocal marked
        key = match[1]
        if not key.startswith(OF_ONE_YEAR):
            return match[0]
        marked += 1
        value = last.printed.get(quarto_name(key), key)
        return f"{value}{CHECK.format(why=THEN)}"

    text = VARIABLE.sub(of_then, text)
    variables = sum(1 for _ in VARIABLE.finditer(text))
    text = _with_settings(text, trust_year.previous, last.term if own else "")
    lines = text.split("\n")
    for literal, told in reversed(_told(_without_marks(text), section, last)):
        key = told or _key(literal, section, last)
        unit = TIMES.search(literal.text)
        new = f"{{{{< var {key} >}}}}" if key else f"{literal.text}{CHECK.format(why=THEN)}"
        new += unit[0] if key and unit else ""
        line = lines[literal.line - 1]
        place = _last_place(line, literal.text)
        if place < 0:
            continue
        lines[literal.line - 1] = line[:place] + new + line[place + len(literal.text) :]
        variables, marked = variables + bool(key), marked + (not key)
    return Written("\n".join(lines), variables, marked)


def _told(text: str, section: str, last: LastYear) -> list[tuple[Literal, str]]:
    """Each figure that is written out, with the variable that its sentence tells it to be."""
    if last.claims is None:
        return [(literal, "") for literal in literals_in(text, section)]
    variables = VARIABLE.findall(text)
    printed = dict.fromkeys(variables, "") | {
        key: last.printed[quarto_name(key)] for key in variables if quarto_name(key) in last.printed
    }
    return [
        (literal, key if key in last.figures else "")
        for literal, key in told_apart(
            text, f"{section}.md", printed | dict(last.figures), last.claims
        )
    ]


def _without_marks(text: str) -> str:
    """The text in which a figure that is marked already is none."""
    return re.sub(r"\S+(?=<!-- check)", lambda m: "x" * len(m[0]), text)


def _last_place(line: str, words: str) -> int:
    """Where the last figure of these letters stands that is neither marked nor in a variable."""
    end = len(line)
    while (place := line.rfind(words, 0, end)) >= 0:
        behind = line[place + len(words) :]
        before = line[place - 1 : place]
        alone = not (before.isdigit() or behind[:1].isdigit() or before in (".", ","))
        opened = line.rfind("{{<", 0, place) > line.rfind(">}}", 0, place)
        if alone and not opened and not behind.startswith("<!-- check"):
            return place
        end = place + len(words) - 1
    return -1


def _key(literal: Literal, section: str, last: LastYear) -> str:
    """The one figure of last year that prints so; empty where there is none, or several."""
    number = number_of(section)
    indicators = range(1, 14) if number is None else (number,)
    fitting = [
        key for key, shown in last.figures.items()
        if variable_for(literal, indicators, {key: shown})
    ]  # fmt: skip
    return fitting[0] if len(fitting) == 1 else ""


def _with_settings(text: str, last: TrustYear, term: str) -> str:
    """The dates that each year's report says of itself as variables, and the term for the group."""
    known = {
        last.snapshot: "report.snapshot",
        f"{last.survey_year} NHS Staff Survey": "report.survey",
        f"{last.year}-{(last.year + 1) % 100:02d}": "report.action_year",
    }
    for words, key in known.items():
        text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", f"{{{{< var {key} >}}}}", text)
    if term:
        text = re.sub(rf"\b{re.escape(term)}\b", "{{< var term.short >}}", text)
    return text
