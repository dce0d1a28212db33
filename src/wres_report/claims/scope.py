"""What a document says of other things than the figures of the trust-year: no claims of these."""

from __future__ import annotations

import re
from functools import lru_cache

from wres_report.claims import vocabulary as words
from wres_report.claims.at_words import at_words
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.mentions import SINGLE_GROUP
from wres_report.claims.readings import Reading
from wres_report.claims.sentences import Sentence

# Matters that are counted in the same documents and are not in the tables.
FOREIGN = re.compile(
    at_words(
    r"\bturnover\b|\bvacanc\w+|\bretention\b|\bleavers?\b|\bstarters?\b|\bsickness\b|\babsence\b|"
    r"\bapprais\w+|\bgrievanc\w+|\bincidents?\b|\bspeak(?:ing)? up\b|\bconcerns? (?:raised|had)|"
    r"\bcensus\b|\bpopulation\b|\bresidents?\b|\binhabitants\b|\bnetworks?\b(?! and)|\ballies\b|"
    r"\bpay gap\b|\bagency\b|\bbank (?:staff|workers|shifts|BME|white)\b|\bhours?\b|£|\bdays\b|"
    r"\bweeks?\b|\bapplications?\b|\bapplied for\b|\bpromotions\b|\bwere promoted\b|"
    r"\bnon-?\s?executive\w*|\bof those promoted\b|\bof staff promoted\b|\bresponse rates?\b"
    r"|\bmentor\w*|\bcoach\w*|"
    r"\bworkshops?\b|\battend\w+|\bplaces\b|\bpanels?\b|\brecommend\b|\bdisparity ratio\b|"
    r"\bdied\b|\bdeaths?\b|\bvaccin\w+|\bstaff side\b|\bunion\b|\bdismiss\w+|\btribunals?\b|"
    r"\bsuspen\w+|\bfirst language\b|\bvideo\b|\bemail\b|\bphone\b|\baged?\b|\byears of age\b|"
    r"\bnationalit\w+|\blanguages?\b|\breligio\w+|\bvolunteer\w*|\bstudents?\b|\bsurvey was open\b|"
    r"\bsaid nothing\b|\bnothing had been done\b|\breport(?:ed|ing)? (?:it|this|the incident)\b"
    r"(?= to)|\breported it\b|\bsites?\b"),
    re.I,
)  # fmt: skip
_FILE = re.compile(r"\.(?:csv|xlsx|docx|pdf)\b", re.I)
_INTENTION = re.compile(
    r"\b(?:will not rest|our ambition|we aspire|until the|so that by|pledge\w*|commit(?:s|ted)? to|"
    r"promise\w*|vow\w*|intention)\b", re.I,
)  # fmt: skip
_OF_SOME = re.compile(
    r"\b(?:medical|clinical|nursing|admin\w*|corporate|night|community|ward)\s+"
    r"(?:staff|workforce|posts|roles|colleagues)\b|\bbands? \d|\b8[a-d]\b", re.I,
)  # fmt: skip
_OTHER_TRUSTS = re.compile(
    r"\b(?:best|worst|bottom|top|highest|lowest)[- ](?:\w+[- ]){0,3}?(?:trusts?|performers?"
    r"|quartile)\b|"
    r"\bneighbour\w*|\bsister trust\b|\b(?:acute|mental health|community|ambulance|specialist) "
    r"(?:sector|trusts|services)\b", re.I,
)  # fmt: skip


# A part of the trust, for which there are no figures.
_PLACE = re.compile(
    r"\b(?:in|at|of|for|within|from|on) (?:the |our |its |this |one )*(?:[\w&’'-]+ ){0,2}?"
    r"(?:estates|theatres?|pharmacy|maternity|wards?|departments?|directorates?|divisions?|facilities|"
    r"radiology|pathology|laborator\w+|intensive care|emergency care|A&E|catering|portering)\b"
    r"(?! of health)", re.I,
)  # fmt: skip
_PROTECTED = re.compile(
    r"\b(?:women|men|female|male|gay|lesbian|bisexual|LGBT\w*|trans(?:gender)?|pregnan\w+|Muslims?|"
    r"Jewish|Christians?|carers)\b", re.I,
)  # fmt: skip
# Indicator 8 is about managers and colleagues.
_BY_OTHERS = re.compile(
    r"\bdiscriminat\w*[^.;,]{0,40}?\b(?:by|from) (?:the |our )?(?:patients?|public|service users|"
    r"relatives|visitors)\b", re.I,
)  # fmt: skip
_ON_A_DAY = re.compile(
    r"\b(?:on|at|by|of) (?:the )?(?!31(?:st)? March)\d{1,2}(?:st|nd|rd|th)? (?:January|February|"
    r"March|April|May|June|July|August|September|October|November|December)\b", re.I,
)  # fmt: skip
_SEVERAL = re.compile(
    r"\b(?:indicators?|metrics?|questions?) [1-9]\s*(?:to|[-–—])\s*[1-9]\b", re.I
)  # fmt: skip
_ON_ITS_DAY = {1, 9}


@lru_cache(maxsize=512)
def is_foreign(clause: str) -> bool:
    """Whether a clause speaks of a matter that is counted elsewhere."""
    return FOREIGN.search(clause) is not None


@lru_cache(maxsize=512)
def _of_clause(clause: str) -> str:
    """Why no number of a clause is a claim; empty where it may hold some."""
    if _OTHER_TRUSTS.search(clause) or words.ELSEWHERE.search(clause) or _PLACE.search(clause):
        return "It is of another organisation or a part of this one."
    if words.SUBGROUP.search(clause) or _single_group(clause) or _PROTECTED.search(clause):
        return "It is of a part of a group, for which there are no figures."
    if words.OTHER_TIMES.search(clause) or _INTENTION.search(clause):
        return "It is of some other time, or of what may be."
    return ""


def outside(sentence: Sentence, reading: Reading) -> str:
    """Why a number is no claim about the figures of the trust-year; empty where it may be one."""
    text, clause = sentence.text, reading.clause.text
    around = _around(sentence, reading)
    if why := _of_clause(clause):
        return why
    if words.NOT_A_CLAIM.search(around) or words.WISH.search(text[: reading.quantity.start]):
        return "It is a target, a forecast or a figure of the population."
    if (
        words.AMONG_THESE.search(text[: reading.quantity.start])
        and "%" in reading.quantity.number.text
        and re.search(
            r"\bwho\b[^,;]*(?:harass|bull|abus|discriminat|experienc)",
            text[: reading.quantity.start],
            re.I,
        )
    ):
        return "It is counted among some of them alone."
    if re.search(r"\bdisabled\b|\bdisabilit", around, re.I):
        return "It is of disabled staff, whom another standard is about."
    if _FILE.search(text):
        return "It is of a file."
    if reading.quantity.unit == "count" and _of_measures(sentence, reading):
        return "It is a number of indicators or years."
    if _SEVERAL.search(clause):
        return "It is of one of several indicators that are named together."
    if _ON_ITS_DAY & set(reading.clause.indicators) and _ON_A_DAY.search(clause):
        return "It is of some other time, or of what may be."
    if is_foreign(clause) or _BY_OTHERS.search(clause):
        return "It is of a matter that the tables do not hold."
    events = {*RATIOS, *SURVEY} & set(reading.clause.indicators)
    if events and 1 not in reading.clause.indicators and _OF_SOME.search(clause):
        return "It is of some staff alone, for which there are no figures."
    one = reading.quantity.value == 1 and reading.quantity.unit in ("bare", "times")
    if one and _PARITY.search(text):
        return "It is parity, which a figure is compared with."
    if (
        reading.quantity.value in (1.25, 0.8)
        and re.search(
            r"\b(?:above|below|under|over|threshold|line|range|between|and)\s+(?:the )?$",
            text[: reading.quantity.start],
            re.I,
        )
    ) or reading.quantity.number.printed.lower() in (
        "below 1.25",
        "above 1.25",
        "under 1.25",
        "over 1.25",
        "more than 1.25",
        "less than 1.25",
    ):
        return "It is the line from which a ratio is read as adverse."
    if words.DEFINITION.search(clause) and not reading.used.earlier and _defines(reading):
        return "It defines what a figure would mean."
    return ""


# “the only one of the four on which”, “the highest of the three”
_OF_THE = re.compile(r"\b(?:of|on|in|across) (?:all )?(?:the|our|these) (?:last |past )?$", re.I)
_NO_PEOPLE = re.compile(
    r"\s*(?:survey |staff survey )?(?:measures|questions|indicators|metrics|surveys|areas|years)\b|"
    r"\s*(?:[.,;:)]|$|(?:on|in|for) which\b|that\b|where\b)", re.I,
)  # fmt: skip


def _of_measures(sentence: Sentence, reading: Reading) -> bool:
    quantity = reading.quantity
    if not 2 <= quantity.value <= 9:
        return False
    return bool(
        _OF_THE.search(sentence.text[: quantity.start])
        and _NO_PEOPLE.match(sentence.text[quantity.end :])
    )


def _single_group(text: str) -> bool:
    plain = words.GROUP.sub(lambda found: "·" * len(found[0]), text)
    return bool(SINGLE_GROUP.search(plain))


_PARITY = re.compile(
    r"\bparity\b|\bclose to\b|\bworse\b|\bbetter\b|\bequal\w*\b|\babove\b|\bbelow\b|\bmeans?\b",
    re.I,
)


def _defines(reading: Reading) -> bool:
    quantity = reading.quantity
    return quantity.value in (1.0, 1.25, 0.8) and quantity.unit in ("bare", "count", "times")


def _around(sentence: Sentence, reading: Reading) -> str:
    """The words round a number up to the next comma or “and”."""
    text, quantity = sentence.text, reading.quantity
    marks = (";", ". ", " and ", ", ")
    start = max(text.rfind(mark, 0, quantity.start) for mark in marks) + 1
    ends = [end for mark in (";", ". ", ", ", ")") if (end := text.find(mark, quantity.end)) >= 0]
    return text[max(start, 0) : min(ends, default=len(text))]
