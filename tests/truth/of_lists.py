"""Sentences that put indicators into lists: the box at the head and the conclusions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.truth.facts import RATIOS, SURVEY
from tests.truth.saying import (
    SHAPES,
    TOPICS,
    Case,
    counted,
    differs,
    says,
    small_numbers_about,
    value_of,
)
from tests.truth.weighing import KINDS, moved, weigh

UNCERTAIN = ("unclear", "few")
WEIGHED = ("worse", "better", *UNCERTAIN)
BOARD = ("short", "mirrors", "none_mirrors", "above")
VERDICTS = {
    "worse for {G} staff": "worse", "{G} staff under-represented at band 8a and above": "worse",
    "better for {G} staff": "better", "no clear difference": "unclear",
    "{G} share of staff higher at band 8a and above": "better", "too few to tell": "few",
    "counts not supplied, so not told from chance": "no_counts",
    "counts not supplied": "no_counts", "not supplied": "missing", "bands not supplied": "missing",
    "not calculable": "missing", "mirrors the workforce, to the nearest seat": "mirrors",
    "mirrors the workforce, to the nearest seat, with no {G} member": "none_mirrors",
    "suppressed": "suppressed",
}  # fmt: skip
SEATS = re.compile(r"(\w+) seats? (short of mirroring the workforce|more than would mirror the "
                   r"workforce)")  # fmt: skip


def code_of(verdict: str, term: str) -> tuple[str, int | None]:
    """The code of a verdict in words, and the seats that it speaks of."""
    if found := SEATS.fullmatch(verdict):
        number = counted(found[1])
        return ("short", -number) if "short" in found[2] else ("above", number)
    for words, code in VERDICTS.items():
        if verdict in (words.format(G=term), words.format(G=term[0].upper() + term[1:])):
            return code, None
    return "unknown", None


def wrong_verdict(case: Case, indicator: int, verdict: str) -> Iterator[str]:
    code, seats = code_of(verdict, case.term)
    ours = case.weighed[indicator]
    if code == "suppressed":
        if not small_numbers_about(case.facts):
            yield f"indicator {indicator} has no small number to suppress"
    elif code != ours.code:
        yield f"indicator {indicator} is {ours.code}, not “{verdict}”"
    elif seats is not None and seats != ours.seats:
        yield f"the board has {ours.seats} seats more than would mirror, not {seats}"


def number_with(case: Case, *codes: str) -> int:
    return sum(w.code in codes and i not in hidden(case) for i, w in case.weighed.items())


def hidden(case: Case) -> set[int]:
    """Indicators whose verdict the page gives as suppressed; each is judged where it stands."""
    found = set()
    for sentence in case.page.sentences:
        if match := re.match(r"○ Indicator (\d), .*suppressed\.$", sentence.text):
            found.add(int(match[1]))
    for table in case.page.tables.values():
        if table.caption.startswith("The nine indicators, "):
            found |= {int(r[0][0]) for r in table.rows if r[-1] == "○ suppressed"}
    return found


def off(what: str, said: str, ours: int) -> Iterator[str]:
    if counted(said) != ours:
        yield f"{what}: {ours}, not {said}"


@says(r"Of the nine indicators, {W} (?:is|are) worse for {G} staff,? (?:and )?{W} (?:is|are) better"
      r"(?: and {W} (?:is|are) too uncertain to say)?\.")  # fmt: skip
def _counts(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from off("worse", match[1], number_with(case, "worse"))
    yield from off("better", match[2], number_with(case, "better"))
    yield from off("too uncertain", match[3] or "none", number_with(case, *UNCERTAIN))


@says(
    r"None of the nine indicators could be weighed\.|"
    r"No indicator could be weighed, so none can be named here\."
)
def _none_weighed(case: Case, match: re.Match[str]) -> Iterator[str]:
    if number_with(case, *WEIGHED):
        yield f"{number_with(case, *WEIGHED)} could be weighed"


@says(
    r"The board (is {W} seats? short of mirroring the workforce|has {W} seats? more than would "
    r"mirror the workforce|mirrors the workforce, to the nearest seat(?:, with no {G} member)?)\."
)
def _board(case: Case, match: re.Match[str]) -> Iterator[str]:
    verdict = re.sub(r"^(is|has) ", "", match[1])
    yield from wrong_verdict(case, 9, verdict)


@says(r"For {W} there is no figure to judge\.|For none of them is there a figure to judge\.")
def _no_figure(case: Case, match: re.Match[str]) -> Iterator[str]:
    ours = number_with(case, "missing") + len(hidden(case))
    yield from off("no figure to judge", match[1] or "nine", ours)


@says(r"{W} (?:is|are) known only as published, without the counts that chance is weighed by\.")
def _as_published(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from off("as published", match[1], number_with(case, "no_counts"))


@says(r"As published, without counts, so chance cannot be weighed: (.+)\.")
def _named_as_published(case: Case, match: re.Match[str]) -> Iterator[str]:
    named = set()
    for item in match[1].split("; "):
        found = re.fullmatch(r"Indicator (\d), (.+?): (?:a gap of )?([+−]?[\d.]+)(?: pp)?"
                             r"(, beyond the range of 0\.80 to 1\.25)?", item)  # fmt: skip
        if not found:
            yield f"not understood: {item}"
            continue
        indicator = int(found[1])
        named.add(indicator)
        ours = case.weighed[indicator]
        yield from wrong_topic(case, indicator, found[2])
        yield from differs(f"indicator {indicator}", found[3], ours.figure)
        if ours.code != "no_counts":
            yield f"indicator {indicator} is {ours.code}"
        if found[4] and ours.figure is not None and 0.795 < ours.figure < 1.255:
            yield f"{ours.figure} lies within 0.80 to 1.25"
    for indicator in RATIOS:
        ours = case.weighed[indicator]
        beyond = ours.figure is not None and not 0.795 < ours.figure < 1.255
        if ours.code == "no_counts" and beyond and indicator not in named | hidden(case):
            yield f"indicator {indicator}, {ours.figure} as published, is not named"


def wrong_topic(case: Case, indicator: int, topic: str) -> Iterator[str]:
    if topic != TOPICS[indicator].format(G=case.term):
        yield f"indicator {indicator} is not “{topic}”"


@says(r"(Furthest from parity|Worst for {G} staff|Best for {G} staff)( beyond chance)?"
      r"(?:, (ratio|survey gap|share of senior posts))?: Indicator (\d), (.+?): (.+)\.")  # fmt: skip
def _superlative(case: Case, match: re.Match[str]) -> Iterator[str]:
    wanted = "better" if match[1].startswith("Best") else "worse"
    indicator = int(match[4])
    yield from wrong_topic(case, indicator, match[5])
    yield from wrong_figures(case, indicator, match[6])
    if not case.sentence.block.partition(match[0])[2]:
        yield "no verdict follows"
    if case.weighed[indicator].code != wanted:
        yield f"indicator {indicator} is {case.weighed[indicator].code}"
        return
    apart = {i: w.apart or 0.0 for i, w in case.weighed.items() if w.code == wanted}
    kinds = {KINDS[i] for i in apart if i not in hidden(case)}
    kind = {"ratio": "ratio", "survey gap": "gap", "share of senior posts": "senior"}.get(
        match[3] or "", KINDS[indicator]
    )
    if kind != KINDS[indicator]:
        yield f"indicator {indicator} is no {match[3]}"
    if not match[3] and len(kinds) > 1:
        yield f"one of {len(kinds)} kinds is called the furthest of all"
    rivals = [i for i, a in apart.items() if KINDS[i] == kind and i not in hidden(case)
              and abs(a) > abs(apart[indicator]) + 1e-9]  # fmt: skip
    if rivals:
        yield f"indicator {rivals[0]} is further from parity"
    yield from _out_of_all(case, indicator, wanted, match[1], beyond=bool(match[2]))


def _out_of_all(
    case: Case, indicator: int, wanted: str, said: str, *, beyond: bool
) -> Iterator[str]:
    """Figures of the kind with another verdict, which may lie further out than those weighed."""
    own = case.weighed[indicator].apart or 0.0
    further = {
        i: (w.apart > 0) == (own > 0)
        for i, w in case.weighed.items()
        if w.code != wanted and w.apart is not None and KINDS[i] == KINDS[indicator]
        and i not in hidden(case) and abs(w.apart) > abs(own) + 1e-9
    }  # fmt: skip
    if any(further.values()) != beyond:
        yield f"further out, whether by chance or not, are {further}"
    if said.startswith("Furthest") and not all(further.values()):
        yield f"further out on the other side are {further}"


@says(r"(Worse for {G} staff|Better for {G} staff|{G} (?:staff under-represented|share of staff higher) "
      r"at band 8a and above)\.")  # fmt: skip
def _verdict_alone(case: Case, match: re.Match[str]) -> Iterator[str]:
    found = re.search(r"Indicator (\d),", case.sentence.block)
    if not found:
        yield "it is not said of which indicator"
        return
    verdict = match[1].replace("Worse", "worse").replace("Better", "better")
    yield from wrong_verdict(case, int(found[1]), verdict)


FIGURES = (
    r"{G} (?P<bme>\S+?), White (?P<white>\S+?), (?:ratio|gap) (?P<figure>\S+?)(?: pp)?",
    r"(?P<senior>\S+) {G} at band 8a and above, (?P<all>\S+) of all staff",
    r"(?P<voting>\S+) of voting members, (?P<points>\S+) pp against the workforce",
    r"(?P<share>\S+) of all staff are {G}",
)


def wrong_figures(case: Case, indicator: int, text: str) -> Iterator[str]:
    """The figures that stand in brief beside the name of an indicator."""
    for pattern in FIGURES:
        term = f"(?:{case.term}|{case.term[0].upper()}{case.term[1:]})"
        found = re.fullmatch(pattern.replace("{G}", term), text)
        if found:
            for name, printed in found.groupdict().items():
                if re.search(r"\d", printed):
                    ours = figure_of(case, indicator, name)
                    yield from differs(f"indicator {indicator}, {name}", printed.rstrip("%"), ours)
            return
    yield f"not understood: {text}"


def figure_of(case: Case, indicator: int, name: str) -> float | None:
    facts = case.facts
    if name in ("bme", "white"):
        if indicator in SURVEY:
            return facts.answers(indicator, name, facts.year - 1).percent
        rate = facts.cases(indicator, name)
        return 100 * rate.share if rate else facts.reported(indicator, "percent", name)
    if name in ("figure", "senior", "points"):
        return case.weighed[indicator].figure
    if name == "voting":
        board = facts.board("voting")
        return 100 * board.share if board else facts.reported(9, "voting_bme_percent", "bme")
    return facts.workforce_share()


@says(r"It is only just beyond chance\.")
def _only_just(case: Case, match: re.Match[str]) -> Iterator[str]:
    found = re.search(r"Indicator (\d),", case.sentence.block)
    indicator = int(found[1]) if found else case.indicator
    strict = weigh(case.facts, indicator, 1 - (1 - case.facts.level) / 10)
    if strict.code in ("worse", "better"):
        yield f"indicator {indicator} is far beyond chance"


@says(r"Since last year: (.+)\.")
def _since_last_year(case: Case, match: re.Match[str]) -> Iterator[str]:
    strict, lax = (
        {i: moved(case.facts, i, level) for i in (*RATIOS, *SURVEY)}
        for level in (1 - (1 - case.facts.level) * 0.9, 1 - (1 - case.facts.level) * 1.1)
    )
    said: dict[int, int] = {}
    for part in match[1].split("; "):
        if found := re.fullmatch(r"(worse|better) for .+ staff on indicators? ([\d, and]+)", part):
            for number in re.findall(r"\d", found[2]):
                said[int(number)] = 1 if found[1] == "worse" else -1
        elif re.fullmatch(r"no (other )?ratio or survey figure is known to have moved by more than "
                          r"chance", part):  # fmt: skip
            continue
        elif part == "no ratio and no survey figure can be compared":
            known = [i for i, way in strict.items() if way is not None and i not in hidden(case)]
            if known and not small_numbers_about(case.facts):
                yield f"indicator {known[0]} can be compared"
        else:
            yield f"not understood: {part}"
    for indicator in strict:
        if indicator in hidden(case) or (small_numbers_about(case.facts) and indicator not in said):
            continue
        if said.get(indicator, 0) not in (strict[indicator] or 0, lax[indicator] or 0):
            yield f"indicator {indicator} moved by {strict[indicator]}, said {said.get(indicator)}"


@says(r"([▲▼●◇◆○]) Indicator (\d), (.+?): (?:(.+); )?(.+?)\.")
def _listed(case: Case, match: re.Match[str]) -> Iterator[str]:
    indicator = int(match[2])
    yield from wrong_topic(case, indicator, match[3])
    if match[4]:
        yield from wrong_figures(case, indicator, match[4])
    yield from wrong_verdict(case, indicator, match[5])
    code = code_of(match[5], case.term)[0]
    if match[1] != SHAPES.get(code, "○"):
        yield f"the mark {match[1]} is not that of “{match[5]}”"
    yield from wrong_list(case, indicator, code)


def wrong_list(case: Case, indicator: int, code: str) -> Iterator[str]:
    lists = {"sec-strengths": ("better", "mirrors", "above"), "sec-uncertain": UNCERTAIN,
             "sec-unclear": ("missing", "suppressed", "no_counts", "none_mirrors"),
             "sec-focus": ("worse", "short", "no_counts")}  # fmt: skip
    for section, codes in lists.items():
        if case.sentence.is_in(section) and code not in codes:
            yield f"indicator {indicator}, {code}, stands under {section}"
    apart = case.weighed[indicator].apart
    if case.sentence.is_in("sec-focus") and code == "no_counts" and (apart or 0) <= 0:
        yield f"indicator {indicator} is not worse as published, yet stands where to act"


@says(r"With (\d+)% confidence the (ratio|gap|difference) lies somewhere from {N} to {N}(?: pp)?, where "
      r"parity is (\S+?)\.")  # fmt: skip
def _range(case: Case, match: re.Match[str]) -> Iterator[str]:
    indicator = int(re.findall(r"Indicator (\d)", case.sentence.block)[0])
    ours = case.weighed[indicator]
    name = {"ratio": "ratio", "gap": "gap", "senior": "difference"}[KINDS[indicator]]
    if match[2] != name:
        yield f"the interval is of the {name}"
    yield from differs("confidence", match[1], 100 * case.facts.level)
    less = (case.facts.workforce_share() or 0.0) if name == "difference" else 0.0
    for what, printed, end in (("low", match[3], ours.low), ("high", match[4], ours.high)):
        yield from differs(f"the {what} end", printed, None if end is None else end - less)
    yield from differs("parity", match[5], 1.0 if name == "ratio" else 0.0)


@says(r"Too few people stand behind it for a range to be given\.")
def _no_range(case: Case, match: re.Match[str]) -> Iterator[str]:
    indicator = int(re.findall(r"Indicator (\d)", case.sentence.block)[0])
    if case.weighed[indicator].code != "few" and not small_numbers_about(case.facts):
        yield f"indicator {indicator} is {case.weighed[indicator].code}"


@says(r"No indicator is better for {G} staff by more than chance alone could produce\.")
def _none_better(case: Case, match: re.Match[str]) -> Iterator[str]:
    if number_with(case, "better"):
        yield "one is better"


@says(r"None of the {W} indicators that could be weighed is worse for {G} staff by more than chance "
      r"alone could produce\.")  # fmt: skip
def _none_worse(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from off("weighed", match[1], number_with(case, *WEIGHED))
    if number_with(case, "worse"):
        yield "one is worse"


@says(r"The one indicator that could be weighed is not worse for {G} staff by more than chance alone "
      r"could produce\.")  # fmt: skip
def _one_not_worse(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from off("weighed", "one", number_with(case, *WEIGHED))
    if number_with(case, "worse"):
        yield "it is worse"


@says(r"No indicator that could be weighed is too uncertain to say\.")
def _none_uncertain(case: Case, match: re.Match[str]) -> Iterator[str]:
    if number_with(case, *UNCERTAIN):
        yield "one is too uncertain"


@says(r"Every indicator has a figure and the counts behind it\.")
def _all_known(case: Case, match: re.Match[str]) -> Iterator[str]:
    if number_with(case, "missing", "no_counts") or hidden(case):
        yield "not every indicator has a figure and counts"
    if any(_one_side(case, indicator) for indicator in SURVEY):
        yield "the responses of a group are not supplied"


@says(r"Every indicator has a figure\.")
def _all_have_figures(case: Case, match: re.Match[str]) -> Iterator[str]:
    if number_with(case, "missing", "no_counts") or hidden(case):
        yield "not every indicator has a figure"


@says(r"The White responses for indicators? ([\d, and]+) are not supplied: the White figure is taken "
      r"as exact, and only the chance in the {G} figure is weighed\.")  # fmt: skip
def _taken_as_exact(case: Case, match: re.Match[str]) -> Iterator[str]:
    ours = [i for i in SURVEY if i not in hidden(case) and _one_side(case, i)]
    if [int(number) for number in re.findall(r"\d", match[1])] != ours:
        yield f"they are {ours}"


def _one_side(case: Case, indicator: int) -> bool:
    white, bme = (case.facts.answers(indicator, g, case.facts.year - 1) for g in ("white", "bme"))
    return white.percent is not None and white.rate is None and bme.rate is not None


@says(r"{W} verdicts? weighs? chance, each alone, at (\d+)%: if there were no differences at all, "
      r"about {N} in {N} such reports would still show one or more\.")  # fmt: skip
def _many_verdicts(case: Case, match: re.Match[str]) -> Iterator[str]:
    ours = number_with(case, *WEIGHED)
    yield from off("verdicts that weigh chance", match[1], ours)
    yield from differs("confidence", match[2], 100 * case.facts.level)
    chance = 1 - case.facts.level**ours
    if abs(value_of(match[3]) / value_of(match[4]) - chance) > 0.006:
        yield f"the chance is {chance:.3f}"
