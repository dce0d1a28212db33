"""Which figures a figure is made of, and which columns of the tables it is read from."""

from __future__ import annotations

import re

from wres_report.standard import Standard

GAP = re.compile(r"(i[5-8])\.gap(\..*)?")
RATIO = re.compile(r"(i[2-4])\.ratio(\.previous)?")
DIFFERENCE = re.compile(r"i9\.([a-z]+)_difference(\.previous)?")
CHANGE = re.compile(r"(.+)\.change")
SURVEY = re.compile(r"i[5-8]\.")
GROUP = re.compile(r"_(white|bme|unknown)(?:_percent)?(?:\.previous)?$")
HEADCOUNTS = ("white", "bme", "unknown")


def parts_of(key: str, standard: Standard) -> tuple[str, tuple[str, ...]]:
    """The sign and the two figures that a ratio, a gap, a difference or a change is made with.

    Nothing for a figure that is no such thing.
    """
    if match := CHANGE.fullmatch(key):
        return "−", (match[1], f"{match[1]}.previous")
    if match := GAP.fullmatch(key):
        suffix = match[2] or ""
        return "−", (f"{match[1]}.bme_percent{suffix}", f"{match[1]}.white_percent{suffix}")
    if match := RATIO.fullmatch(key):
        indicator, suffix = standard.indicator(match[1]), match[2] or ""
        sides = (indicator.top or "white", indicator.bottom or "bme")
        return "÷", (
            f"{match[1]}.{sides[0]}_percent{suffix}", f"{match[1]}.{sides[1]}_percent{suffix}",
        )  # fmt: skip
    if match := DIFFERENCE.fullmatch(key):
        suffix = match[2] or ""
        return "−", (f"i9.{match[1]}_bme_percent{suffix}", f"i1.bme_percent{suffix}")
    return "", ()


def columns_of(key: str, file: str) -> tuple[str, ...]:
    """The columns of a file that a figure is read from."""
    if file.endswith("/reported.csv"):
        return ("value",)
    if SURVEY.match(key):
        if ".responses_" in key:
            return ("responses",)
        return ("benchmark_percent",) if ".benchmark" in key else ("percent", "responses")
    if key.startswith(("i1.", "i9.")) and "percent" in key:
        return HEADCOUNTS  # a share is of all, those of unknown ethnicity included
    if key.startswith("workforce."):
        group = key.split(".")[1]
        return (group,) if group in HEADCOUNTS else HEADCOUNTS
    if re.fullmatch(r"i[2-4]\.(white|bme|unknown)_percent(\.previous)?", key):
        return (key.split(".")[1].removesuffix("_percent"),)
    if RATIO.match(key):
        return HEADCOUNTS[:2]  # people of unknown ethnicity are on neither side
    match = GROUP.search(key)
    return (match[1],) if match else HEADCOUNTS
