"""Whether every word of a clause is known: only then is a number that fits no figure accused.

A number that is last year's figure, or the other group's, gives itself away. One that is no
known figure at all may be of something else, so its clause must hold no word whose part in it
is not understood.
"""

from __future__ import annotations

import re

from wres_report.claims import vocabulary as words
from wres_report.claims.numbers import FRACTIONS, HEDGES

_LITTLE_WORDS = """
a an and are as at be been being both but by did do does for from had has have however in into
is it its of on only or our still than that the their them there these they this those to was we
were when where which while who whom whose with within yet also though although so such all any
each every even just more most not own per same some than then too very us
"""
_PEOPLE_WORDS = """
staff colleague colleagues employee employees people person persons applicant applicants
candidate candidates respondent respondents member members workforce trust trusts trust's
trust’s organisation organisation's organisation’s team leader manager managers leaders board
directors voting executive total nhs background backgrounds community communities group groups

"""
_SAYING_WORDS = """
said say says saying told tell report reports reported reporting find finds found show shows
showed shown see seen experience experiences experienced experiencing believe believes believed
believing feel feels felt think thinks thought state stated perceive perceived meet meets met
suffer suffered face faced faces describe described identify identified identifies record
recorded records receive received figure figures result results score scores percentage
percentages proportion proportions share shares rate rates ratio ratios likelihood relative
likely value values outcome survey surveys data indicator metric wres question level levels
number median average benchmark national nationally england compare compares compared comparison
comparing against relative versus stand stands stood gave gives give given make makes made up
represent represents represented representation higher lower less times points point above below
better worse demonstrates demonstrate indicates indicate demonstrated
"""
_TIME_WORDS = """
this year year's year’s years last month months past previous prior preceding before after now
current currently latest autumn march annual period twelve one two three four five overall
approximately significantly considerably slightly unfortunately sadly work works working place
workplace career careers progression promotion equal opportunities opportunity chances provides
provide offer offers offered gives fair fairly being appointed appointment shortlisting
shortlisted shortlist entering enter entered formal disciplinary process investigation accessing
access accessed taking take took non mandatory training cpd harassment harassed bullying bullied
abuse abused abusive patients patient relatives relative public visitors service users
discrimination discriminated personally treatment behaviour dividing divided rate over people
other others role roles post posts band bands senior held filled clinical medical dental
consultants vsm
"""
_KNOWN = frozenset(" ".join((_LITTLE_WORDS, _PEOPLE_WORDS, _SAYING_WORDS, _TIME_WORDS)).split())
_HEDGED = frozenset(
    part.strip(".").lower()
    for word in (*(w for ws in HEDGES.values() for w in ws), *FRACTIONS)
    for part in word.split()
)
_WORD = re.compile(r"[^\W\d_][^\W\d_'’]*(?:['’][^\W\d_]+)?")
# “16% of BME staff answered” is another matter than “16% of BME staff who answered”.
_WHO_ANSWERED = re.compile(r"\bwho (?:answered|responded|replied|took part)\b", re.I)
_MARKS = (";", ". ")


def is_understood(text: str, start: int, end: int) -> bool:
    """Whether the clause round a number holds known words only. start, end: of the number."""
    first = max(text.rfind(mark, 0, start) for mark in _MARKS) + 1
    ends = [found for mark in _MARKS if (found := text.find(mark, end)) >= 0]
    clause = _WHO_ANSWERED.sub(" ", text[max(first, 0) : min(ends, default=len(text))])
    return not unknown_words(words.GROUP.sub(" ", clause))


def unknown_words(text: str) -> list[str]:
    """The words of a text that have no known part in a claim."""
    return [
        word
        for found in _WORD.findall(text)
        if (word := found.lower()) not in _KNOWN and word not in _HEDGED and len(word) > 1
    ]
