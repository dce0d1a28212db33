"""A place for each of the trust's own words: a file that says what belongs there.

It says so in a comment, which no report prints. Last year's words are not taken over: they would
say this year what was true then.
"""

from __future__ import annotations

from wres_report.inputs.sections import section_of
from wres_report.standard import Standard
from wres_report.words import capitalised

HOW = (
    "Replace this comment by your text. A figure is written as a variable, which the report fills "
    "in; the page “Write the narrative” of the documentation says how. Without text the section "
    "says that there is none, or is left out."
)
OF_A_REPORT = {
    "foreword": "Foreword: what the figures of this year ask of the trust, signed by those who "
    "speak for it.",
    "locality": "The trust and the people it serves: area, population, sites.",
    "leadership": "Inclusive leadership: who leads on race equality; how the board is involved.",
    "conclusions": "Conclusions: what the figures add up to.",
    "next-steps": "Next steps: what happens with this report and its plan, and when.",
    "communications": "How staff, networks and the public hear of this report.",
    "national-picture": "The national picture: what other trusts found.",
}  # fmt: skip
OF_A_PREFACE = {"preface": "Preface: what the plan is for and how it came about."}
OF_KIND = {"full": OF_A_REPORT, "action-plan with preface": OF_A_PREFACE}


def empty_texts(kind: str, standard: Standard) -> dict[str, str]:
    """The text of each narrative file of a kind of report, by its name."""
    sections = dict(OF_KIND.get(kind, {}))
    if kind == "full":
        sections |= {
            section_of(number): f"{capitalised(standard.noun)} {number}: what lies behind its "
            "figures, and what the trust has done about them."
            for number in standard.numbers
        }
        sections |= {
            section_of(i.number, i.part): f"{i.name}: what the trust tells in words."
            for i in standard.of_kind("told")
        }
    return {
        f"{section}.md": f"<!--\n{about}\n\n{HOW}\n-->\n" for section, about in sections.items()
    }
