"""Which whole numbers count people."""

from __future__ import annotations

import re

# Of a number the rest of which is told, as in “one of our eleven”.
N_WORDS = (
    r"\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|twenty)\b"
)
NOT_COUNTED = re.compile(
    r"^[ -]*(?:(?!(?:over|in|during|since|on|than|from|within|across|by|at|this|last|for|the)\b)"
    r"\w+ ){0,2}?"
    r"(?:years?|months?|weeks?|days?|surveys?|bands?|indicators?|metrics?"
    r"|measures?|"
    r"groups?|priorit\w+|actions?|reasons?|areas?|questions?|occasions?|trusts?|reports?|quarters?|"
    r"aims?|things?|ways?|steps?|dates?|papers?|issues?|themes?|objectives?|challenges?|figures?|"
    r"decimal\w*|consecutive|successive|main|key|sets?|rows?|columns?|pages?|in a row|standards?|"
    r"respects|counts|domains|findings|messages|stages|parts|lines|sources|"
    rf"of our(?! (?:{N_WORDS}))|of the (?!{N_WORDS}|board|voting|exec|members))\b",
    re.I,
)
PEOPLE = re.compile(
    r"^\s+(?:[\w’'-]+\s+){0,4}?(?:staff|colleagues?|people|persons?|members?|cases?|applicants?|"
    r"candidates?|employees?|respondents?|directors?|posts?|executives?|individuals?|consultants?|"
    r"doctors?|were|was|is|are|did|of (?:them|whom|these|those)|of the|of (?:our |its |"
    r"a )?(?:\d|ten\b|"
    r"eleven\b|twelve\b|thirteen\b|six\b)|more|fewer|had|have|"
    r"BME|BAME|White|whose|unknown|not|got|entered|took)\b|^\s*[.,;:)]",
    re.I,
)
# “three quarters of the chance” and “a third of the BME figure” are ratios.
OF_A_CHANCE = re.compile(
    r"\s+(?:of |as )?(?:the |their |its )?(?:chance|likelihood|rate of success|odds|success rate|"
    r"success)\b|"
    r"\s+(?:of )?(?:the|that|what)\b[^,.;:]{0,40}?\b(?:figure|rate|level|percentage|proportion|"
    r"share|one|for (?:White|BME|BAME))\b(?! of)",
    re.I,
)
# “the White one” stands for a word, and counts nobody.
PRONOUN = re.compile(
    r"\b(?:the|this|that|another|each|every|which|any)\s+(?:[\w’'-]+\s+){0,2}$|"
    r"\ban?\s+(?:BME|BAME|White)\s+$",
    re.I,
)
PRONOUN_ENDS = re.compile(
    r"^\s*(?:[.,;:)!?]|$)|^\s+(?:is|was|in|for|that|which|and|but|has|had)\b", re.I
)
# “10.6 per 1,000 staff”: so many are no people, but what a rate is of.
RATE_OF = re.compile(r"\b(?:per|(?:in|of|out of|for) (?:every|each))\s+$", re.I)
# “answered 1,704 times” is no multiple.
MOST_TIMES = 30
NONE = re.compile(
    r"\b(?:none|not one|not a single one|nobody|no one)\b(?= (?:of|from|is|was|were|are)\b)|"
    r"\b(?:no|not a single|not one)\b(?= (?:\w+ ){0,3}(?:members?|directors?|staff|"
    r"colleagues?|people|person|cases?|applicants?|candidates?)\b)", re.I,
)  # fmt: skip
