"""Sentences of a report, right and with a planted fault, made from the figures of a trust-year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from tests.claims import wordings as words
from tests.claims.innocent import innocent_samples
from tests.claims.samples import Sample, Template, both, shown, templates
from wres_report.claims.figures import Figures

Fields = dict[str, Any]


def generate(figures: Figures) -> list[Sample]:
    """All samples of a trust-year, the same for the same figures."""
    made: list[Sample] = []
    for make in (survey_samples, ratio_samples, change_samples, word_samples, share_samples,
                 sum_samples, standard_samples, label_samples, innocent_samples):  # fmt: skip
        made += make(figures)
    unique = {(s.text, s.heading): s for s in made}
    return list(unique.values())


def known(figures: Figures, key: str) -> float:
    """A figure that the templates cannot do without."""
    value = figures.get(key).value
    assert value is not None
    return value


def names_of_groups(number: int) -> dict[str, str]:
    return {"bme": words.BME_NAMES[number % len(words.BME_NAMES)], "white": words.WHITE_NAME}


def survey_samples(figures: Figures) -> Iterator[Sample]:
    for number, template in enumerate(templates("survey")):
        for n in (5, 6, 7, 8):
            for group in ("bme", "white"):
                right, wrong = survey_fields(figures, template.kind, n, group, number)
                yield from both(template, n, right, wrong)


def survey_fields(
    figures: Figures, kind: str, n: int, group: str, number: int
) -> tuple[Fields, Fields]:
    key = f"i{n}.{group}_percent"
    value, other = known(figures, key), known(figures, f"i{n}.{words.OTHER[group]}_percent")
    last, benchmark = known(figures, f"{key}.previous"), known(figures, f"{key}.benchmark")
    names = names_of_groups(number + n)
    right = {
        "G": names[group], "H": names[words.OTHER[group]], "S": words.ASKED[n][number % 2], "n": n,
        "E": words.HAVING[n], "Q": words.QUESTIONS[n], "x": shown(value), "v": shown(value),
        "y": shown(other), "p": shown(last),
    }  # fmt: skip
    wrong: Fields = {}
    if kind == "last_years_figure":
        wrong = {"x": shown(last)}
    elif kind == "swapped_groups":
        wrong = {"x": shown(other), "y": shown(value)}
    elif kind == "wrong_value":
        wrong = {"x": shown(value + (3.7 if n % 2 else -2.9))}
    elif kind == "rounding":
        wrong = {"x": shown(value + 0.1)}
    elif kind == "wrong_benchmark":
        right["x"] = shown(benchmark)
        wrong = {"x": shown(known(figures, f"i{13 - n}.{group}_percent.benchmark"))}
    return right, wrong


def ratio_samples(figures: Figures) -> Iterator[Sample]:
    for number, template in enumerate(templates("ratio")):
        of_rates = template.kind == "swapped_groups"
        for n in (2,) if of_rates else (2, 3, 4):
            right, wrong = ratio_fields(figures, template, n, number)
            yield from both(template, n, right, wrong)


def ratio_fields(
    figures: Figures, template: Template, n: int, number: int
) -> tuple[Fields, Fields]:
    key = f"i{n}.ratio"
    ratio, last, benchmark = (known(figures, key + end) for end in ("", ".previous", ".benchmark"))
    names, top = names_of_groups(number + n), words.TOP[n]
    sides = ("above", "below") if ratio > benchmark else ("below", "above")
    right: Fields = {
        "A": names[top], "B": names[words.OTHER[top]], "H": words.HAPPENS[n], "D": words.DO[n],
        "n": n, "x": shown(ratio, 2), "v": shown(ratio, 2), "i": shown(1 / ratio, 2),
        "p": shown(last, 2), "above": sides[0], **words.MOVED[ratio > last],
    }  # fmt: skip
    wrong: Fields = {}
    if template.kind == "inverted_ratio":
        wrong = {"x": shown(1 / ratio, 2), "i": shown(ratio, 2)}
        wrong["planted"] = wrong["i" if "{i}" in template.text else "x"]
    elif template.kind == "last_years_figure":
        wrong = {"x": shown(last, 2)}
    elif template.kind == "percent_on_ratio":
        wrong = {"x": f"{shown(ratio, 2)}%"}
    elif template.kind == "wrong_value":
        wrong = {"x": shown(ratio + 0.27, 2)}
    elif template.kind == "rounding":
        wrong = {"x": shown(ratio + 0.01, 2)}
    elif template.kind == "wrong_benchmark":
        right["x"] = shown(benchmark, 2)
        strange = known(figures, f"i{ {2: 4, 3: 2, 4: 3}[n] }.ratio.benchmark")
        near = {figure.value for figure in figures.national(n)}
        wrong = {} if strange in near else {"x": shown(strange, 2)}
    elif template.kind == "swapped_groups":
        rates = [shown(known(figures, f"i{n}.{group}_percent")) for group in ("white", "bme")]
        right |= {"x": rates[0], "y": rates[1]}
        wrong = {"x": rates[1], "y": rates[0]}
    elif template.kind == "wrong_direction":
        wrong = {**words.MOVED[ratio < last], "above": sides[1], "planted": ""}
    return right, wrong


def change_samples(figures: Figures) -> Iterator[Sample]:
    for number, template in enumerate(templates("changes")):
        for n in (5, 6, 7, 8):
            for group in ("bme", "white"):
                right = change_fields(figures, n, group, number)
                if template.kind == "false_trend":
                    yield from trend_samples(figures, template, n, group, right)
                    continue
                field = next((f for f in ("gap", "b", "c") if f"{{{f}}}" in template.text), "c")
                wrong: Fields = {"unit": "%", "planted": f"{right[field]}%"}
                if template.kind == "wrong_direction":
                    wrong = opposite(right) | {"planted": ""}
                if right[field] != "0.0":
                    yield from both(template, n, right, wrong)


def change_fields(figures: Figures, n: int, group: str, number: int) -> Fields:
    key = f"i{n}.{group}_percent"
    now, last, benchmark = (known(figures, key + end) for end in ("", ".previous", ".benchmark"))
    gap, last_gap = known(figures, f"i{n}.gap"), known(figures, f"i{n}.gap.previous")
    names = names_of_groups(number + n)
    rose = now > last
    return {
        "G": names[group], "H": names[words.OTHER[group]], "S": words.ASKED[n][number % 2], "n": n,
        "E": words.HAVING[n], "Q": words.QUESTIONS[n],
        "v": shown(now), "p": shown(last), "c": shown(now - last), "gap": shown(gap),
        "b": shown(now - benchmark), "bv": shown(benchmark),
        "unit": " percentage points" if number % 2 else " pp",
        "above": "above" if now > benchmark else "below",
        "more": "higher" if (gap > 0) == (group == "bme") else "lower",
        "widened": "widened" if abs(gap) > abs(last_gap) else "narrowed",
        "a_better": "an improvement" if rose == (n == 7) else "a deterioration",
        **words.MOVED[rose],
    }  # fmt: skip


def opposite(right: Fields) -> Fields:
    """The words of direction turned round."""
    turned = {field: words.OPPOSITE[right[field]] for field in
              ("above", "more", "widened", "a_better")}  # fmt: skip
    return turned | words.MOVED[right["rise"] == "fall"]


def trend_samples(
    figures: Figures, template: Template, n: int, group: str, right: Fields
) -> Iterator[Sample]:
    """A series that goes one way makes a right and a wrong sentence, another one a wrong one."""
    series = list(figures.series(f"i{n}.{group}_percent").values())
    steps = [b - a for a, b in pairwise(series)]
    rises, falls = all(step > 0 for step in steps), all(step < 0 for step in steps)
    if rises or falls:
        wrong = words.TRENDS[not rises] | {"planted": ""}
        yield from both(template, n, right | words.TRENDS[rises], wrong)
    else:
        up = right["rise"] == "rise"
        wrong = words.TRENDS[up] | {"planted": ""}
        yield from both(template, n, right, wrong, also_right=False)


def word_samples(figures: Figures) -> Iterator[Sample]:
    ratio = shown(known(figures, "i2.ratio"), 2)
    for template in templates("likely"):
        for name in words.BME_NAMES:
            right = {"A": "White", "B": name, "D": words.DO[2], "r": ratio}
            yield from both(template, 2, right, {"A": name, "B": "White", "planted": ""})
    for n in (5, 6, 8):
        for name in words.BME_NAMES:
            text = "A {x} percentage of {G} staff than of White staff {S}."
            template = Template("wrong_direction", text)
            right = {"x": "higher", "G": name, "S": words.ASKED[n][0]}
            yield from both(template, n, right, {"x": "lower", "planted": ""})


def share_samples(figures: Figures) -> Iterator[Sample]:
    senior = shown(known(figures, "i1.senior_bme_percent"))
    share = shown(known(figures, "i1.cluster_8a_vsm_share"))
    overall, last = known(figures, "i1.bme_percent"), known(figures, "i1.bme_percent.previous")
    board, people = known(figures, "i9.voting_bme_percent"), int(known(figures, "workforce.bme"))
    nation = known(figures, "i1.bme_percent.benchmark")
    right = {"x": senior, "y": share, "z": shown(overall), "w": shown(overall), "l": shown(overall),
             "v": shown(board), "k": f"{people:,}", "N": shown(nation)}  # fmt: skip
    wrong = {"x": share, "y": senior, "z": shown(overall + 0.1), "w": shown(overall + 4.3),
             "l": shown(last), "v": shown(board + 5.5), "k": f"{people + 70:,}",
             "N": shown(nation + 5.2)}  # fmt: skip
    for template in templates("shares"):
        field = next(f for f in right if f"{{{f}}}" in template.text)
        for name in words.BME_NAMES:
            indicator = 9 if "board" in template.text.lower() else 1
            yield from both(template, indicator, right | {"G": name},
                            {field: wrong[field], "planted": wrong[field]})  # fmt: skip


def sum_samples(figures: Figures) -> Iterator[Sample]:
    """One part of a sum is wrong, another one with each name of the group."""
    staff = counts(figures, "workforce", "total", "white", "bme", "unknown")
    shortlisted = counts(figures, "i2", *(f"shortlisted_{g}" for g in
                                          ("total", "white", "bme", "unknown")))  # fmt: skip
    fields = dict(zip("twbu", staff, strict=True))
    fields |= dict(zip(("st", "sw", "sb", "su"), shortlisted, strict=True))
    right = {field: f"{value:,}" for field, value in fields.items()}
    for template in templates("sums"):
        prefix = "s" if "{st}" in template.text else ""
        for number, name in enumerate(words.BME_NAMES):
            part, off = (("t", 110), ("w", -90), ("b", 61), ("u", 37), ("t", -9))[number]
            value = f"{fields[prefix + part] + off:,}"
            yield from both(template, 1, right | {"G": name},
                            {prefix + part: value, "planted": value})  # fmt: skip


def counts(figures: Figures, of: str, *keys: str) -> list[int]:
    return [int(known(figures, f"{of}.{key}")) for key in keys]


def standard_samples(figures: Figures) -> Iterator[Sample]:
    for template in templates("standard"):
        for n in (5, 6, 7, 8):
            right = {
                "x": f"{words.BME_NAMES[n % 5]} staff", "S": words.ASKED[n][0], "n": n,
                "v": shown(known(figures, f"i{n}.bme_percent")),
                "y": shown(known(figures, f"i{n}.white_percent")),
            }  # fmt: skip
            yield from both(template, n, right, {"x": words.DISABLED[n - 5]})


def label_samples(figures: Figures) -> Iterator[Sample]:
    for template in templates("labels"):
        for n in (5, 6, 7, 8):
            right = {
                "x": n, "T": words.TITLES[n], "E": words.HAVING[n], "Q": words.QUESTIONS[n],
                "S": words.ASKED[n][0], "v": shown(known(figures, f"i{n}.bme_percent")),
            }  # fmt: skip
            wrong = {"x": 13 - n, "planted": f"{13 - n}"}
            for sample in both(template, n, right, wrong):
                yield replace(sample, indicator=13 - n) if sample.fault else sample
