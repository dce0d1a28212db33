"""What a report says of the numbers that it does not show."""

from __future__ import annotations

from wres_report.inputs.params import Disclosure
from wres_report.markdown import escape


def rules_in_words(disclosure: Disclosure) -> str:
    """What the report hides and why, for the method; or why its rules are switched off."""
    if not disclosure.enabled:
        return (
            "The rules for small numbers are switched off for this report: "
            f"{escape(disclosure.reason.rstrip('.'))}."
        )
    small = _small(disclosure, plural=True)
    if not small:
        return "The settings of this report call no number small, so all are shown."
    return (
        f"{' and '.join(small)} are not shown, nor is any figure that would give one away: "
        "whoever puts all computed figures of the report together finds more than one number that "
        "fits each hidden count."
    )


def star_note(disclosure: Disclosure) -> str:
    """The note below a table in which a star stands for a number."""
    small = _small(disclosure, plural=False)
    return (
        "::: {.table-note}\n"
        f"\\* Not shown: {', '.join([*small, 'or a figure that would give such a one away'])}.\n:::"
    )


def _small(disclosure: Disclosure, *, plural: bool) -> list[str]:
    count, most = disclosure.minimum_count, disclosure.minimum_responses
    s, a = ("s", "") if plural else ("", "a ")
    counts = f"{a}count{s} from 1 to {count - 1}" if count > 2 else f"{a}count{s} of 1"
    answers = f"{a}survey figure{s} on fewer than {most} responses"
    found = [words for words, least in ((counts, count), (answers, most)) if least > 1]
    return [found[0][0].upper() + found[0][1:], *found[1:]] if plural and found else found
