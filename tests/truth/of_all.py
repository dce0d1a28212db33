"""What any sentence may claim: that a table, a figure or an appendix is there; and fixed texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from tests.truth.facts import STANDARD, Facts
from tests.truth.page import Page, Sentence
from tests.truth.saying import TOPICS, Case, differs, says

TABLES = r"Tables? (\d+)(?: (?:to|and) (?:Table )?(\d+))?"


def wrong_references(sentence: Sentence, page: Page) -> Iterator[str]:
    """Tables, figures and appendices that a sentence sends its reader to."""
    text = sentence.text
    for found in re.finditer(TABLES, text):
        for number in range(int(found[1]), int(found[2] or found[1]) + 1):
            table = page.tables.get(number)
            if table is None:
                yield f"there is no Table {number}"
            elif "give" in text and "figures" in text and not table.has_figures:
                yield f"Table {number} holds no figure"
            elif "figures" in text and sentence.sections[:1] != table.sections[:1]:
                yield f"Table {number} stands elsewhere"
    for found in re.finditer(r"Figure (\d+)", text):
        if int(found[1]) not in page.figures:
            yield f"there is no Figure {found[1]}"
    for found in re.finditer(r"(Appendix|Section) (\d+)", text):
        begins = f"Appendix {found[2]}:" if found[1] == "Appendix" else f"{found[2]} "
        if not any(h.startswith(begins) for h in page.headings):
            yield f"there is no {found[0]}"


COUNTED = ("action", "figure", "member", "organisation", "response", "role", "row", "staff group",
           "trust")  # fmt: skip


def wrong_number(text: str) -> Iterator[str]:
    """A noun or a verb in the number that the figure before it has not: “1 of 9 trusts are”."""
    one = r"(?<![\d.,–−+])1"
    if found := re.search(rf"{one} (?:{'|'.join(COUNTED)})s\b", text):
        yield f"“{found[0]}”"
    if found := re.search(rf"^{one} (?:of [\d,]+ (?:\w+ )*?)?(?:are|have)\b", text):
        yield f"“{found[0]}”"
    if found := re.search(r"^(?!1 )\d[\d,]* of [\d,]+ (?:\w+ )*?(?:is|has)\b", text):
        yield f"“{found[0]}”"


@says(rf"{TABLES} gives? the figures(?:, and Figure \d+ draws them)?\.|Section 4 gives the figures, "
      r"Appendix 4 the method\.")  # fmt: skip
def _only_references(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from ()


@says(r"The workforce figures describe (\d+ \w+ \d{4}); the survey figures come from the (\d{4}) NHS Staff "
      r"Survey\.(?: .+)?")  # fmt: skip
def _periods(case: Case, match: re.Match[str]) -> Iterator[str]:
    if match[1] != f"31 March {case.facts.year}":
        yield f"they describe 31 March {case.facts.year}"
    yield from differs("the survey", match[2], case.facts.year - 1)


@says(r"▲ worse for {G} staff, beyond chance · .+")
def _legend(case: Case, match: re.Match[str]) -> Iterator[str]:
    shapes = re.findall(r"[▲▼●◇◆□○]", match[0])
    used = {
        m
        for s in case.page.tables.values()
        for r in s.rows
        for m in re.findall(r"^[▲▼●◇◆□○]", r[-1])
    }
    if used - set(shapes):
        yield f"the marks {used - set(shapes)} are not explained"


@says(r"The diamond is the figure(?:, its line the (\d+)% interval)?, the long stroke parity \(to its right: "
      r"worse for {G} staff\)(, the grey one England or the benchmark group)?\.")  # fmt: skip
def _pictures(case: Case, match: re.Match[str]) -> Iterator[str]:
    if match[1]:
        yield from differs("confidence", match[1], 100 * case.facts.level)
    table = case.page.tables.get(1)
    if table is None or not {"Against parity"} & set(table.head):
        yield "no such picture stands in Table 1"
    elif match[2] and not {"England", "Benchmark group"} & set(table.head):
        yield "Table 1 has neither"


@says(
    r"(?:Counts|Numbers) from 1 to (\d+) and survey figures on fewer than (\d+) responses are not shown.*"
)
def _small(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from differs("hidden counts", match[1], case.facts.hides["count"] - 1)
    yield from differs("hidden responses", match[2], case.facts.hides["responses"])


@says(r"(?:Beside a figure stands its (\d+)% interval|An interval beside a figure is the range in which the "
      r"true value lies with (\d+)% confidence).+")  # fmt: skip
def _level(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from differs("confidence", match[1] or match[2], 100 * case.facts.level)


@says(r"This plan belongs to (.+?)(?:, (approved .+))?\.")
def _belongs(case: Case, match: re.Match[str]) -> Iterator[str]:
    appendix = case.facts.settings.get("appendix") or {}
    assert isinstance(appendix, dict)
    for said, given in ((match[1], "of"), (match[2], "approved")):
        if (said or "").replace("’", "'") != str(appendix.get(given) or ""):
            yield f"it says {appendix.get(given)}"


@says(r"The rules for small numbers are switched off for this report: (.+)")
def _off(case: Case, match: re.Match[str]) -> Iterator[str]:
    if case.facts.hides["count"] > 1:
        yield "they are on"


@says(r"Table (\d+) sets the trust beside the figures for all NHS trusts in England\.")
def _beside_england(case: Case, match: re.Match[str]) -> Iterator[str]:
    table = case.page.tables.get(int(match[1]))
    if table is None or not table.has_figures or "all NHS trusts in England" not in table.caption:
        yield f"Table {match[1]} does not"


@says(r"No figure of all NHS trusts in England is confirmed for the WRES of (\d{4}), so the trust is not "
      r"set beside the country here\.")  # fmt: skip
def _no_england(case: Case, match: re.Match[str]) -> Iterator[str]:
    if any("all NHS trusts in England" in table.caption for table in case.page.tables.values()):
        yield "a table sets it beside the country"
    asked = int(str(case.facts.settings.get("national_year") or case.facts.year))
    yield from differs("the year", match[1], asked)


# Of the rules themselves: read and found right by hand, whatever the trust.
@says(r"Where it does not, and either group has fewer than five cases, a ratio is too uncertain to tell\.|"
      r"A ratio between 0\.80 and 1\.25 is commonly read as not adverse\.|"
      r"Indicator 1 is judged by the share at band 8a and above\.|"
      r"A row of years is said to rise or fall only where every year bears it out, and years before a "
      r"change of question are never joined with years after it\.|"
      r"Figures are rounded half up when they are printed; differences are taken before rounding, so a "
      r"printed difference can be 0\.1 off that of the printed figures\.|"
      r"A trust differs from the country in its size, its services and the people who live around it: the "
      r"comparison shows where to look more closely, and is no verdict on its own\.|"
      r"The years before the figures are WRES years: that of the snapshot on 31 March\.|"
      r"Figures that were published without their counts have no interval, so a movement or a distance "
      r"from England that rests on them cannot be told from chance\.|"
      r"It is the definition (?:of the national guidance or reports|that another trust’s report states|in "
      r"common use; the national guidance may word it otherwise)\.|"
      r"The six High Impact Actions of the NHS improvement plan|"
      r"White is ethnic category A to C of the NHS Data Dictionary, {G} is D to S; not stated and not "
      r"known are one group\.")  # fmt: skip
def _of_the_method(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from ()


@says(r"Indicator (\d), (.+)\.")
def _named(case: Case, match: re.Match[str]) -> Iterator[str]:
    topic = TOPICS[int(match[1])].format(G=case.term)
    if match[2].lower() != topic.lower():
        yield f"indicator {match[1]} is {topic}"


@cache
def fixed_texts(repository: Path) -> tuple[re.Pattern[str], ...]:
    """The sentences of the report's template, with what is filled in left open."""
    texts = [p.read_text(encoding="utf-8") for p in (repository / "report/sections").glob("*.qmd")]
    standard = yaml.safe_load((repository / STANDARD / "standard.yaml").read_text(encoding="utf-8"))
    texts += list(strings_of(standard))
    return tuple(_patterns(texts))


def strings_of(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for value in found.values():
            yield from strings_of(value)
    elif isinstance(found, list):
        for value in found:
            yield from strings_of(value)


def _patterns(texts: list[str]) -> Iterator[re.Pattern[str]]:
    for text in texts:
        text = re.sub(r"\{\{< include .*?>\}\}|^:::.*$|missing=", "\n\n", text, flags=re.MULTILINE)
        for block in re.split(r"\n\s*\n|\n- |\"\}", text):
            flat = " ".join(re.sub(r"[*_`#]|\{#.*?\}", "", block).split()).strip('- "')
            parts = re.split(r"\{\{<.*?>\}\}|@\{\w+\}|@[\w-]+|\{\w+\}", flat)
            if len(" ".join(parts).split()) < 3:
                continue
            pattern = "(.*?)".join(_loose(part) for part in parts)
            yield re.compile(pattern)


def _loose(text: str) -> str:
    return re.escape(text).replace("'", "['’]").replace("’", "['’]")


def is_fixed(sentence: Sentence, repository: Path) -> bool:
    """Whether a sentence stands in the template, whole or as a part of its paragraph."""
    return any(
        p.fullmatch(sentence.block) or p.fullmatch(sentence.text) for p in fixed_texts(repository)
    )


@cache
def definitions(repository: Path) -> list[dict[str, object]]:
    text = (repository / STANDARD / "indicators.yaml").read_text(encoding="utf-8")
    return list(yaml.safe_load(text)["indicators"])


def is_definition(sentence: Sentence, facts: Facts) -> bool:
    """Whether a sentence is the standard's own, of the indicator and the year that it stands with."""
    found = re.match(r"Indicator (\d), ", sentence.block)
    number = sentence.indicator or (int(found[1]) if found else None)
    if number is None:
        return False
    indicator = definitions(facts.repository)[number - 1]
    versions = indicator["versions"]
    assert isinstance(versions, list)
    version = [v for v in versions if v["from"] <= facts.year][-1]
    texts = " ".join(strings_of({**indicator, "versions": version})).lower()
    told = re.sub(
        r"^(?:numerator|denominator|basis|source): ", "", sentence.text.lower().rstrip(".")
    )
    told = re.sub(r" \((?:confirmed in a published source|as stated in a trust’s published document|common "
                  r"practice, not confirmed in the national guidance)\)$", "", told)  # fmt: skip
    told = told.replace("nhs staff survey question ", "").replace("nhs staff survey questions ", "")
    return all(" ".join(part.split()) in " ".join(texts.replace("'", "’").split())
               for part in re.split(r"\.\s", told))  # fmt: skip
