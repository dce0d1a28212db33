"""Method and definitions, and provenance."""

from __future__ import annotations

from wres_report.inputs.hash_key import KEYED
from wres_report.markdown import escape, pipe_table
from wres_report.measures.verdicts import FOUR_FIFTHS
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.quality import reading_part
from wres_report.report.parts.small_numbers import rules_in_words
from wres_report.words import capitalised

# How sure a definition is: in plain words beside it, and for who checks it in the annex.
SURE = {
    "confirmed": "It is the definition of the national guidance or reports.",
    "stated": "It is the definition that another trust's report states.",
    "practice": "It is the definition in common use; the national guidance may word it otherwise.",
}
CERTAINTY = {
    "confirmed": "confirmed in a published source",
    "stated": "as stated in a trust's published document",
    "practice": "common practice, not confirmed in the national guidance",
}


def method_part(report: ReportContext) -> str:
    """How figures, intervals and verdicts come about, then each indicator's definition."""
    return "\n\n".join([_general(report), *(_definition(report, i.id) for i, _ in report.rows())])


def plan_method_part(report: ReportContext) -> str:
    """The same under its own heading, for a plan with figures; empty for one without."""
    if not report.has_figures:
        return ""
    return f"# Method and definitions {{#sec-method .unnumbered}}\n\n{method_part(report)}\n"


def _general(report: ReportContext) -> str:
    term = escape(report.term)
    level = f"{100 * report.params.confidence:g}%"
    low, high = FOUR_FIFTHS
    small = rules_in_words(report.params.disclosure)
    paragraphs = [
        f"**Groups.** {report.standard.words['groups'].format(term=term)}",
        f"**Intervals.** Beside a figure stands its {level} interval: Wilson's for a share, the "
        "score interval of Miettinen and Nurminen for a ratio, Newcombe's for a gap or a "
        "change. A wide interval says that few people stand behind the figure.",
        "**Verdicts.** A difference counts where the interval leaves parity out. Where "
        "it does not, and either group has fewer than five cases, a ratio is too uncertain to "
        "tell. A ratio between "
        f"{low:.2f} and {high:.2f} is commonly read as not adverse. The board is counted "
        "whole and in seats: its members beside those it would have if it mirrored the workforce, "
        "rounded to a whole person. Chance is not weighed there, so its verdict has a mark of its "
        f"own and is not counted among the others.{_of_senior(report)}",
        "**Trends.** A row of years is said to rise or fall only where every year bears it out, "
        "and years before a change of question are never joined with years after it.",
        f"**Small numbers.** {small}",
        "**Rounding.** Figures are rounded half up when they are printed; differences are taken "
        "before rounding, so a printed difference can be 0.1 off that of the printed figures.",
    ]
    return "\n\n".join(paragraphs)


def _of_senior(report: ReportContext) -> str:
    told = (
        f" {capitalised(report.standard.noun)} {i.label} is judged by the share at "
        f"{i.words['senior']}."
        for i in report.standard.of_kind("representation")
    )
    return "".join(told)


def _definition(report: ReportContext, indicator_id: str) -> str:
    indicator = report.standard.indicator(indicator_id)
    version = indicator.version(report.trust_year.year)
    name = f"{capitalised(report.standard.noun)} {indicator.label}"
    lines = [
        f"**{name}, {escape(report.short(indicator))}.** {escape(version.definition)} ",
        f"Numerator: {escape(report.within(version.numerator))}. ",
        f"Denominator: {escape(report.within(version.denominator))}. ",
        f"Basis: {escape(report.within(version.basis_label))}. ",
        SURE[version.certainty],
    ]
    return "".join(lines)


def _sources(report: ReportContext) -> str:
    """Where each definition was read, and how sure that makes it; empty without figures."""
    if not report.has_figures:
        return ""
    year, rows = report.trust_year.year, []
    for indicator, _ in report.rows():
        version = indicator.version(year)
        rows.append([indicator.label, escape(version.source), CERTAINTY[version.certainty]])
    table = pipe_table(["No.", "Source of the definition", "Certainty"], rows, "rll", [5, 55, 30])
    return f"\n{table}\n\n: Where the definitions were read {{#tbl-sources}}\n"


def provenance_part(report: ReportContext) -> str:
    """Every input by path and hash, and the programs with their versions."""
    rows = [
        [f"`{entry.path}`", "–" if entry.rows is None else str(entry.rows),
         f"`{entry.sha256.removeprefix(KEYED)[:16]}`" + (" (key)" if entry.keyed else "")]
        for entry in report.inputs
    ]  # fmt: skip
    table = pipe_table(["File", "Rows", "SHA-256, first 16 digits"], rows, "lrl", [50, 8, 30])
    keyed = (
        "Where it says “key” the table holds numbers that this report does not show, and the hash "
        "is made with a key that stays with the data. "
        if any(entry.keyed for entry in report.inputs)
        else ""
    )
    versions = ", ".join(f"{name} {version}" for name, version in report.versions.items())
    return (
        f"{table}\n\n: The files this report is made from {{#tbl-inputs}}\n\n"
        f"{keyed}The hashes in full stand in `manifest.json` beside this report. "
        f"Made with {versions}.\n{reading_part(report)}{_sources(report)}"
    )
