"""Of which groups the quantities of a sentence are, all of them together."""

from __future__ import annotations

import re
from itertools import pairwise

from wres_report.claims.attaching import attach
from wres_report.claims.quantities import Quantity
from wres_report.claims.senses import Sense, Used
from wres_report.claims.sentences import Sentence


def groups_of(
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
    r"^\s*(?:and|,|/|;|against|versus|v\.?|vs\.?|compared (?:with|to)|as against)\s*$", re.I
)
_GROUP_AFTER = re.compile(r"^\s*(?:\(|for|of|among|amongst|in)?\s*(?:the |our )?(?:BME|BAME|White"
    r"|ethnic|"
                          r"minorit|global)", re.I)  # fmt: skip


def _bracketed(
    sentence: Sentence, chosen: list[int], result: list[tuple[tuple[str, ...], bool]],
    years: list[tuple[str, ...]],
) -> None:  # fmt: skip
    """“BME … than White staff (17.3% and 5.7%)”: no words say which is which."""
    text = sentence.text
    for one, other in pairwise(chosen):
        first, second = sentence.quantities[one], sentence.quantities[other]
        if not _PAIR.match(text[first.end : second.start]):
            continue
        hedge = len(first.number.printed) - len(first.number.text)
        opened = text.rfind("(", 0, first.start)
        closed = text[second.end :].lstrip()[:1]
        if text[: first.start - hedge].rstrip().endswith((",", ":", "–")) and closed in (".", ""):
            # “Fewer BME than White colleagues …, 17 against 41.”
            opened, closed = first.start - hedge - 1, ")"
        if opened < 0 or closed not in (")", ",", ";") or ")" in text[opened : first.start]:
            continue
        if any(opened <= m.start < second.end for m in sentence.groups):
            continue
        named = {m.value for m in sentence.groups if m.end <= opened} & {"bme", "white"}
        against = re.match(r"\s*(?:against|versus|vs|compared)", text[first.end :])
        if len(named) == 2 or (named and against and years[one] == years[other]):
            result[one] = result[other] = (("bme", "white"), False)


_OF_THE = re.compile(r"\b(?:out )?of (?:the |our |all |a |its )*(?:\w+[’']s )?(?:total (?:of )?)?$")


def _bases(
    sentence: Sentence, chosen: list[int], result: list[tuple[tuple[str, ...], bool]]
) -> None:
    """“198 of 855”, “2 BME members out of 14”: the second is what the first is counted of."""
    text = sentence.text
    for n in chosen:
        here = sentence.quantities[n]
        following = sentence.quantities[n + 1] if n + 1 < len(sentence.quantities) else None
        both = here.unit == "count" and following is not None and following.unit == "count"
        if both and following is not None and not _GROUP_AFTER.match(text[here.end :]):
            opened = re.search(r"\b(?:out )?of (?:the |our |all |its )+$", text[: here.start], re.I)
            parts = re.search(r"\bof (?:whom|them|which|these)\b[\w ,]*$",
                              text[here.end : following.start])  # fmt: skip
            if opened or parts:
                result[n] = (tuple(dict.fromkeys([*result[n][0], "total"])), False)
        if not n or sentence.quantities[n].unit != "count":
            continue
        left = sentence.text[sentence.quantities[n - 1].end : sentence.quantities[n].start]
        if _OF_THE.search(left) and (
                sentence.quantities[n - 1].unit == "count"):  # fmt: skip
            after = sentence.text[sentence.quantities[n].end :]
            if _GROUP_AFTER.match(after):
                # “198 of 1,390 BME applicants”: the first is of the same group.
                result[n - 1] = result[n]
            else:
                result[n] = (tuple(dict.fromkeys([*result[n][0], "total"])), False)


def _echo(
    sentence: Sentence, chosen: list[int], result: list[tuple[tuple[str, ...], bool]]
) -> None:
    """A pair without groups takes those of the pair before: “31 % and 24 %; medians 28 and 25”."""
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


_CLOSE, _SURE, _ONLY = 1.0, 2.6, 3.4


def _chosen(
    sentence: Sentence, choices: list[tuple[str, float]], *, counted: bool
) -> tuple[tuple[str, ...], bool]:
    if not choices:
        echoes = dict(sentence.before.echoes)
        echoed = [echoes[q.number.text] for q in sentence.quantities if q.number.text in echoes]
        carried = echoed[0] if echoed else sentence.before.group
        return ((carried,) if carried else ()), False
    echoes = dict(sentence.before.echoes)
    echoed = [echoes[q.number.text] for q in sentence.quantities if q.number.text in echoes]
    if echoed and choices[0][1] > _CLOSE:
        # “The figure of 31.5% is down from 32.7%”: a number takes its group along.
        return (echoed[0],), False
    near = [choice for choice in choices if choice[1] < 6] or choices
    only = len({m.value for m in sentence.groups}) == 1 and not counted
    return tuple(value for value, _ in near), (
        near[0][1] <= _SURE or (only and near[0][1] <= _ONLY)
    ) and len(near) == 1


def _kind(quantity: Quantity, used: Used) -> str:
    level = used.sense is Sense.LEVEL
    if quantity.unit in ("percent", "bare") and level:
        return "level"
    return f"{quantity.unit} {'level' if level else 'other'}"
