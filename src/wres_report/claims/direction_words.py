"""The words that say more or less, rose or fell, and those that keep them from being read."""

from __future__ import annotations

import re

_MOVED_UP = (
    r"(?:got|gets|getting|grown|become|became) (?:larger|bigger|wider|higher)|"
    r"ris(?:e|es|en|ing)|rose|increas\w+|grew|grow(?:n|s|ing|th)?|climb\w*|(?:go|goes|gone|going|"
    r"went|moved|crept|edged|inched|ticked|nudged|heading|headed|shot|pushed|is|are) up(?:wards?)?|"
    r"up (?=on|from|since|compared)|jump\w*|soar\w*|surg(?:e|es|ed|ing)|swell\w*|swollen|"
    r"mount(?:s|ed|"
    r"ing)|escalat\w+|widen\w*|expand\w*"
)
_MOVED_DOWN = (
    r"(?:got|gets|getting|grown|become|became) (?:smaller|narrower|lower)|"
    r"fall(?:s|en|ing)?|fell|declin\w+|decreas\w+|drop(?:s|ped|ping)?|dip(?:s|ped|ping)?|slip\w*|"
    r"slid(?:es?|ing)?|shrank|shrunk|shrink\w*|narrow(?:s|ed|ing)|clos(?:ed|ing)|reced\w+|tumbl\w*|"
    r"plung\w*|diminish\w*|dwindl\w*|(?:go|goes|gone|going|went|come|came|moved|crept|edged|"
    r"is|are) "
    r"down(?:wards?)?|down (?=on|from|since|compared)|reduc(?:ed|tion)"
)
_ABOVE = (
    r"higher|greater|larger|bigger|stronger|commoner|likelier|more likely|above|"
    r"over(?= (?:the|that of) (?:\w+ ){0,2}?(?:benchmark|median|average)\b)|"
    r"exceed(?:s|ed|ing)?|surpass\w*|outstrip\w*|outnumber\w*|wider|"
    r"more (?:often|frequent(?:ly)?|common(?:ly)?|widespread|prevalent)|"
    r"more(?! (?:likely|than (?:an?\b|one\b|half\b|\d)|equal|unequal|even|uneven|fair|or less|"
    r"needs|work|so))"
)
_BELOW = (
    r"lower|smaller|weaker|less likely|below|beneath|short of|narrower|fewer(?! than \d)|rarer|"
    r"under(?= (?:the|that of) (?:\w+ ){0,2}?(?:benchmark|median|average)\b)|"
    r"less (?:often|frequent(?:ly)?|common(?:ly)?|widespread|prevalent)|"
    r"less(?! (?:likely|than (?:an?\b|one\b|half\b|\d)|equal|unequal|even|uneven|fair))"
)
_BETTER = (
    r"improv\w+|(?:got|gets|become|becomes|became) better|better|outperform\w*|beats?|ahead of|"
    r"healthier|fairer than|recover(?:ed|ing)|in the right direction"
)
_WORSE = (
    r"(?:got|gets|become|becomes|became) worse|worse\w*|harder|deteriorat\w+|poorer|"
    r"trail(?:s|ed|ing)?|lag(?:s|ged|ging)?|behind|in the wrong direction"
)
_APART = (
    r"(?:more|increasingly) (?:unequal|uneven|unfair)|less (?:equal|even|fair)|"
    r"further (?:away )?from parity|away from (?:parity|equality)"
)
_ALIKE = (
    r"(?:more|increasingly) (?:equal|even|fair)|less (?:unequal|uneven|unfair)|"
    r"(?:closer|nearer) to (?:parity|equality)|towards? (?:parity|equality)"
)
DIRECTION = re.compile(
    rf"\b(?:(?P<apart>{_APART})|(?P<alike>{_ALIKE})|(?P<better>{_BETTER})|(?P<worse>{_WORSE})|"
    rf"(?P<rose>{_MOVED_UP})|(?P<fell>{_MOVED_DOWN})|(?P<above>{_ABOVE})|"
    rf"(?P<below>{_BELOW}))\b", re.I,
)  # fmt: skip
RISING, FALLING = ("rose", "above"), ("fell", "below")
MOVED = re.compile(
    r"improv|worsen|deterior|recover|in the (?:right|wrong)|(?:got|gets|becom|became)", re.I
)
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
    r"\b(?:than|above|below|over (?:the|that)|under (?:the|that)|"
    r"beneath|behind|ahead of|exceed\w*|outnumber\w*|surpass\w*|outstrip\w*|"
    r"beats?|outperform\w*|trail\w*|lag\w*|short of|against|compar\w+)\b", re.I,
)  # fmt: skip
ALL_GROUPS = re.compile(
    r"\bboth(?: \w+)? groups\b|\bboth (?:white|BME|BAME)\b|\bfor both\b|"
    r"\b(?:white|BME|BAME)(?: (?:staff|people|colleagues|employees))? and "
    r"(?:for |among |of |our )*(?:white|BME|BAME)\b",
    re.I,
)
# “staff who entered the process” are not the workforce.
OF_SOME = re.compile(r"\b(?:who|whose|whom|among those)\b(?! (?:work|are employed))", re.I)
