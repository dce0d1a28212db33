"""The words that say more or less, rose or fell, and those that keep them from being read."""

from __future__ import annotations

import re

_MOVED_UP = (
    r"ris(?:e|es|en|ing)|rose|increas\w+|grew|grow(?:n|s|ing|th)?|climb\w*|(?:go|goes|gone|going|"
    r"went|moved|crept|edged|inched|ticked|nudged|heading|headed|shot|pushed|is|are) up(?:wards?)?|"
    r"up (?=on|from|since|compared)|jump\w*|soar\w*|surg(?:e|es|ed|ing)|swell\w*|swollen|"
    r"mount(?:s|ed|"
    r"ing)|escalat\w+|widen\w*|expand\w*"
)
_MOVED_DOWN = (
    r"fall(?:s|en|ing)?|fell|declin\w+|decreas\w+|drop(?:s|ped|ping)?|dip(?:s|ped|ping)?|slip\w*|"
    r"slid(?:es?|ing)?|shrank|shrunk|shrink\w*|narrow(?:s|ed|ing)|clos(?:ed|ing)|reced\w+|tumbl\w*|"
    r"plung\w*|diminish\w*|dwindl\w*|(?:go|goes|gone|going|went|come|came|moved|crept|edged|"
    r"is|are) "
    r"down(?:wards?)?|down (?=on|from|since|compared)|reduc(?:ed|tion)"
)
_ABOVE = (
    r"higher|greater|larger|bigger|above|exceed(?:s|ed|ing)?|surpass\w*|outstrip\w*|outnumber\w*|wider|"
    r"more (?:often|frequent(?:ly)?|common(?:ly)?|widespread|prevalent)|"
    r"more(?! (?:likely|than (?:a|one|half|\d)|equal|unequal|even|uneven|fair|or less|needs|"
    r"work|so))"
)
_BELOW = (
    r"lower|smaller|below|beneath|short of|narrower|fewer|rarer|"
    r"less (?:often|frequent(?:ly)?|common(?:ly)?|widespread|prevalent)|"
    r"less(?! (?:likely|than (?:a|one|half|\d)|equal|unequal|even|uneven|fair))"
)
_BETTER = r"improv\w+|better|outperform\w*|beats?|ahead of|healthier|fairer than|recover(?:ed|ing)"
_WORSE = r"worse\w*|deteriorat\w+|poorer|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?|behind"
_APART = (
    r"(?:more|increasingly) (?:unequal|uneven|unfair)|less (?:equal|even|fair)|further from parity"
)
_ALIKE = (
    r"(?:more|increasingly) (?:equal|even|fair)|less (?:unequal|uneven|unfair)|"
    r"(?:closer|nearer) to (?:parity|equality)"
)
DIRECTION = re.compile(
    rf"\b(?:(?P<apart>{_APART})|(?P<alike>{_ALIKE})|(?P<better>{_BETTER})|(?P<worse>{_WORSE})|"
    rf"(?P<rose>{_MOVED_UP})|(?P<fell>{_MOVED_DOWN})|(?P<above>{_ABOVE})|"
    rf"(?P<below>{_BELOW}))\b", re.I,
)  # fmt: skip
RISING, FALLING = ("rose", "above"), ("fell", "below")
MOVED = re.compile(r"improv|worsen|deterior|recover", re.I)
MOVES = ("rose", "fell", "better", "worse", "apart", "alike")
GAP = re.compile(
    r"\b(?:gaps?|disparit\w+|shortfall|differences?|divide|distance|gulf|chasm|differential\w*|"
    r"inequalit\w+|margin)\b", re.I,
)  # fmt: skip
RATIO = re.compile(r"\b(?:ratios?|relative likelihood|likelihood ratio)\b", re.I)
# What keeps a sentence from being read so: it denies, allows, lists years, or turns.
OPEN = re.compile(
    r"\b(?:not|no|never|neither|nor|none|nobody|without|cannot|hardly|scarcely|barely|rather than|"
    r"instead|until|except|apart from|aside|although|though|despite|whether|peak\w*|"
    r"turn\w*|revers\w+|fluctuat\w+|every|each|throughout|steadily|consecutive\w*|"
    r"successive\w*|in a row|running|trend\w*|first|second|third|fourth|again|further|still|"
    r"continu\w+|"
    r"faster|slower|than before|as much|as many|half|twice|double\w*|tripl\w+|quadrupl\w+|halv\w+|"
    r"times|all four|of the four|among the four|all of|most|least|majority|minority of|one of|some|"
    r"several|many|safe\w*|free (?:of|from)|fear\w*|confiden\w+ (?:in|to) report|scores?|declar\w+|"
    r"unknown|then|than (?:it|this|they|you|we) (?!was|were|is|are|did)\w+|better off|worse off|"
    r"(?:measures|indicators|questions|metrics))\b|n['’]t\b|\?", re.I,
)  # fmt: skip
THAN = re.compile(
    r"\b(?:than|above|below|beneath|behind|ahead of|exceed\w*|outnumber\w*|surpass\w*|outstrip\w*|"
    r"beats?|outperform\w*|trail\w*|lag\w*|short of|against|compar\w+)\b", re.I,
)  # fmt: skip
ALL_GROUPS = re.compile(r"\bboth(?: \w+)? groups\b|\bboth (?:white|BME|BAME)\b|\bfor both\b", re.I)
COUNTED = re.compile(r"\bnumbers?\b|\bheadcount\b|\bhow many\b|\bcases\b|\bmembers\b|"
                     r"\bmore\b|\bfewer\b",
                      re.I)  # fmt: skip
# “staff who entered the process” are not the workforce.
OF_SOME = re.compile(r"\b(?:who|whose|whom|among those)\b(?! (?:work|are employed))", re.I)
