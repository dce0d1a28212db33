"""What each quantity of a sentence may be of: the readings that the words allow."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wres_report.claims.attaching import attach
from wres_report.claims.facts import BENCHMARK, ENGLAND, TRUST
from wres_report.claims.mentions import Mention
from wres_report.claims.quantities import Quantity
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.senses import Sense, Used, sense_of

_YEAR_RIGHT = re.compile(
    r"^\s*(?:\(|[–-])?\s*(?:(?:in|for|at|on|from|during|reported|recorded|as at|to|of|the|had been|it was)\s+){0,3}$",
    re.I,
)
_YEAR_LEFT = re.compile(
    r"^(?:\s*(?:survey|results?|report|figures?|staff|it|was|were|at|to|the|is|stood|of|BME|BAME|White|"
    r"that|had|been|and|just|we|had|share|rate|only|respondents|colleagues|when|,)\b)*\s*[:=,(–-]?\s*(?:was |at |of |to |\()?$",
    re.I,
)
_OF_SOURCE_RIGHT = re.compile(
    r"^\s*\(?(?:%|of|for|in|across|among|amongst|at|by|on|reported by|seen|recorded|found|as|"
    r"(?:is|was) the|that is|BME staff|BME|White)?\s*(?:(?:the|our|all|other|NHS|staff|its|BME|White|"
    r"respondents|in|of|for|across)\s+){0,4}$",
    re.I,
)
_COMPARED_WITH = re.compile(
    r"\b(?:above|below|higher than|lower than|better than|worse than|than|exceeds?|over|under|"
    r"against|beats?|behind|short of|in line with|ahead of|compared|equal to|match\w*)\b", re.I,
)  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """What a quantity may be of.

    groups, years, scopes, boards: the mentions that may be its own, the likeliest first; empty
    where nothing is told. sure_group: whether the words beside it tell the group. source: whose
    figure it is.
    """

    quantity: Quantity
    used: Used
    clause: Clause
    left: str
    right: str
    groups: tuple[str, ...] = ()
    sure_group: bool = False
    years: tuple[str, ...] = ()
    source: str = TRUST
    scopes: tuple[str, ...] = ()
    boards: tuple[str, ...] = ()


def readings_of(sentence: Sentence) -> list[Reading]:
    """A reading for each quantity of a sentence, in their order."""
    quantities = sentence.quantities
    sides = [_sides(sentence, position) for position in range(len(quantities))]
    used = [sense_of(q, sentence.text, *side) for q, side in zip(quantities, sides, strict=True)]
    years = _years(sentence, used)
    sources = [_source_of(sentence, position) for position in range(len(quantities))]
    for position in range(1, len(quantities)):
        clauses = {sentence.clause_of(quantities[n].start).start for n in (position - 1, position)}
        if used[position].earlier and sources[position] == TRUST and len(clauses) == 1:
            sources[position] = sources[position - 1]
    groups = _groups_of(sentence, used, years, sources)
    return [
        Reading(
            quantity, used[n], sentence.clause_of(quantity.start), *sides[n], *groups[n],
            years[n], sources[n], _near(sentence, quantity, sentence.scopes),
            _near(sentence, quantity, sentence.boards) or sentence.before.boards,
        )
        for n, quantity in enumerate(quantities)
    ]  # fmt: skip


def _sides(sentence: Sentence, position: int) -> tuple[str, str]:
    """What stands left and right of a quantity, to those beside it."""
    quantities = sentence.quantities
    first = quantities[position - 1].end if position else 0
    last = quantities[position + 1].start if position + 1 < len(quantities) else len(sentence.text)
    here = quantities[position]
    start = here.end - len(here.number.text) if here.number.printed != here.number.text else here.start
    hedged = here.start - (len(here.number.printed) - len(here.number.text))
    return sentence.text[first : max(first, min(start, hedged, here.start))], sentence.text[here.end : last]


def _groups_of(
    sentence: Sentence, used: list[Used], years: list[tuple[str, ...]], sources: list[str]
) -> list[tuple[tuple[str, ...], bool]]:
    """The groups of each quantity, those of changes and gaps apart from those of levels."""
    quantities = sentence.quantities
    result: list[tuple[tuple[str, ...], bool]] = [((), False)] * len(quantities)
    kinds = {n: _kind(quantities[n], used[n]) for n in range(len(quantities))}
    for kind in dict.fromkeys(kinds.values()):
        chosen = [n for n in kinds if kinds[n] == kind]

        def apart(a: int, b: int, chosen: list[int] = chosen) -> bool:
            one, other = chosen[a], chosen[b]
            clauses = [sentence.clause_of(quantities[n].start) for n in (one, other)]
            return (
                years[one] != years[other] or sources[one] != sources[other]
                or clauses[0].indicators != clauses[1].indicators
                or used[one].earlier != used[other].earlier
            )  # fmt: skip

        attached = attach(sentence.text, [quantities[n] for n in chosen], sentence.groups, apart)
        for n, choices in zip(chosen, attached, strict=True):
            result[n] = _chosen(sentence, choices, counted=quantities[n].unit == "count")
        _echo(sentence, chosen, result)
        _bracketed(sentence, chosen, result, years)
        _bases(sentence, chosen, result)
    return result


_PAIR = re.compile(
    r"^\s*(?:and|,|/|;|against|versus|v\.?|vs\.?|compared (?:with|to)|as against)\s*$", re.I)
_GROUP_AFTER = re.compile(r"^\s*(?:\(|for|of|among|amongst|in)?\s*(?:the |our )?(?:BME|BAME|White|ethnic|"
                          r"minorit|global)", re.I)  # fmt: skip


def _bracketed(
    sentence: Sentence, chosen: list[int], result: list[tuple[tuple[str, ...], bool]],
    years: list[tuple[str, ...]],
) -> None:  # fmt: skip
    """“BME … than White staff (17.3% and 5.7%)”: no words say which is which."""
    text = sentence.text
    for one, other in zip(chosen, chosen[1:], strict=False):
        first, second = sentence.quantities[one], sentence.quantities[other]
        if not _PAIR.match(text[first.end : second.start]):
            continue
        opened = text.rfind("(", 0, first.start)
        closed = text[second.end :].lstrip()[:1]
        if opened < 0 or closed not in (")", ",", ";") or ")" in text[opened : first.start]:
            continue
        if any(opened <= m.start < second.end for m in sentence.groups):
            continue
        named = {m.value for m in sentence.groups if m.end <= opened} & {"bme", "white"}
        against = re.match(r"\s*(?:against|versus|vs|compared)", text[first.end :])
        if len(named) == 2 or (named and against and years[one] == years[other]):
            result[one] = result[other] = (("bme", "white"), False)


def _bases(
    sentence: Sentence, chosen: list[int], result: list[tuple[tuple[str, ...], bool]]
) -> None:
    """“198 of 855”, “2 BME members out of 14”: the second is what the first is counted of."""
    text = sentence.text
    for n in chosen:
        here = sentence.quantities[n]
        following = sentence.quantities[n + 1] if n + 1 < len(sentence.quantities) else None
        if here.unit == "count" and following and following.unit == "count" and not _GROUP_AFTER.match(
                text[here.end :]):  # fmt: skip
            opened = re.search(r"\b(?:out )?of (?:the |our |all |its )+$", text[: here.start], re.I)
            parts = re.search(r"\bof (?:whom|them|which|these)\b[\w ,]*$",
                              text[here.end : following.start])  # fmt: skip
            if opened or parts:
                result[n] = (tuple(dict.fromkeys([*result[n][0], "total"])), False)
        if not n or sentence.quantities[n].unit != "count":
            continue
        left = sentence.text[sentence.quantities[n - 1].end : sentence.quantities[n].start]
        if re.search(r"\b(?:out )?of (?:the |our |all |a |its )*(?:total (?:of )?)?$", left) and (
                sentence.quantities[n - 1].unit == "count"):  # fmt: skip
            after = sentence.text[sentence.quantities[n].end :]
            if not _GROUP_AFTER.match(after):
                result[n] = (tuple(dict.fromkeys([*result[n][0], "total"])), False)


def _echo(
    sentence: Sentence, chosen: list[int], result: list[tuple[tuple[str, ...], bool]]
) -> None:
    """A pair without groups takes those of the pair before: “31% and 24%; the medians 28 and 25”."""
    for n in range(2, len(chosen) - 1):
        pairs = [[chosen[n - 2], chosen[n - 1]], [chosen[n], chosen[n + 1]]]
        first, second = (sentence.quantities[i] for i in pairs[1])
        if not _PAIR.match(sentence.text[first.end : second.start]):
            continue
        if _GROUP_AFTER.match(sentence.text[second.end :]):
            continue
        if any(m.end <= first.start and first.start - m.end < 12 for m in sentence.groups):
            continue
        before = [result[i][0][:1] for i in pairs[0]]
        if before[0] and before[1] and before[0] != before[1]:
            for i, groups in zip(pairs[1], before, strict=True):
                result[i] = (groups, True)


def _chosen(
    sentence: Sentence, choices: list[tuple[str, float]], *, counted: bool
) -> tuple[tuple[str, ...], bool]:
    if not choices:
        carried = sentence.before.group
        return ((carried,) if carried else ()), False
    near = [choice for choice in choices if choice[1] < 6] or choices
    only = len({m.value for m in sentence.groups}) == 1 and not counted
    return tuple(value for value, _ in near), (near[0][1] <= 2.6 or only) and len(near) == 1


def _kind(quantity: Quantity, used: Used) -> str:
    level = used.sense is Sense.LEVEL
    if quantity.unit in ("percent", "bare") and level:
        return "level"
    return f"{quantity.unit} {'level' if level else 'other'}"


def _near(sentence: Sentence, quantity: Quantity, mentions: list[Mention]) -> tuple[str, ...]:
    """The mentions of a quantity's clause: behind it up to the next number, before it, others."""
    clause = sentence.clause_of(quantity.start)
    inside = [m for m in mentions if clause.start <= m.start < clause.end]
    following = min((q.start for q in sentence.quantities if q.start >= quantity.end), default=9999)
    before = [m for m in inside if m.end <= quantity.start]
    after = [m for m in inside if quantity.end <= m.start]
    close = [m for m in after if m.start < following and "," not in sentence.text[quantity.end : m.start]]
    order = close + before[::-1] + [m for m in after if m not in close]
    return tuple(dict.fromkeys(m.value for m in order))


# “(2019: 27.3%)”: what stands here is of the next number.
_OWNS_NEXT = re.compile(r"^\s*(?:[:=]|of|was|at|is|being)?\s*\d")
_BASELINE = re.compile(
    r"\b(?:since|than(?: in)?|compared (?:with|to)|against|over|on|from|between)\s+(?:the |that of |those of |in |"
    r"it was |at )*$", re.I,
)  # fmt: skip


def _years(sentence: Sentence, used: list[Used]) -> list[tuple[str, ...]]:
    """The years of each quantity; those of a series one after the other."""
    quantities = sentence.quantities
    years = [_years_of(sentence, n, used[n]) for n in range(len(quantities))]
    for run in series_in(sentence):
        for place, position in enumerate(run):
            if not years[position] or "?" in years[position] or place == 0:
                years[position] = (f"wres {sentence.year - (len(run) - 1 - place)}",)
    for n in range(1, len(quantities)):
        between = sentence.text[quantities[n - 1].end : quantities[n].start]
        if years[n - 1] and between.strip() == "(" and not years[n]:
            years[n] = years[n - 1]
        if not years[n] and years[n - 1] and "?" not in years[n - 1] and re.fullmatch(
                r"\s*(?:,|/|;|and|, and)\s*(?:(?:for )?(?:BME|BAME|White)(?: staff)?:? ?)?", between):  # fmt: skip
            if sentence.text.rfind("(", 0, quantities[n].start) > sentence.text.rfind(
                    ")", 0, quantities[n].start):  # fmt: skip
                years[n] = years[n - 1]
    for n in range(1, len(quantities)):
        between = sentence.text[quantities[n - 1].end : quantities[n].start]
        if not years[n] and re.fullmatch(r"\s*(?:against|compared (?:with|to)|versus|vs\.?)\s*", between):
            baselines = [m.value for m in sentence.years
                         if m.end <= quantities[n].start and _is_baseline(sentence.text, m.start)]  # fmt: skip
            years[n] = (baselines[-1], "?") if baselines else years[n - 1]
    bracketed = re.search(r"(?P<y>20\d\d|last year(?:.s)?)(?: figures?)? in (?:brackets|parentheses)",
                          sentence.text, re.I)  # fmt: skip
    if bracketed:
        value = bracketed["y"] if bracketed["y"].isdigit() else "last"
        for n, quantity in enumerate(quantities):
            inside = sentence.text[: quantity.start].rstrip().endswith("(")
            years[n] = (value,) if inside else ()
    return years


_SERIES_MARK = re.compile(
    r"^\s*(?:,|;|/|▸|→|->|>|–|-|\band\b|\bthen\b|\bto\b|,\s*(?:and|then|and then))\s*$", re.I
)
SHORTEST_SERIES = 3


def series_in(sentence: Sentence) -> list[list[int]]:
    """Runs of figures that follow one another with nothing between them but a mark."""
    quantities, runs = sentence.quantities, []
    run: list[int] = []
    for position, quantity in enumerate(quantities):
        last = quantities[position - 1] if run else None
        if quantity.unit not in ("percent", "bare"):
            last, run = None, []
            continue
        if last and _SERIES_MARK.match(sentence.text[last.end : quantity.start]):
            run.append(position)
        else:
            run = [position]
            runs.append(run)
    listed = [found for found in runs if len(found) >= SHORTEST_SERIES]
    first = listed[0][0] if listed else 0
    grouped = any(m.end <= quantities[first].start for m in sentence.groups) if listed else False
    groups = {m.value for m in sentence.groups}
    return [found for found in listed if len(groups) < SHORTEST_SERIES and (grouped or len(groups) < 2)]


def _years_of(sentence: Sentence, position: int, used: Used) -> tuple[str, ...]:
    """The years that a quantity may be of; empty where none is told for it."""
    text, quantity = sentence.text, sentence.quantities[position]
    before_, after_ = _neighbours(sentence, position)
    level = used.sense is Sense.LEVEL and not used.earlier
    for mention in sentence.years:
        if quantity.end <= mention.start < after_ and _YEAR_RIGHT.match(
                text[quantity.end : mention.start]):  # fmt: skip
            if not _OWNS_NEXT.match(text[mention.end :]):
                return (mention.value,)
    left = [m for m in sentence.years if before_ <= m.start and m.end <= quantity.start]
    if left and len(text[left[-1].end : quantity.start]) < 60:
        between = text[left[-1].end : quantity.start]
        owned = re.match(r"^.s (?:\w+ ){0,3}$", between)
        beside = owned or re.match(r"^\s*\(|^,? when\b", between)
        if beside or (_YEAR_LEFT.match(between) and not (level and _is_baseline(text, left[-1].start))):
            return (left[-1].value,)
    end = sentence.clause_of(quantity.start).end
    inside = [m for m in sentence.years if quantity.end <= m.start < min(after_, end)]
    near = [m.value for m in (*left[::-1], *inside) if not (level and _is_baseline(text, m.start))]
    every = {m.value for m in sentence.years}
    if not near and len(every) == 1 and sentence.years[0].end < sentence.quantities[0].start:
        if not (level and _is_baseline(text, sentence.years[0].start)):
            near = [sentence.years[0].value]
    clause = sentence.clause_of(quantity.start)
    beside = [m for m in sentence.years if clause.start <= m.start < clause.end
              and not _is_baseline(text, m.start)]  # fmt: skip
    if not near and len({m.value for m in beside}) == 1:
        near = [beside[0].value]
    return tuple(dict.fromkeys([*near, "?"])) if near else ()


def _is_baseline(text: str, start: int) -> bool:
    """Whether a year is what is compared with: “since 2017”, “than last year”."""
    return bool(_BASELINE.search(text[:start]))


def _neighbours(sentence: Sentence, position: int) -> tuple[int, int]:
    quantities = sentence.quantities
    first = quantities[position - 1].end if position else 0
    last = quantities[position + 1].start if position + 1 < len(quantities) else len(sentence.text)
    return first, last


_OURS = re.compile(
    r"\b(?:ours?|we|us|own)\b|\b(?:the|this) trust(?:.s)? (?:figures?|was|is|stands|share|score|itself|had|has|"
    r"result|own|ratio)\b", re.I,
)  # fmt: skip
_THAN_BEFORE = re.compile(
    r"\b(?:than|above|below|against|compared (?:to|with)|versus|over|under|beats?|to)\s+"
    r"(?:the |our |a |an |that of |those of )*(?:[\w’]+ ){0,3}$", re.I,
)  # fmt: skip


def _source_of(sentence: Sentence, position: int) -> str:
    """Whose figure a quantity is: the trust's, England's or the benchmark group's."""
    text, quantity = sentence.text, sentence.quantities[position]
    first, last = _neighbours(sentence, position)
    for mention in sentence.sources:
        if quantity.end <= mention.start < last:
            if _OF_SOURCE_RIGHT.match(text[quantity.end : mention.start]):
                if not _OWNS_NEXT.match(text[mention.end :]):
                    return mention.value
    clause = sentence.clause_of(quantity.start)
    behind = [m for m in sentence.sources
              if clause.start <= m.start and m.end <= quantity.start]  # fmt: skip
    for mention in reversed(behind):
        between = text[mention.end : quantity.start]
        pronoun = re.search(r"\b(?:above|below|than|under|over) it\b", between)
        if _OURS.search(between) or (_COMPARED_WITH.search(between) and not pronoun):
            break
        if position and _is_of(sentence, position - 1, mention):
            break
        if mention.start < first and not pronoun and not _AND_ANOTHER.match(text[first : quantity.start]):
            break
        apposed = re.fullmatch(r"(?: of)?(?: the)?(?: \w+){0,3}\s*,\s*(?:at )?", between)
        if "," in between and not apposed and _THAN_BEFORE.search(text[: mention.start]):
            break
        return mention.value
    return ENGLAND if sentence.before.national else _only_source(sentence, clause, quantity)


def _only_source(sentence: Sentence, clause: Clause, quantity: Quantity) -> str:
    """England's, where the one number of a clause is said of all the country at its end."""
    inside = [q for q in sentence.quantities if clause.start <= q.start < clause.end]
    told = [m for m in sentence.sources if quantity.end <= m.start < clause.end]
    if len(inside) == 1 and told and re.match(
        r"nationally|across|in England", sentence.text[told[0].start : told[0].end], re.I
    ):  # fmt: skip
        if not _OURS.search(clause.text) and not _COMPARED_WITH.search(
                sentence.text[quantity.end : told[0].start].replace("than white", "")
                .replace("than White", "").replace("than BME", "")):  # fmt: skip
            return told[0].value
    return TRUST


_AND_ANOTHER = re.compile(
    r"^\s*(?:,|and|or|/|;|for (?:BME|BAME|White)(?: staff)?|\(?(?:BME|BAME|White)(?: staff)?\)?|in 20\d\d|"
    r"was|were|[\s,])*(?:and|,|/|to)?\s*(?:for )?(?:(?:BME|BAME|White)(?: staff)?)?[\s:]*$", re.I,
)  # fmt: skip


def _is_of(sentence: Sentence, position: int, mention: Mention) -> bool:
    """Whether a mention stands right behind an earlier quantity, and is its own."""
    quantity = sentence.quantities[position]
    return quantity.end <= mention.start and bool(
        _OF_SOURCE_RIGHT.match(sentence.text[quantity.end : mention.start])
    )


__all__ = ["BENCHMARK", "Reading", "readings_of"]
