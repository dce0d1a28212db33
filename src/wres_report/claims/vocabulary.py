"""The words that tell a sentence's indicator, group, year and scope."""

from __future__ import annotations

import re
from dataclasses import dataclass

BME_WORDS = (
    r"BME|BAME|ABME|black,? asian,? (?:and|or|&) (?:other )?(?:minority ethnic(?:ity)?|ethnic "
    r"minorit(?:y|ies))|"
    r"black and (?:minority ethnic|ethnic minority)|minority[- ]ethnic|ethnic[- ]minorit(?:y|ies)|"
    r"minoritised ethnic|global[- ]majority|racialised|colleagues of colour|people of colour"
)
WHITE_WORDS = r"(?<!non-)(?<!non )white"
BME, WHITE = "bme", "white"
GROUP = re.compile(rf"\b(?:(?P<bme>{BME_WORDS})|(?P<white>{WHITE_WORDS}))\b", re.I)
LABEL = re.compile(r"\b(?:indicator|metric|KPI)s?\s*(?:no\.?\s*)?([1-9])\b(?!\.\d)", re.I)
SEVERAL_LABELS = re.compile(
    r"\b(?:indicator|metric|KPI)s?\s*[1-9](?:\s*(?:,|and|&|to|or|–|-)\s*[1-9]\b(?!\.\d|\d|%))+",
    re.I,
)
# “patients, relatives or the public”: a comma that parts no clauses.
_LISTED = re.compile(
    r"(?<=[a-z]),(?= (?:harass\w*|bull(?:ying|ied)|abus\w+|relatives?|patients?|families|"
    r"(?:members of )?the public|carers|visitors|service users|team leaders?|managers?|"
    r"colleagues?|career|discriminat\w+)\b)", re.I
)  # fmt: skip
WORKFORCE = re.compile(
    r"\bworkforce\b|\bheadcount\b|\bstaff in post\b|"
    r"\b(?:we|trust) (?:now |currently )?employ(?:s|ed)?\b|"
    r"\bof (?:all |our |the )?(?:trust )?staff\b|\bin (?:non-?clinical|medical) (?:roles|posts)\b",
    re.I,
)
UNKNOWN = re.compile(
    r"\bunknown\b|\bnot (?:known|stated)\b|\bprefer(?:s|red|ring)? not\b|\bundisclosed\b|"
    r"\bnot (?:disclosed|declared|recorded)\b|"
    r"\b(?:did|do|have|has) not (?:state|disclose|declare)\w*\b|"
    r"\bethnicity (?:is not held|(?:we|the trust) (?:do|does) not (?:hold|know))\b",
    re.I,
)
BANDS = re.compile(
    r"\bbands?\b|\bAfC\b|\bVSM\b|\bsenior (?:roles?|posts?|positions?|managers|leaders)\b|"
    r"\b8[a-d]\b|very "
    r"senior manager",
    re.I,
)
LAST_YEAR = (
    r"last year|last time(?! (?:we|it|that)\b)|"
    r"(?:the )?(?:survey before|previous survey|last survey|preceding year|"
    r"twelve months ago)|(?:the )?previous year|(?:the )?prior year|(?:the |a )?year "
    r"(?:before|earlier|ago)|twelve months earlier|(?:the |our )?(?:previous|last|prior) "
    r"(?:WRES )?(?:report|return|submission|round|edition)|(?:the )?(?:report|return) before"
)
YEAR = (
    r"(?P<y>20[0-4]\d)(?P<to>\s?[/–-]\s?(?:20)?\d\d\b)?|\b(?P<short>[12]\d)/(?P<shortto>[12]\d)\b"
)
NATIONAL = re.compile(
    r"\bnational(?:ly)?\b|\bEngland\b|\bacross the NHS\b|\bNHS average\b|\bNHS[- "
    r"]wide\b|\ball (?:NHS )?trusts\b|\bin the NHS\b|\bNHS staff\b(?! survey)",
    re.I,
)
BENCHMARK = re.compile(
    r"\bbenchmark\w*|\bnational(?:ly)?\b|\bEngland\b|\bmedian\b|"
    r"(?<!\bon )(?<!rolling )(?<!year )\baverages?\b(?! (?:age|of two))|\bcomparators?\b|"
    r"\b(?:the|our) sector\b|(?<!BME )(?<!BAME )(?<!White )(?<!white )\bpeers?\b(?! support)|"
    r"\b(?:comparable|similar|other|all|like) (?:NHS )?(?:trusts|organisations|providers)\b|"
    r"\b(?:trusts|organisations) (?:like|similar to) (?:ours|us)\b|\bacross the NHS\b|"
    r"\bNHS[- ]wide\b|\bNHS (?:at large|as a whole)\b", re.I
)  # fmt: skip
NATIONAL_SECTION = re.compile(
    r"race equality in the NHS|national picture|across the NHS|\bnational(?:ly)?\b|in England|"
    r"standard \(WRES\) 20\d\d report|NHS[- ]wide", re.I
)  # fmt: skip
NOT_A_CLAIM = re.compile(
    r"\b(?:targets?|aims?\b|goals?|ambitions?|aspirations?|aspire|trajector\w+|forecast\w*|"
    r"projected|model employer|expect(?:s|ed)? (?:the|that|our|to)|predict\w*|anticipat\w+"
    r"|should (?:be(?! (?:read|noted|seen|compared|set|viewed))|reach)|"
    r"by (?:march |april |december )?20[2-4]\d|"
    r"we (?:will|want)|plan to|intend to|hope to|census|residents|inhabitants|"
    r"for example,? if|had it been|if the|would (?:be|have|need))\b", re.I
)  # fmt: skip
WISH = re.compile(
    r"\b(?:to|will|must|should|can|we|shall|would) (?:\w+ly )?(?:reduce|raise|"
    r"increase|lower|cut|bring|"
    r"improve|get|lift|halve|move|keep|reach|achieve)\b[^.;]*\bto (?:\w+ )?$", re.I
)  # fmt: skip
OTHER_TIMES = re.compile(
    r"\b(?:years|months|decades?|surveys) (?:ago|earlier|before|back)\b|\bformerly\b|"
    r"\boriginally\b|"
    r"\binitially\b|\bat first\b|\bused to\b|\bonce\b(?! (?:short|appoint|on|they|an?|the)\w*)"
    r"|\bin the past\b(?! (?:(?:\w+ )?months|year)\b)|\bwould\b|\bcould\b|"
    r"\bshould\b(?! be (?:read|noted|seen|compared|set|viewed)| read\b| (?:anyone|anybody|you)\b)",
    re.I,
)
_PART = (
    r"(?:women|men|female|male|nurses?|nursing|midwives|doctors?|trainees?|students?|bank|agency|"
    r"disabled|young(?:er)?|older|night|temporary|permanent|part[- ]time|full[- ]time|"
    r"fixed[- ]term|newly[- ]qualified|overseas|internationally (?:educated|recruited|trained)|"
    r"pharmacists?|(?:physio)?therapists?|paramedics?|porters?|cleaners?|healthcare assistants?|"
    r"Muslim|LGBT\w*)"
)
_AGED = (
    r"(?:aged|under|over|below|above)(?: the age of)? (?:1[6-9]|[2-6]\d)s?\b"
    r"(?!,\d|\.\d| ?%| per ?cent)"
)
_PEOPLE = r"(?:staff|colleagues|people|employees|respondents|workers|those|men|women)"
# A part of a group is not the group.
SUBGROUP = re.compile(
    rf"\b{_PART}\s+(?:{BME_WORDS}|white)\b|\b(?:{BME_WORDS}|white)\s+(?:\w+\s+)?{_PART}\b|"
    rf"\b(?:{BME_WORDS}|white|{_PEOPLE})\s+(?:{_PEOPLE}\s+)?(?:who (?:are|were) )?{_AGED}|"
    r"\bnon-?medical\b|\bwhite (?:other|british|irish|european|minorit(?:y|ies)|roma|gypsy)\b|"
    r"\b(?:any )?other white\b",
    re.I,
)
# “Of the BME staff who were harassed, half …” counts among these alone.
AMONG_THESE = re.compile(
    r"\b(?:of|among) (?:the |those |our )?[^,;%]{0,40}\bwho\b[^,;]*,\s*$", re.I
)
ELSEWHERE = re.compile(
    r"\bneighbour\w*|\b(?:another|one|a|sister|partner) trust\b|\bother "
    r"organisations?\b|\belsewhere\b|\bfocus groups?\b|\bpulse (?:survey|check)s?\b|"
    r"\bregional(?:ly)?\b|"
    r"\b(?:region|London|county|ICS|ICB|system|local|ward|site|division\w*|directorate) "
    r"(?:average|median|benchmark|figure)\b|"
    r"\b(?:the|our) (?:region|system|ICS|ICB)\b|\bpredecessor\b|\bbefore the merger\b", re.I
)  # fmt: skip
# A document that defines the standard says what a ratio would mean, not what it is.
DEFINITION = re.compile(
    r"\b(?:above|below|over|under|greater than|less than|higher than|lower than|more than) "
    r"1(?:\.0+)?\b(?!\.)|^\W*(?:above|below) (?:zero|0)\b|"
    r"\b(?:a|any) (?:ratio|value|figure|score|result|likelihood)\b[^.;]*\b(?:means|indicates|"
    r"shows|suggests)\b|\bwhere 1(?:\.0+)?\b|\bwould (?:mean|indicate)\b", re.I
)  # fmt: skip
# What denies, whatever it denies; a part of a pattern.
DENIALS = r"not|never|nor|hardly|scarcely|contrary|untrue|myth|wrong(?:ly)?|denied"
HYPOTHETICAL = re.compile(
    r"\b(?:whether|could|should|might|may be|would|if|where (?!1)|why|research|evidence|"
    r"in general|often|typically|more likely to be the case)\b", re.I
)  # fmt: skip
UP = re.compile(
    r"\b(?:ris(?:e|en|ing)|rose|increas\w+|grew|grow(?:n|s|ing)?|growth|up|higher|upwards?|gone up|"
    r"went up|climb\w*|more)\b",
    re.I,
)
DOWN = re.compile(
    r"\b(?:fell|fall(?:en|ing)?|decreas\w+|declin\w+|dropp?\w*|down|lower|downwards?|"
    r"reduc\w+|gone down|went down|less|fewer)\b",
    re.I,
)
IMPROVED = re.compile(r"\b(?:improv\w+|better)\b", re.I)
WORSENED = re.compile(r"\b(?:worse\w*|deteriorat\w+)\b", re.I)


@dataclass(frozen=True)
class When:
    """The year a figure is said to be of. year: 0 for this one, -1 for last, -2 for any earlier
    one, or as written.

    financial: written as a financial year, such as 2019/20; year is then its end.
    """

    year: int = 0
    financial: bool = False


# ANY_TIME: since some earlier year that is not told.
THIS, LAST, ANY_TIME = When(), When(-1), When(-2)


def group_of(text: str) -> str:
    """The only group that a text names, or nothing."""
    found = groups_in(text)
    return found.pop() if len(found) == 1 else ""


def groups_in(text: str) -> set[str]:
    """The groups that a text names."""
    return {str(found.lastgroup) for found in GROUP.finditer(text)}


def year_of(match: re.Match[str]) -> When:
    """What a match of ``YEAR`` says."""
    if match["short"]:
        return When(2000 + int(match["shortto"]), financial=True)
    if match["to"]:
        end = int(re.sub(r"\D", "", match["to"])[-2:])
        return When(2000 + end, financial=True)
    return When(int(match["y"]))


def labels_in(text: str) -> set[int]:
    """The indicators that a text names by their number."""
    found = {int(match[1]) for match in LABEL.finditer(text)}
    for several in SEVERAL_LABELS.finditer(text):
        found |= {int(digit) for digit in re.findall(r"\b[1-9]\b", several[0])}
    return found


def direction_of(text: str) -> str:
    """``better``, ``worse``, ``up`` or ``down``, as the words say; nothing where they do not."""
    if IMPROVED.search(text):
        return "better"
    if WORSENED.search(text):
        return "worse"
    return "up" if UP.search(text) else "down" if DOWN.search(text) else ""


def without_list_commas(text: str) -> str:
    """The text, of the same length, without the commas in lists that name a subject."""
    return _LISTED.sub(" ", text)
