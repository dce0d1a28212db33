"""What the words of a sentence point at: groups, years, whose figure it is, parts of the trust."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wres_report.claims import vocabulary as words
from wres_report.claims.facts import BENCHMARK, ENGLAND
from wres_report.claims.figures import SURVEY


@dataclass(frozen=True)
class Mention:
    """Words with what they point at."""

    value: str
    start: int
    end: int


UNKNOWN = re.compile(
    words.UNKNOWN.pattern
    + r"|\bnot (?:known|given|on record)\b|\bunrecorded\b|\bunstated\b|\bmissing\b|"
    r"\b(?:have|has|had|did|do) (?:not|never) (?:told|tell|given|give|shared?|said|say)\b"
    r"(?=[^.;,]{0,25}\bethnic)|"
    r"\bdo(?:es)? not know\b|\bethnicity is not\b|"
    r"\bwithout (?:an? )?(?:recorded |known )?ethnicity\b|"
    r"\bno (?:recorded |known )?ethnicity\b",
    re.I,
)
_TOTAL = re.compile(
    r"\btotal(?:s|led|ling)?\b|\bin all\b|\baltogether\b|\bin sum\b|\bin total\b|\bsum\b|"
    r"\bwhole (?:workforce|staff)\b|\ball staff\b|\bcombined\b|\btogether\b|\badd(?:s|ed)? up to\b",
    re.I,
)
_MORE_BME = re.compile(
    r"\b(?:ethnically diverse|(?:staff|people|colleagues|workers) of colou?r|"
    r"(?:BME|BAME)s?|from (?:a |an )?(?:minority|ethnic)\w*(?: ethnic)? (?:group|background"
    r"|heritage|"
    r"communit)\w*)\b", re.I,
)  # fmt: skip
# Single groups, for which there are no figures.
SINGLE_GROUP = re.compile(
    r"\b(?:Black|Asian|Chinese|Mixed|Indian|Pakistani|Bangladeshi|African|Caribbean|Arab|Roma|"
    r"Gypsy|Irish|Polish|[Mm]ixed (?:ethnicity|heritage|race|background)s?)\b(?!,? (?:and|or|&"
    r"|Asian,?) (?:Asian|Minority|minority|ethnic|Ethnic|"
    r"other)|(?:, Asian)|(?<=Asian) and (?:other )?[Mm]inority)", 0,
)  # fmt: skip


def groups_in(text: str) -> list[Mention]:
    """White, BME, unknown and all, where a text names them."""
    found = [Mention(str(m.lastgroup), *m.span()) for m in words.GROUP.finditer(text)]
    for value, pattern in (("bme", _MORE_BME), ("unknown", UNKNOWN), ("total", _TOTAL)):
        for match in pattern.finditer(text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                found.append(Mention(value, *match.span()))
    return sorted(found, key=lambda mention: mention.start)


_YEAR = re.compile(
    rf"(?P<pre>\bWRES(?: of| for)?\s+|\b(?:year to|year ending|year ended)(?: 31)? March\s+|"
    rf"\b31(?:st)? March\s+|\bMarch\s+|\b(?:autumn|winter)\s+)?\b(?:{words.YEAR})"
    r"(?P<post>\s+(?:staff |NHS )?(?:staff )?surveys?)?", re.I,
)  # fmt: skip
_SURVEY_OF = re.compile(r"\bsurveys?(?: results?)?(?: of| in| for|,)?(?: autumn)?\s*$", re.I)
_LAST = re.compile(
    rf"\b(?:{words.LAST_YEAR}|twelve months (?:ago|before|previously)|previously|"
    r"the preceding (?:year|survey)|a year (?:ago|earlier|before|previously|back)|the year before|"
    r"the last report|one year (?:ago|earlier))\b", re.I,
)  # fmt: skip
_THIS = re.compile(
    r"\b(?:this year|this time|now|currently|at present|today|latest|most recent|current"
    r"|present)\b",
    re.I,
)
_THEN = re.compile(r"\bthen\b(?=\s*[,)])", re.I)


def years_in(text: str) -> list[Mention]:
    """Years: ``2020``, ``survey 2020``, ``wres 2020``, ``last``, ``this``, ``then``."""
    found = []
    for match in _YEAR.finditer(text):
        year = words.year_of(match).year
        before = text[: match.start()]
        kind = ""
        if match["post"] or _SURVEY_OF.search(before) or (match["pre"] or "").lower().startswith(
                ("autumn", "winter")):  # fmt: skip
            kind = "survey "
        elif (match["pre"] or "") or match["to"] or match["short"]:
            kind = "wres "
        found.append(Mention(f"{kind}{year}", *match.span()))
    for value, pattern in (("last", _LAST), ("this", _THIS), ("then", _THEN)):
        for match in pattern.finditer(text):
            if value == "last" and re.search(
                r"\b(?:in|over|during|within) the $", text[: match.start()]
            ):
                continue  # “in the last year” is the time that is asked about
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                found.append(Mention(value, *match.span()))
    return sorted(found, key=lambda mention: mention.start)


def wres_years(value: str, indicator: int, this_year: int) -> tuple[int, ...]:
    """The WRES years that a mention may mean, the likeliest first."""
    if value == "this":
        return (this_year,)
    if value in ("last", "then", "before"):
        last = (this_year - 1,)
        return last if value == "last" else (*last, *range(this_year - 2, this_year - 8, -1))
    kind, _, digits = value.rpartition(" ")
    year = int(digits)
    if kind == "wres" or indicator not in SURVEY:
        return (year + 1,) if kind == "survey" else (year,)
    return (year + 1,) if kind == "survey" else (year + 1, year)


_ENGLAND = re.compile(
    r"\bEngland(?:.s)?\b|\bEnglish\b|\bnational(?:ly)?\b|\bcountry\b|\bNHS[- ]wide\b|"
    r"\b(?:across|in|for) (?:all )?(?:the )?(?:NHS trusts|NHS|trusts in England)\b|\ball NHS "
    r"trusts\b|"
    r"\bNHS average\b|\bNHS as a whole\b", re.I,
)  # fmt: skip
_BENCHMARK = re.compile(
    r"\bbenchmark\w*|\bmedian\b|\bcomparators?\b|"
    r"(?<!BME )(?<!BAME )(?<!White )(?<!white )\bpeers?\b(?! support)|"
    r"(?<!\bon )(?<!rolling )(?<!year )\baverages?\b(?! (?:age|of two))|"
    r"\b(?:comparable|similar|other|like) (?:NHS )?(?:trusts|organisations|providers)\b|"
    r"\btrusts (?:like|similar to) (?:ours|us)\b|\b(?:the|our) sector\b", re.I,
)  # fmt: skip


def sources_in(text: str) -> list[Mention]:
    """England and the benchmark group, where a text names them."""
    found = [Mention(ENGLAND, *m.span()) for m in _ENGLAND.finditer(text)]
    for match in _BENCHMARK.finditer(text):
        if not any(m.start < match.end() + 4 and match.start() - 12 < m.end for m in found):
            found.append(Mention(BENCHMARK, *match.span()))
    return sorted(found, key=lambda mention: mention.start)


_BAND = r"(?:under[- ]?1|8[a-d]|[1-9](?![\d%a-d]|\.\d))"
_BANDS = re.compile(
    rf"\bbands?\s*(?P<first>{_BAND})(?P<above>\s*(?:and|or) (?:above|higher|over|up(?:wards?)?)"
    rf"|\+)?(?:\s*(?:–|-|to|through to|up to)\s*(?:band )?(?P<last>{_BAND}|VSM)|"
    rf"(?P<listed>(?:\s*(?:,|and|&|or)\s*{_BAND})+))?|"
    r"\b(?:in|at) (?P<cluster>1\s?(?:-|–|to)\s?4|5\s?(?:-|–|to)\s?7)\b|"
    r"\b(?P<bare>8[a-d])(?P<bareabove>\s*(?:and|or) (?:above|higher|over|up(?:wards?)?)|\+|"
    r"\s*(?:–|-|to)\s*VSM)?", re.I,
)  # fmt: skip
_NAMED = (
    ("vsm", re.compile(r"\bVSM\b|\bvery senior managers?\b", re.I)),
    ("medical_senior_medical_manager", re.compile(r"\bsenior medical managers?\b", re.I)),
    ("senior", re.compile(
        r"\b(?:most )?senior (?:\w+ )?(?:roles?|posts?|positions?|leaders|staff|grades|bands)\b",
        re.I)),
    ("medical_consultant", re.compile(r"(?<!medical and dental )\bconsultants?\b", re.I)),
    ("medical_trainee", re.compile(r"\btrainees?\b|\bjunior doctors?\b", re.I)),
    ("medical_career_grade", re.compile(r"\bcareer[- ]grades?\b", re.I)),
    ("medical", re.compile(r"\bmedical(?: (?:and|or|&) dental)?(?: consultants)?\b|"
                           r"\bmedics\b|\bdoctors\b"
                           r"(?! and nurses)", re.I)),
    ("non_clinical", re.compile(r"\bnon-?\s?clinical\b", re.I)),
    ("clinical", re.compile(r"(?<!non-)(?<!non )(?<!non)\bclinical\b(?! lead)", re.I)),
)  # fmt: skip
_CLUSTERS = {("1", "4"): "cluster_1_4", ("5", "7"): "cluster_5_7", ("8a", "vsm"): "cluster_8a_vsm"}


def scopes_in(text: str) -> list[Mention]:
    """Parts of the workforce that a text names: bands, clusters of bands, staff groups."""
    found = [
        Mention(scope, *m.span()) for m in _BANDS.finditer(text) if (scope := _bands(m)) is not None
    ]
    for value, pattern in _NAMED:
        for match in pattern.finditer(text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                found.append(Mention(value, *match.span()))
    return sorted(found, key=lambda mention: mention.start)


def _bands(match: re.Match[str]) -> str | None:
    """The name of a band or of a cluster of bands; ``?`` for bands that no figure is of."""
    if cluster := match["cluster"]:
        return "cluster_1_4" if cluster.startswith("1") else "cluster_5_7"
    if bare := match["bare"]:
        return "cluster_8a_vsm" if match["bareabove"] and bare.lower() == "8a" else bare.lower()
    first = match["first"].lower().replace("-", "_").replace(" ", "_")
    if match["above"]:
        return "cluster_8a_vsm" if first == "8a" else "?"
    last = (match["last"] or "").lower()
    if match["listed"]:
        listed = [first, *re.findall(_BAND, match["listed"].lower())]
        if listed == ["5", "6", "7"]:
            return "cluster_5_7"
        return "cluster_1_4" if listed == ["1", "2", "3", "4"] else "?"
    return _CLUSTERS.get((first, last), "?") if last else first


_BOARDS = (
    ("voting", re.compile(r"\bvot(?:ing|e|es|ers?)\b", re.I)),
    ("executive", re.compile(r"(?<!non-)(?<!non )\bexecutives?\b(?! lead)", re.I)),
    ("total", re.compile(r"\b(?:total|whole|full|overall|entire) board\b|\bboard as a whole\b|"
                         r"\ball (?:board )?members\b",
                         re.I)),
)  # fmt: skip


def boards_in(text: str) -> list[Mention]:
    """The kinds of board that a text names."""
    return [Mention(value, *m.span()) for value, pattern in _BOARDS for m in pattern.finditer(text)]


_STAGES = (
    ("appointed", re.compile(
        r"\bappoint\w*|\b(?:got|get|getting|landed|won|secured|offered)\b[^.;,]{0,12}\b(?:job|post)|"
        r"\bhired\b|\brecruited\b|\b(?:was|were|are|is|been|proved) successful\b|"
        r"\bsuccessful (?:applicants?|candidates?)\b", re.I)),
    ("shortlisted", re.compile(r"\bshort-?\s?list\w*|\bapplicants?\b|\bcandidates?\b", re.I)),
    ("workforce", re.compile(r"\bworkforce\b|\bheadcount\b|\bstaff in post\b|\bemployees\b", re.I)),
    ("entered", re.compile(
        r"\benter\w*|\bcases?\b|\bdisciplin\w+|\bformal (?:process|action|proceedings|"
        r"investigation)s?\b", re.I)),
    ("accessed", re.compile(
        r"\baccess\w*|\btook (?:up|part)|\btake[- ]?up|\btaking|\buptake|\bcourses?\b|\bCPD\b|"
        r"\btraining\b|\breached\b|\bparticipants\b|\bdevelopment\b", re.I)),
)  # fmt: skip


def stages_in(text: str) -> list[Mention]:
    """Shortlisted, appointed, entered, accessed, where a text names them."""
    found = [Mention(v, *m.span()) for v, pattern in _STAGES for m in pattern.finditer(text)]
    return sorted(found, key=lambda mention: mention.start)
