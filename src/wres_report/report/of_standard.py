"""What the sections of a report have of its standard: its words, and a section for each indicator.

A section names a word as ``@{noun}``; ``report/sections`` is the same for every standard.
"""

from __future__ import annotations

import re

from wres_report.indicators.kinds import kind_of
from wres_report.inputs.sections import section_of
from wres_report.standard import Indicator, Standard
from wres_report.words import capitalised, number_word

NAMED = re.compile(r"@\{(\w+)\}")
EVIDENCE = "@{evidence}"


def filled_sections(text: str, standard: Standard) -> str:
    """The text of a section with the words of the standard; raises KeyError for an unknown one."""
    if EVIDENCE in text:
        text = text.replace(EVIDENCE, evidence(standard))
    return NAMED.sub(lambda match: _word(standard, match[1]), text)


def _word(standard: Standard, name: str) -> str:
    known = {
        "noun": standard.noun,
        "count": number_word(len(standard.numbers)),
        "other": standard.groups.word,
    }
    return known[name] if name in known else standard.words[name].strip()


def evidence(standard: Standard) -> str:
    """A section for each indicator, or for each part of one; behind the last the trust's words."""
    last = {indicator.number: indicator for indicator in standard.indicators}
    return "\n\n".join(
        _section(standard, indicator, own_words=last[indicator.number] is indicator)
        for indicator in standard.indicators
    )


def _section(standard: Standard, indicator: Indicator, *, own_words: bool) -> str:
    name = f"{capitalised(standard.noun)} {indicator.label}: {indicator.heading}"
    lines = [
        f"## {name} {{#sec-{indicator.id} .indicator}}",
        f"{{{{< include fragments/{indicator.id}.md >}}}}",
    ]
    told = kind_of(indicator).section(indicator)
    for section in dict.fromkeys([told, section_of(indicator.number) if own_words else ""]):
        if section:
            lines.append(f"::: {{.narrative}}\n{{{{< include narrative/{section}.md >}}}}\n:::")
    return "\n\n".join(lines)
