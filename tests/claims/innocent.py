"""Sentences that are right, or make no claim about the trust's own figures of this year at all."""

from __future__ import annotations

from collections.abc import Iterator

from tests.claims import wordings as words
from tests.claims.samples import Sample, both, shown, templates
from wres_report.claims.figures import Figures


def innocent_samples(figures: Figures) -> Iterator[Sample]:
    for number, template in enumerate(templates("innocent")):
        for n in (5, 6, 7, 8):
            name = words.BME_NAMES[(number + n) % len(words.BME_NAMES)]
            yield from both(template, n, fields_of(figures, n) | {"G": name}, {})


def fields_of(figures: Figures, n: int) -> dict[str, object]:
    """The figures of one survey indicator, and others that stand for something else."""
    now, before, white_before, first, second, white, benchmark, white_benchmark, gap = (
        figures.get(f"i{n}.{key}").value or 0
        for key in ("bme_percent", "bme_percent.previous", "white_percent.previous",
                    "bme_percent.y2017", "bme_percent.y2018", "white_percent",
                    "bme_percent.benchmark", "white_percent.benchmark", "gap")
    )  # fmt: skip
    rose = now > before
    return {
        "T": words.TITLES[n], "t": shown(now - 6.3, 0), "a": shown(now, 0),
        "o": shown(now - 1.5, 0), "o2": shown(now + 1.2, 0), "p": shown(before),
        "q": shown(white_before), "c": shown(now / 9), "f": shown(first), "e": shown(second),
        "f2": shown(now + 9.1), "w": shown(now), "wh": shown(white), "g": shown(gap),
        "c2": shown(now - before), "d": shown(now / 7), "s19": shown(before),
        "first": shown(first), "bb": shown(benchmark), "bw": shown(white_benchmark),
        "more": "more" if rose else "less", "movedw": "risen" if rose else "fallen",
    }  # fmt: skip
