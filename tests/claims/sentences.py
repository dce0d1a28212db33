"""Sentences of a report, right and with a planted fault, made from the figures of a trust-year.

Every template is filled twice: with the right figures, and with the fault of its kind. Those
that are held out were written after the grammar and never used to improve it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from wres_report.claims.figures import Figures
from wres_report.measures.value import rounded

TEMPLATES = Path(__file__).with_name("templates.csv")
BME_NAMES = ("BME", "BAME", "ethnic minority", "global majority", "Black and minority ethnic")
WHITE_NAME = "White"
OTHER = {"bme": "white", "white": "bme"}
# What the four survey indicators ask, each in two ways.
ASKED = {
    5: ("experienced harassment, bullying or abuse from patients, relatives or the public",
        "were bullied, harassed or abused by patients or other members of the public"),
    6: ("experienced harassment, bullying or abuse from other staff",
        "were harassed, bullied or abused by colleagues"),
    7: ("believe that the trust provides equal opportunities for career progression or promotion",
        "say that careers and promotion offer equal opportunities to all"),
    8: ("experienced discrimination from a manager, team leader or other colleague",
        "met with discrimination at work by a manager or a colleague"),
}  # fmt: skip
TITLES = {
    5: "harassment, bullying or abuse from patients, relatives or the public",
    6: "harassment, bullying or abuse from staff",
    7: "equal opportunities for career progression or promotion",
    8: "discrimination from a manager or other colleague",
}
HAPPENS = {
    2: "being appointed from shortlisting",
    3: "entering the formal disciplinary process",
    4: "accessing non-mandatory training and CPD",
}
DO = {
    2: "to be appointed from shortlisting",
    3: "to enter the formal disciplinary process",
    4: "to access non-mandatory training",
}
TOP = {2: "white", 3: "bme", 4: "white"}


@dataclass(frozen=True)
class Sample:
    """One sentence. fault: what was planted, nothing where it is right. planted: the wrong words.

    heading: what stands above it. template: the template it is made from.
    """

    text: str
    indicator: int
    fault: str = ""
    planted: str = ""
    heading: str = ""
    held_out: bool = False
    template: str = ""


@dataclass(frozen=True)
class Template:
    """text: with fields in braces; ``x`` is what is right or wrong."""

    kind: str
    text: str
    held_out: bool = False
    heading: str = ""


def templates(family: str) -> tuple[Template, ...]:
    """The templates of one family, from ``templates.csv``."""
    with TEMPLATES.open(encoding="utf-8", newline="") as file:
        return tuple(
            Template(row["fault"], row["text"], row["held_out"] == "yes", row["heading"])
            for row in csv.DictReader(file)
            if row["family"] == family
        )


def shown(value: float, decimals: int = 1) -> str:
    return f"{abs(rounded(value, decimals))}"


def generate(figures: Figures) -> list[Sample]:
    """All samples of a trust-year, the same for the same figures."""
    made: list[Sample] = []
    for make in (survey_samples, ratio_samples, change_samples, word_samples, share_samples,
                 sum_samples, standard_samples, label_samples, innocent_samples):  # fmt: skip
        made += make(figures)
    unique = {(s.text, s.heading): s for s in made}
    return list(unique.values())


def both(
    template: Template, indicator: int, right: dict[str, Any], wrong: dict[str, Any]
) -> Iterator[Sample]:
    """The template filled rightly and wrongly."""
    heading = template.heading.format(n=indicator)
    common = {"heading": heading, "held_out": template.held_out, "template": template.text}
    yield Sample(sentence(template.text.format(**right)), indicator, **common)
    if wrong:
        filled = sentence(template.text.format(**(right | wrong)))
        planted = str(wrong.get("planted", wrong.get("x", "")))
        yield Sample(filled, indicator, template.kind, planted, **common)


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


SURVEY = templates("survey")


def survey_samples(figures: Figures) -> Iterator[Sample]:
    for number, template in enumerate(SURVEY):
        for n in (5, 6, 7, 8):
            for g in ("bme", "white"):
                right, wrong = survey_fields(figures, template.kind, n, g, number)
                yield from both(template, n, right, wrong)


def survey_fields(
    figures: Figures, kind: str, n: int, g: str, number: int
) -> tuple[dict[str, Any], dict[str, Any]]:
    value = figures.get(f"i{n}.{g}_percent").value
    other = figures.get(f"i{n}.{OTHER[g]}_percent").value
    last = figures.get(f"i{n}.{g}_percent.previous").value
    benchmark = figures.get(f"i{n}.{g}_percent.benchmark").value
    assert None not in (value, other, last, benchmark)
    names = {"bme": BME_NAMES[(number + n) % len(BME_NAMES)], "white": WHITE_NAME}
    right = {"G": names[g], "H": names[OTHER[g]], "S": ASKED[n][number % 2], "n": n,
             "x": shown(value), "v": shown(value), "y": shown(other), "p": shown(last)}  # fmt: skip
    wrong: dict[str, Any] = {}
    if kind == "last_years_figure":
        wrong = {"x": shown(last)}
    elif kind == "swapped_groups":
        wrong = {"x": shown(other), "y": shown(value)}
    elif kind == "wrong_value":
        wrong = {"x": shown(value + (3.7 if n % 2 else -2.9))}
    elif kind == "rounding":
        wrong = {"x": shown(value + 0.1)}
    elif kind == "wrong_benchmark":
        right = right | {"x": shown(benchmark)}
        strange = figures.get(f"i{13 - n}.{g}_percent.benchmark").value
        wrong = {"x": shown(strange)}
    return right, wrong


RATIO = templates("ratio")


def ratio_samples(figures: Figures) -> Iterator[Sample]:
    for number, template in enumerate(RATIO):
        for n in (2, 3, 4):
            r = figures.get(f"i{n}.ratio").value
            last = figures.get(f"i{n}.ratio.previous").value
            benchmark = figures.get(f"i{n}.ratio.benchmark").value
            assert r is not None
            assert last is not None
            names = {"bme": BME_NAMES[(number + n) % len(BME_NAMES)], "white": WHITE_NAME}
            right: dict[str, Any] = {
                "A": names[TOP[n]], "B": names[OTHER[TOP[n]]], "H": HAPPENS[n], "D": DO[n], "n": n,
                "x": shown(r, 2), "v": shown(r, 2),
            }  # fmt: skip
            wrong: dict[str, Any] = {}
            if template.kind == "inverted_ratio":
                wrong = {"x": shown(1 / r, 2)}
            elif template.kind == "last_years_figure":
                wrong = {"x": shown(last, 2)}
            elif template.kind == "percent_on_ratio":
                wrong = {"x": f"{shown(r, 2)}%"}
            elif template.kind == "wrong_value":
                wrong = {"x": shown(r + 0.27, 2)}
            elif template.kind == "rounding":
                wrong = {"x": shown(r + 0.01, 2)}
            elif template.kind == "wrong_benchmark":
                right["x"] = shown(benchmark or 0, 2)
                strange = figures.get(f"i{ {2: 4, 3: 2, 4: 3}[n] }.ratio.benchmark").value
                near = {figure.value for figure in figures.national(n)}
                wrong = {"x": shown(strange or 0, 2)} if strange not in near else {}
            yield from both(template, n, right, wrong)


CHANGES = templates("changes")
WORDS = {
    True: {
        "rose": "rose",
        "rise": "rise",
        "a_rise": "a rise",
        "risen": "risen",
        "gone": "gone up",
        "higher": "higher",
    },
    False: {
        "rose": "fell",
        "rise": "fall",
        "a_rise": "a fall",
        "risen": "fallen",
        "gone": "gone down",
        "higher": "lower",
    },
}
TREND_WORDS = {
    True: {"decline": "increase", "fallen": "risen", "falling": "rising"},
    False: {"decline": "decline", "fallen": "fallen", "falling": "falling"},
}


def change_samples(figures: Figures) -> Iterator[Sample]:
    for number, template in enumerate(CHANGES):
        for n in (5, 6, 7, 8):
            for g in ("bme", "white"):
                key = f"i{n}.{g}_percent"
                now, last, benchmark, gap = (
                    figures.get(k).value
                    for k in (key, f"{key}.previous", f"{key}.benchmark", f"i{n}.gap")
                )
                assert now is not None
                assert last is not None
                assert benchmark is not None
                assert gap is not None
                change, distance = now - last, now - benchmark
                if abs(change) < 0.05 or abs(distance) < 0.05:
                    continue
                names = {"bme": BME_NAMES[(number + n) % len(BME_NAMES)], "white": WHITE_NAME}
                right = {
                    "G": names[g], "S": ASKED[n][number % 2], "v": shown(now), "p": shown(last),
                    "c": shown(change), "gap": shown(gap), "b": shown(distance), "unit": " pp",
                    "above": "above" if distance > 0 else "below", **WORDS[change > 0],
                }  # fmt: skip
                wrong: dict[str, Any] = {}
                if template.kind == "pp_for_percent":
                    field = (
                        "gap"
                        if "{gap}" in template.text
                        else "b"
                        if "{b}" in template.text
                        else "c"
                    )
                    wrong = {"unit": "%", "planted": f"{right[field]}%"}
                elif template.kind == "wrong_direction":
                    wrong = {"above": "below" if distance > 0 else "above", **WORDS[change < 0],
                             "planted": ""}  # fmt: skip
                elif template.kind == "false_trend":
                    series = list(figures.series(key).values())
                    steps = [b - a for a, b in pairwise(series)]
                    rises, falls = all(s > 0 for s in steps), all(s < 0 for s in steps)
                    if not (rises or falls):
                        filled = template.text.format(**(right | TREND_WORDS[change > 0]))
                        yield Sample(
                            sentence(filled), n, "false_trend", held_out=template.held_out,
                            template=template.text,
                        )  # fmt: skip
                        continue
                    right = right | TREND_WORDS[rises]
                    wrong = TREND_WORDS[not rises] | {"planted": ""}
                yield from both(template, n, right, wrong)


LIKELY = templates("likely")


def word_samples(figures: Figures) -> Iterator[Sample]:
    r = figures.get("i2.ratio").value
    for template in LIKELY:
        for name in BME_NAMES:
            right = {"A": "White", "B": name, "D": DO[2], "r": shown(r or 0, 2)}
            wrong = {"A": name, "B": "White", "planted": ""}
            yield from both(template, 2, right, wrong)
    for n in (5, 6, 8):
        for name in BME_NAMES:
            text = "A {x} percentage of {G} staff than of White staff {S}."
            template = Template("wrong_direction", text)
            right = {"x": "higher", "G": name, "S": ASKED[n][0]}
            yield from both(template, n, right, {"x": "lower", "planted": ""})


SHARES = templates("shares")


def share_samples(figures: Figures) -> Iterator[Sample]:
    senior = shown(figures.get("i1.senior_bme_percent").value or 0)
    share = shown(figures.get("i1.cluster_8a_vsm_share").value or 0)
    overall = figures.get("i1.bme_percent").value or 0
    last = figures.get("i1.bme_percent.previous").value or 0
    board = figures.get("i9.voting_bme_percent").value or 0
    right = {"x": senior, "y": share, "z": shown(overall), "w": shown(overall), "l": shown(overall),
             "v": shown(board)}  # fmt: skip
    wrong = {"x": share, "y": senior, "z": shown(overall + 0.1), "w": shown(overall + 4.3),
             "l": shown(last), "v": shown(board + 5.5)}  # fmt: skip
    for template in SHARES:
        field = next(f for f in "xyzwlv" if f"{{{f}}}" in template.text)
        for name in BME_NAMES:
            indicator = 9 if "board" in template.text else 1
            yield from both(template, indicator, right | {"G": name},
                            {field: wrong[field], "planted": wrong[field]})  # fmt: skip


SUMS = templates("sums")


def sum_samples(figures: Figures) -> Iterator[Sample]:
    t, w, b, u = (
        int(figures.get(f"workforce.{k}").value or 0) for k in ("total", "white", "bme", "unknown")
    )
    for template in SUMS:
        for number, name in enumerate(BME_NAMES):
            right = {"t": f"{t:,}", "w": f"{w:,}", "b": f"{b:,}", "u": f"{u:,}", "G": name}
            field, value = (
                ("t", t + 110),
                ("w", w - 90),
                ("b", b + 61),
                ("u", u + 37),
                ("t", t - 9),
            )[number]
            yield from both(template, 1, right, {field: f"{value:,}", "planted": f"{value:,}"})


STANDARD = templates("standard")


def standard_samples(figures: Figures) -> Iterator[Sample]:
    for template in STANDARD:
        for n in (5, 6, 7, 8):
            value = shown(figures.get(f"i{n}.bme_percent").value or 0)
            right = {"x": f"{BME_NAMES[n % 5]} staff", "v": value, "S": ASKED[n][0]}
            disabled = (
                "disabled staff",
                "disabled colleagues",
                "disabled employees",
                "disabled people",
            )
            yield from both(template, n, right, {"x": disabled[n - 5]})


LABELS = templates("labels")


def label_samples(figures: Figures) -> Iterator[Sample]:
    for template in LABELS:
        for n in (5, 6, 7, 8):
            value = shown(figures.get(f"i{n}.bme_percent").value or 0)
            right = {"x": n, "T": TITLES[n], "v": value}
            wrong = {"x": 13 - n, "planted": f"indicator {13 - n}"}
            for sample in both(template, n, right, wrong):
                yield replace(sample, indicator=13 - n) if sample.fault else sample


# Right, or no claim about the trust's own figures of this year at all.
INNOCENT = templates("innocent")


def innocent_samples(figures: Figures) -> Iterator[Sample]:
    for template in INNOCENT:
        for n in (5, 6, 7, 8):
            now, before, white, first, second = (
                figures.get(f"i{n}.{key}").value or 0
                for key in ("bme_percent", "bme_percent.previous", "white_percent.previous",
                            "bme_percent.y2017", "bme_percent.y2018")
            )  # fmt: skip
            filled = template.text.format(
                T=TITLES[n], t=shown(now - 6.3, 0), a=shown(now, 0), o=shown(now - 1.5, 0),
                p=shown(before), q=shown(white), c=shown(now / 9), f=shown(first), e=shown(second),
                f2=shown(now + 9.1), w=shown(now), c2=shown(now - before),
                s19=shown(before), more="more" if now > before else "less",
            )  # fmt: skip
            yield Sample(sentence(filled), n, held_out=template.held_out, template=template.text)
