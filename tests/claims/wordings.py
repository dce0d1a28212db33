"""The words that the sample sentences are filled with."""

from __future__ import annotations

BME_NAMES = ("BME", "BAME", "ethnic minority", "global majority", "Black and minority ethnic")
WHITE_NAME = "White"
OTHER = {"bme": "white", "white": "bme"}
# What the four survey indicators ask, each in two ways.
ASKED = {
    5: ("experienced harassment, bullying or abuse from patients, relatives or the public",
        "were bullied, harassed or abused by patients or other members of the public"),
    6: ("experienced harassment, bullying or abuse from other staff",
        "were harassed, bullied or abused by colleagues"),
    7: ("believe that the trust provides equal opportunities for career progression or promotion",
        "say that careers and promotion offer equal opportunities to all"),
    8: ("experienced discrimination from a manager, team leader or other colleague",
        "met with discrimination at work by a manager or a colleague"),
}  # fmt: skip
# The same as a report words them under a heading, and as the survey and the standard do.
HAVING = {
    5: "experiencing harassment, bullying or abuse from patients, relatives or the public in the "
    "last 12 months",
    6: "experiencing harassment, bullying or abuse from staff in the last 12 months",
    7: "believing that the Trust provides equal opportunities for career progression or promotion",
    8: "who personally experienced discrimination at work from their manager, team leader or other "
    "colleagues",
}
QUESTIONS = {
    5: "Percentage of staff experiencing harassment, bullying or abuse from patients, relatives or "
    "the public in last 12 months",
    6: "Percentage of staff experiencing harassment, bullying or abuse from staff in last 12 "
    "months",
    7: "Percentage of staff believing that the Trust provides equal opportunities for career "
    "progression or promotion",
    8: "In the last 12 months have you personally experienced discrimination at work from any of "
    "the following? Manager/team leader or other colleagues",
}
TITLES = {
    5: "harassment, bullying or abuse from patients, relatives or the public",
    6: "harassment, bullying or abuse from staff",
    7: "equal opportunities for career progression or promotion",
    8: "discrimination from a manager or other colleague",
}
HAPPENS = {
    2: "being appointed from shortlisting",
    3: "entering the formal disciplinary process",
    4: "accessing non-mandatory training and CPD",
}
DO = {
    2: "to be appointed from shortlisting",
    3: "to enter the formal disciplinary process",
    4: "to access non-mandatory training",
}
TOP = {2: "white", 3: "bme", 4: "white"}

DISABLED = (
    "disabled staff", "staff with a disability", "disabled colleagues",
    "colleagues with a disability or long-term condition",
)  # fmt: skip
# A figure that rose, and one that fell.
MOVED = {
    True: {
        "rose": "rose",
        "rise": "rise",
        "a_rise": "a rise",
        "risen": "risen",
        "gone": "gone up",
        "higher": "higher",
    },
    False: {
        "rose": "fell",
        "rise": "fall",
        "a_rise": "a fall",
        "risen": "fallen",
        "gone": "gone down",
        "higher": "lower",
    },
}
TRENDS = {
    True: {"decline": "increase", "fallen": "risen", "falling": "rising"},
    False: {"decline": "decline", "fallen": "fallen", "falling": "falling"},
}
OPPOSITE = {
    "above": "below", "below": "above", "higher": "lower", "lower": "higher",
    "widened": "narrowed", "narrowed": "widened", "an improvement": "a deterioration",
    "a deterioration": "an improvement",
}  # fmt: skip
