"""Names of places that do not exist."""

from __future__ import annotations

import numpy as np

FIRST = (
    "Alder", "Amber", "Bracken", "Cinder", "Dapple", "Elder", "Fallow", "Gorse", "Hazel", "Indigo",
    "Juniper", "Kestrel", "Lichen", "Marl", "Nettle", "Ochre", "Pebble", "Quill", "Russet",
    "Sorrel", "Tansy", "Umber", "Vetch", "Willow", "Yarrow", "Bramble", "Clover", "Damson",
    "Teasel",
)  # fmt: skip
LAST = (
    "wick", "mere", "holt", "stow", "combe", "thorpe", "den", "ford", "gate", "haven", "hythe",
    "ley", "minster", "moor", "pool", "reach", "sand", "shaw", "stead", "stoke", "thwaite", "vale",
    "water", "well", "worth", "bridge", "bourne", "cross", "dale", "field", "garth",
)  # fmt: skip


def place_of(number: int) -> str:
    """The name of that number; no two numbers have the same."""
    # 29 and 31 have no common divisor, so every pair comes up once before the first comes again.
    name = FIRST[number % len(FIRST)] + LAST[number % len(LAST)]
    again = number // (len(FIRST) * len(LAST))
    return f"{name} {again + 1}" if again else name


def areas_around(place: str, draw: np.random.Generator) -> list[str]:
    """Two to four areas that a trust serves: its place, and others with names of their own."""
    count = int(draw.integers(2, 5))
    firsts = draw.choice(len(FIRST), size=count - 1, replace=False)
    lasts = draw.choice(len(LAST), size=count - 1, replace=False)
    others = [
        f"{FIRST[first]}{LAST[last]} {('Rural', 'Town', 'Coast')[i]}"
        for i, (first, last) in enumerate(zip(firsts, lasts, strict=True))
    ]
    return [place, *others]
