"""Sentences of a report, right and with a planted fault, made from the figures of a trust-year.

Every template is filled twice: with the right figures, and with the fault of its kind. Those
that are held out were written after the grammar and never used to improve it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from wres_report.claims.figures import Figures
from wres_report.measures.value import rounded

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


# Those of B were held out once and then used to improve the grammar, those of C never were.
B, C = False, True


@dataclass(frozen=True)
class Template:
    """text: with fields in braces; ``x`` is what is right or wrong."""

    kind: str
    text: str
    held_out: bool = False
    heading: str = ""


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


SURVEY = (
    Template("last_years_figure", "{x}% of {G} staff {S}."),
    Template("last_years_figure", "The figure for {G} colleagues who {S} is {x}%."),
    Template("last_years_figure", "{G} staff who {S}: {x}%."),
    Template("last_years_figure", "The Trust’s figure of {x}% for {G} staff is what the survey of "
             "autumn gave.", heading="## Indicator {n}"),
    Template("last_years_figure", "At our trust {x}% of {G} respondents told the survey that they "
             "{S}."),
    Template("swapped_groups", "{x}% of {G} staff {S}, compared with {y}% of {H} staff."),
    Template("swapped_groups", "Of {G} colleagues {x}% {S}; of {H} colleagues {y}%."),
    Template("swapped_groups", "{G} staff were at {x}% and {H} staff at {y}%.",
             heading="## Indicator {n}"),
    Template("swapped_groups", "Among {G} respondents it was {x}% who {S}, and {y}% among {H} "
             "respondents."),
    Template("wrong_value", "In the survey {x}% of {G} staff {S}."),
    Template("wrong_value", "Our result shows that {x}% of {G} colleagues {S} in the last 12 months."),
    Template("wrong_value", "The share of {G} respondents who {S} stands at {x}%."),
    Template("rounding", "{x}% of {G} staff say that they {S}."),
    Template("rounding", "The percentage of {G} staff who {S} is {x}%."),
    Template("rounding", "Some {G} employees ({x}%) {S}."),
    Template("wrong_benchmark", "{v}% of {G} staff {S}, against {x}% in the benchmark group."),
    Template("wrong_benchmark", "{v}% of {G} staff {S}; the benchmark is {x}%."),
    Template("wrong_benchmark", "For {G} staff who {S} the median of the benchmark group is {x}%."),
    Template("wrong_benchmark", "Comparable trusts reported {x}% for {G} staff who {S}."),
    Template("last_years_figure", "This year {x}% of {G} staff {S}, and {p}% did so last year."),
    Template("last_years_figure", "We were told by {x}% of {G} colleagues that they {S}.", B),
    Template("swapped_groups", "The survey has {x}% for {G} and {y}% for {H} staff who {S}.", B),
    Template("swapped_groups", "{x}% ({G}) and {y}% ({H}) {S}.", B),
    Template("wrong_value", "A total of {x}% of {G} respondents {S}.", B),
    Template("rounding", "As many as {x}% of {G} staff {S}.", B),
    Template("wrong_benchmark", "Among {G} staff {v}% {S}; trusts like ours have a median of {x}%.", B),
    Template("last_years_figure", "Every year we ask {G} staff; this time {x}% {S}.", C),
    Template("swapped_groups", "{G} colleagues ({x}%) {S}, {H} colleagues less or more so ({y}%).", C),
    Template("wrong_value", "It troubles us that {x}% of {G} staff {S}.", C),
    Template("rounding", "Looking at {G} colleagues alone, {x}% {S}.", C),
    Template("wrong_benchmark", "On this question the benchmark group’s {G} staff who {S} come to {x}%.", C),
)  # fmt: skip


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


RATIO = (
    Template("inverted_ratio", "The relative likelihood of {A} staff {H} compared with {B} staff is {x}."),
    Template("inverted_ratio", "Indicator {n}: the relative likelihood of staff {H} is {x}."),
    Template("inverted_ratio", "The ratio for {H} stands at {x}, {A} over {B}."),
    Template("inverted_ratio", "{A} people are {x} times as likely {D} as {B} people."),
    Template("inverted_ratio", "Dividing the {A} rate by the {B} rate of {H} gives a ratio of {x}."),
    Template("last_years_figure", "The relative likelihood of {A} people {H} relative to {B} people was {x}."),
    Template("last_years_figure", "Our ratio for {H} is {x}."),
    Template("percent_on_ratio", "The relative likelihood of {A} staff {H} compared to {B} staff is {x}."),
    Template("percent_on_ratio", "For {H} the ratio is {x}."),
    Template("percent_on_ratio", "The likelihood ratio of {H} was {x} in the year."),
    Template("wrong_value", "The relative likelihood of {A} people {H} compared to {B} people is {x}."),
    Template("wrong_value", "{A} staff are {x} times more likely {D} than {B} staff."),
    Template("rounding", "The relative likelihood for {H} is {x}."),
    Template("wrong_benchmark", "Our ratio of {v} for {H} compares with a national ratio of {x}."),
    Template("wrong_benchmark", "For {H} the national figure is {x}."),
    Template("wrong_benchmark", "Nationally the relative likelihood of {H} is {x}."),
    Template("inverted_ratio", "On {H} we report {x} for {A} against {B} people as the relative "
             "likelihood.", B),
    Template("percent_on_ratio", "We calculate a relative likelihood of {x} for {H}.", B),
    Template("wrong_benchmark", "England’s ratio for {H} was {x}; ours is {v}.", B),
    Template("inverted_ratio", "When it comes to {H}, the likelihood for {A} staff relative to {B} "
             "staff came out at {x}.", C),
    Template("last_years_figure", "{H}: relative likelihood {x}.", C),
    Template("percent_on_ratio", "{H} has a ratio, {A} to {B}, of {x}.", C),
)  # fmt: skip


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


CHANGES = (
    Template("pp_for_percent", "The share of {G} staff who {S} {rose} by {c}{unit} on last year."),
    Template("pp_for_percent", "{v}% of {G} staff {S}, a {rise} of {c}{unit} on the year before."),
    Template("pp_for_percent", "The gap between White and BME staff who {S} is {gap}{unit}."),
    Template("pp_for_percent", "{v}% of {G} staff {S}, which is {b}{unit} {above} the benchmark."),
    Template("pp_for_percent", "{v}% of {G} staff {S}, {c}{unit} {higher} than last year."),
    Template("wrong_direction", "The share of {G} staff who {S} has {risen} since last year."),
    Template("wrong_direction", "The percentage of {G} colleagues who {S} {rose} from {p}% to {v}%."),
    Template("wrong_direction", "At {v}%, {G} staff who {S} are {above} the benchmark."),
    Template("wrong_direction", "Fewer or more, the figure of {G} staff who {S} has {gone} compared "
             "with the previous year."),
    Template("false_trend", "The share of {G} staff who {S} shows a four-year {decline}."),
    Template("false_trend", "The percentage of {G} staff who {S} has {fallen} in each year since 2017."),
    Template("false_trend", "For {G} staff who {S} there is a {falling} trend over four years."),
    Template("pp_for_percent", "Compared with last year the share of {G} staff who {S} is {c}{unit} "
             "{higher}.", B),
    Template("wrong_direction", "We saw the share of {G} staff who {S} {rise} from {p}% to {v}%.", B),
    Template("false_trend", "Over four years the share of {G} staff who {S} has {fallen} every year.", B),
    Template("pp_for_percent", "There is {gap}{unit} between White and BME staff who {S}.", C),
    Template("wrong_direction", "More {G} staff or fewer? The share who {S} {rose} on last year.", C),
    Template("false_trend", "The share of {G} staff who {S} is on a {falling} trend.", C),
    Template("false_trend", "Year on year since 2017 the share of {G} staff who {S} has {fallen} "
             "steadily."),
)  # fmt: skip
WORDS = {
    True: {"rose": "rose", "rise": "rise", "risen": "risen", "gone": "gone up", "higher": "higher"},
    False: {
        "rose": "fell",
        "rise": "fall",
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
                    steps = [b - a for a, b in zip(series, series[1:], strict=False)]
                    rises, falls = all(s > 0 for s in steps), all(s < 0 for s in steps)
                    if not (rises or falls):
                        filled = template.text.format(**(right | TREND_WORDS[change > 0]))
                        yield Sample(sentence(filled), n, "false_trend", "",
                                     held_out=template.held_out, template=template.text)  # fmt: skip
                        continue
                    right = right | TREND_WORDS[rises]
                    wrong = TREND_WORDS[not rises] | {"planted": ""}
                yield from both(template, n, right, wrong)


LIKELY = (
    Template("wrong_direction", "{A} applicants are more likely {D} than {B} applicants."),
    Template("wrong_direction", "{B} applicants are less likely {D} than {A} applicants."),
    Template("inverted_ratio", "{A} applicants are {r} times more likely {D} than {B} applicants."),
    Template("wrong_direction", "Our data shows that {A} candidates were the ones more likely {D}."),
)  # fmt: skip


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


SHARES = (
    Template("row_for_column_percentage", "{x}% of posts in bands 8a and above are held by {G} staff."),
    Template("row_for_column_percentage", "Of our {G} staff: {y}% of {G} staff work in bands 8a to VSM."),
    Template("row_for_column_percentage", "{y}% of {G} colleagues work in senior roles."),
    Template("row_for_column_percentage", "We find that {x}% of senior posts are filled by {G} colleagues."),
    Template("rounding", "{G} staff make up {z}% of the workforce."),
    Template("wrong_value", "{w}% of our workforce are {G}."),
    Template("last_years_figure", "{l}% of the workforce identified as {G}."),
    Template("wrong_value", "{v}% of voting board members are {G}."),
    Template("last_years_figure", "The {G} share of the workforce is {l}%."),
)  # fmt: skip


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


SUMS = (
    Template("wrong_sum", "The workforce of {t} staff is made up of {w} White staff, {b} {G} staff and "
             "{u} staff of unknown ethnicity."),
    Template("wrong_sum", "We employ {t} staff in the workforce: {w} White staff, {b} {G} staff and {u} not stated."),
    Template("wrong_sum", "Of {t} staff in the workforce {w} are White, {b} are {G} and {u} are unknown."),
)  # fmt: skip


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


STANDARD = (
    Template("wrong_standard", "This report shows where we must improve for {x}."),
    Template("wrong_standard", "{v}% of {x} {S}."),
    Template("wrong_standard", "The WRES data tells us what {x} experience at work."),
    Template("wrong_standard", "The nine indicators of this report describe the working life of {x}."),
)  # fmt: skip


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


LABELS = (
    Template("mislabelled_indicator", "Indicator {x} is about {T}."),
    Template("mislabelled_indicator", "Indicator {x} - {T}: {v}% of BME staff."),
    Template("mislabelled_indicator", "WRES indicator {x} ({T}) is a priority for the board."),
    Template("mislabelled_indicator", "Our worst result was on indicator {x}, {T}."),
)  # fmt: skip


def label_samples(figures: Figures) -> Iterator[Sample]:
    for template in LABELS:
        for n in (5, 6, 7, 8):
            value = shown(figures.get(f"i{n}.bme_percent").value or 0)
            right = {"x": n, "T": TITLES[n], "v": value}
            wrong = {"x": 13 - n, "planted": f"indicator {13 - n}"}
            for sample in both(template, n, right, wrong):
                yield replace(sample, indicator=13 - n) if sample.fault else sample


# Right, or no claim about the trust's own figures of this year at all.
INNOCENT = (
    "Our target is that no more than {t}% of BME staff meet {T} by March 2025.",
    "We will reduce the share of BME staff who meet {T} to {t}%.",
    "Last year {p}% of BME staff and {q}% of White staff reported {T}.",
    "In 2017 the figure for BME staff was {f}%, for {T}.",
    "About {a}% of BME staff reported {T}.",
    "More than {o}% of BME staff reported {T}.",
    "Actions on {T} are led by 12 managers and 3 network members.",
    "The network met 6 times and 85% of BME members attended a session on {T}.",
    "Disabled staff have their own network, and the WDES report covers {T} too.",
    "Across the region 14.2% of residents are from an ethnic minority, and {T} is a concern to them.",
    "Research shows that BME staff are more likely than White staff to leave after {T}.",
    "Of 368 responses to the question on {T}, 60 came from night staff.",
    "By 2026 we want {t}% of BME staff to report {T}, not more.",
    "The survey of the year before gave {p}% for BME staff on {T}.",
    "A trust nearby has {t}% for BME staff on {T}.",
    "The previous board was told that {t}% of BME staff had raised {T}.",
    "Of the 24 BME mentors, 25% said that they had spoken up about {T}.",
    "In the ambulance sector {t}% of BME staff reported {T}.",
    "In the medical directorate {t}% of BME staff reported {T}.",
    "Of BME nurses {t}% reported {T}.",
    "Our neighbours publish {t}% for BME staff on {T}, and use another question.",
)
HELD_OUT_INNOCENT = (
    "Two wards piloted the scheme, and {t}% of BME staff there reported {T}.",
    "Among bank workers {t}% of BME respondents reported {T}.",
    "Our own pulse check in June found {t}% for BME colleagues on {T}.",
    "A drop of {c} percentage points for BME staff on {T} would bring us level with the median.",
    "Five years ago, {f2}% of BME staff reported {T}.",
)


def innocent_samples(figures: Figures) -> Iterator[Sample]:
    for held_out, texts in ((False, INNOCENT), (True, HELD_OUT_INNOCENT)):
        for text in texts:
            for n in (5, 6, 7, 8):
                now = figures.get(f"i{n}.bme_percent").value or 0
                filled = text.format(
                    T=TITLES[n], t=shown(now - 6.3, 0), a=shown(now, 0), o=shown(now - 1.5, 0),
                    p=shown(figures.get(f"i{n}.bme_percent.previous").value or 0),
                    q=shown(figures.get(f"i{n}.white_percent.previous").value or 0),
                    c=shown(now / 9), f2=shown(now + 9.1),
                    f=shown(figures.get(f"i{n}.bme_percent.y2017").value or 0),
                )  # fmt: skip
                yield Sample(sentence(filled), n, held_out=held_out, template=text)
