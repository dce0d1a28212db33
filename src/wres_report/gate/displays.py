"""Whether a figure that is printed in words of its own shows the value that stands beside it."""

from __future__ import annotations

import math
import re

FIGURE = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
OF = re.compile(r"([0-9][0-9,]*)\s*(?:in|of|out of|/|per)\s*(?:every\s*)?([0-9][0-9,]*)", re.I)
SCALES = (1.0, 1e-9, 1e-6, 1e-3, 1e-2, 1e2, 1e3, 1e6, 1e9)


def shows(display: str, value: float) -> bool:
    """Whether any figure of the text is the value, in whatever unit and however it is rounded.

    So “5,200” shows 5187, “700 thousand” 700 and 700000, “one in 5” is not judged, “2 in 5” shows
    40. A text without figures, and a value that is not given, are not judged.
    """
    figures = FIGURE.findall(display)
    if not figures or math.isnan(value):
        return True
    for part, whole in OF.findall(display):
        share = _number(part) / _number(whole) if _number(whole) else 0
        if any(math.isclose(share * scale, abs(value), rel_tol=0.02) for scale in (1, 100)):
            return True
    return any(_is_near(figure, abs(value)) for figure in figures)


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def _is_near(figure: str, value: float) -> bool:
    plain = figure.replace(",", "")
    number = float(plain)
    digits = plain.replace(".", "").lstrip("0") or "0"
    # Zeros at the end of a whole number may come from rounding.
    significant = len(digits.rstrip("0") or "0") if "." not in plain else len(digits)
    for scale in SCALES:
        scaled = value * scale
        if scaled == number or math.isclose(scaled, number, rel_tol=1e-9):
            return True
        step = 10 ** (math.floor(math.log10(number)) - significant + 1) if number else 0
        if abs(scaled - number) <= step / 2 and scale in (1.0, 1e-3, 1e-6):
            return True
    return False
