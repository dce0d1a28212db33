"""The kinds of fault that can be planted, and what should be said of each."""

from __future__ import annotations

from dataclasses import dataclass

from wres_report.demo import fault_changes as changes
from wres_report.demo.fault_changes import Change, cell, table, text
from wres_report.faults import ExitStatus


@dataclass(frozen=True)
class FaultKind:
    """A kind of fault.

    file: in the data folder of the trust-year, or its settings. planted: what is done to it.
    change: the new content of the file; None where that file has no place for the fault. rule,
    severity: of the gate's finding. says: its message, or that of the fault. renamed, deleted:
    what becomes of the file. last_year_only: because next year's data would be held against it.
    needs_last_year: because it can be seen only against that.
    """

    file: str
    planted: str
    change: Change
    rule: str
    says: str
    severity: str = "critical"
    status: ExitStatus = ExitStatus.BLOCKED
    command: str = "wres check"
    settings: bool = False
    renamed: str = ""
    deleted: bool = False
    last_year_only: bool = False
    needs_last_year: bool = False

    def can_be_in(self, year: int, years: range) -> bool:
        if self.last_year_only and year != years[-1]:
            return False
        return not (self.needs_last_year and year == years[0])


KINDS = (
    FaultKind(
        "workforce.csv", "the heads of the columns White and BME are swapped",
        table(changes.swapped_groups), "swapped", "White and BME look swapped against last year.",
        last_year_only=True,
    ),
    FaultKind(
        "workforce.csv", "the BME staff of the whole trust are ten more than its staff groups have",
        cell(1, "bme", lambda number: str(int(number) + 10)), "groups_do_not_add_up",
        "The staff groups do not add up to the whole workforce.",
    ),
    FaultKind(
        "recruitment.csv", "a number has an apostrophe as thousands separator",
        cell(1, "white", changes.thousands), "thousands_separator",
        "This number is written with a thousands separator.",
    ),
    FaultKind(
        "survey.csv", "the percentages of indicator 5 are fractions of one",
        table(changes.fractions), "percent_as_fraction",
        "This percentage is written as a fraction of one.",
    ),
    FaultKind(
        "survey.csv", "the head of a column is misspelt",
        text(lambda t: t.replace("benchmark_percent", "benchmark_pecrent", 1)),
        "missing_column", "A column is missing.",
    ),
    FaultKind(
        "locality.csv", "the file is in Latin-1 and holds a degree sign", changes.in_latin_1, "",
        "This file is not in UTF-8, so its accented letters and signs cannot be read.",
        severity="", status=ExitStatus.INPUT_MISSING,
    ),
    FaultKind(
        "training.csv", "the table is missing", lambda content: content, "",
        "Nothing: the report says that the figures are not supplied.",
        severity="", status=ExitStatus.DONE, command="wres build", deleted=True,
    ),
    FaultKind(
        "recruitment.csv", "more BME applicants are appointed than shortlisted",
        table(changes.too_many_appointed), "more_appointed_than_shortlisted",
        "More people were appointed than shortlisted.",
    ),
    FaultKind(
        "narrative/introduction.md", "the text names a variable that no report has",
        lambda content: content + b"\nThe ratio was {{< var i2.ration >}} this year.\n", "",
        "There is no variable “i2.ration” in this report.",
        severity="", status=ExitStatus.NARRATIVE_AT_FAULT, command="wres build",
    ),
    FaultKind(
        "disciplinary.csv", "a placeholder stands for a small number",
        cell(1, "bme", lambda _: "<5"), "placeholder",
        "A placeholder stands where a number should.",
    ),
    FaultKind(
        "survey.csv", "a number of people has a percent sign",
        cell(1, "responses", lambda n: n + "%"), "percent_sign",
        "This number is written with a percent sign.",
    ),
    FaultKind(
        "recruitment.csv", "the columns are parted by semicolons",
        text(lambda t: t.replace(",", ";")), "",
        "The columns of this file are parted by semicolons, not commas.",
        severity="", status=ExitStatus.INPUT_MISSING,
    ),
    FaultKind(
        "training.csv", "the table stands under a name of its own", lambda content: content,
        "unknown_file", "No table of the standard has this name, so the file is not read.",
        severity="warning", status=ExitStatus.DONE, renamed="training figures.csv",
    ),
    FaultKind(
        "workforce.csv", "a headcount is in whole-time equivalents",
        cell(-1, "white", lambda number: f"{number}.6"), "not_whole",
        "A number of people is not a whole number.",
    ),
    FaultKind(
        "training.csv", "a number is negative", cell(1, "unknown", lambda number: f"-{number}"),
        "negative", "This number is below zero.",
    ),
    FaultKind(
        "board.csv", "a row is given twice", table(changes.doubled_row), "given_twice",
        "This membership is given twice.",
    ),
    FaultKind(
        "workforce.csv", "a band is none of the standard",
        cell(10, "band", lambda _: "10"), "unknown_band",
        "This is not a pay band of the standard.",
    ),
    FaultKind(
        "board.csv", "more White voting members than White members", table(changes.too_many_voting),
        "more_members_than_board",
        "More members of this kind are counted than sit on the board.",
    ),
    FaultKind(
        "actions.csv", "an action is due on a day that does not exist",
        cell(1, "timeframe", lambda _: "31 February"), "not_a_date",
        "This is written like a date, but there is no such date.",
    ),
    FaultKind(
        "actions.csv", "an action refers to one that the plan does not have",
        table(changes.lost_reference), "unknown_reference",
        "This action refers to an action that the plan does not have.",
    ),
    FaultKind(
        "actions.csv", "an action has no lead", table(changes.without_lead), "no_lead",
        "No one leads this action.", severity="warning", status=ExitStatus.DONE,
    ),
    FaultKind(
        "reported.csv", "last year's BME share is quoted three points too high",
        table(changes.published_otherwise), "published_figure_differs",
        "Last year's published figure differs from last year's data.",
        severity="warning", status=ExitStatus.DONE, needs_last_year=True,
    ),
    FaultKind(
        "survey.csv", "a result is of a survey that was taken after the report's year",
        table(changes.later_survey), "survey_of_a_later_year",
        "This survey is later than the report's.",
    ),
    FaultKind(
        "settings", "a setting is misspelt",
        text(lambda t: t.replace("\nterm:", "\nterms:")), "",
        "There is no setting “terms”.",
        severity="", status=ExitStatus.USAGE, settings=True,
    ),
    FaultKind(
        "actions.csv", "the words of an action hold an emoji",
        cell(1, "action", lambda words: f"{words} 🎯"), "no_letter",
        "This text holds a character that the PDF has no letter for.",
    ),
    FaultKind(
        "facts.csv", "the table has a head and no rows",
        text(lambda t: t.partition("\n")[0] + "\n"), "empty_table",
        "This table has a head, but no rows.",
    ),
)  # fmt: skip
