"""Reads all that finished reports say about the counts of a trust, as a stranger would.

A figure is taken from wherever it stands: ``results.json``, its workbook, the tables and text of
executed notebooks, of the staged project, of the page, the PDF and the Word file, and what ``wres
diff`` tells. Nothing but the files is read, and their words are those that anybody can read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from faults.count_system import BANDS, COLUMNS, Count, Linear, Published, Ratio
from wres_report.documents.reading import read_document

Z = 1.959963984540054  # of the 95% intervals that are printed
CAPTIONS = {
    "The workforce by staff group": "groups",
    "Non-clinical staff by band": "non_clinical",
    "Clinical staff by band": "clinical",
    "Medical and dental staff by grade": "medical",
    "Applicants shortlisted and appointed": "recruitment",
    "Staff entering the formal disciplinary process": "disciplinary",
    "Staff taking up non-mandatory training and CPD": "training",
}
LABELS = {
    "groups": {
        "Non-clinical": "non_clinical/all", "Clinical": "clinical/all",
        "Medical and dental": "medical/all", "Bands 1 to 4 and under": "cluster/1-4",
        "Bands 5 to 7": "cluster/5-7", "Bands 8a to 9 and VSM": "cluster/8a-vsm",
        "All staff": "all",
    },
    "medical": {
        "Consultants": "medical/consultant",
        "of which senior medical managers": "medical/senior_medical_manager",
        "Non-consultant career grades": "medical/career_grade",
        "Trainee grades": "medical/trainee", "Other medical and dental": "medical/other",
        "Medical and dental, all": "medical/all",
    },
    "recruitment": {"Shortlisted": "shortlisted", "Appointed": "appointed"},
    "disciplinary": {"Workforce": "all", "Entered the disciplinary process": "entered"},
    "training": {"Workforce": "all", "Took up training or CPD": "accessed"},
}  # fmt: skip
BAND_LABELS = {
    "Under band 1": "under_1", "Very senior manager": "vsm",
    **{f"Band {band}": band for band in BANDS[1:-1]},
}  # fmt: skip
HEADS = {"White": "white", "BME": "bme", "Not stated": "unknown", "Unknown": "unknown",
         "Total": "total", "BME share": "share"}  # fmt: skip
WORKBOOK_COLUMNS = {
    "Key": "key", "Figure": "shown", "Value": "value", "Unit": "unit", "Interval from": "low",
    "Interval to": "high", "People": "n",
}  # fmt: skip
TABLE_LABEL = re.compile(r"#\| tbl-cap: \"(.+)\"")
CELL = re.compile(r"^[\d,]+$")
# Indicator: its cases, the group they are of, and which of the two stands on top of its ratio.
RATES = {
    "i2": ("appointed", "shortlisted", "white"),
    "i3": ("entered", "all", "bme"),
    "i4": ("accessed", "all", "white"),
}
TOLD = (
    (re.compile(r"([\d,]+) of ([\d,]+) staff are BME"), (("all", "bme"), ("all", "total"))),
    (re.compile(r"the ([\d,]+) BME staff work"), (("all", "bme"),)),
    (re.compile(r"against [\d.]+% of all ([\d,]+) staff"), (("all", "total"),)),
)
LAST_YEAR_TOLD = re.compile(r"Last year the share was [\d.]+% \(([\d,]+) people\)")


def read_outputs(folder: Path, year: int, into: Published) -> None:
    """All files of one finished report, ``outputs/<code>/<year>``."""
    read_results(json.loads((folder / "results.json").read_text(encoding="utf-8")), year, into)
    if (folder / "results.xlsx").exists():
        read_workbook(folder / "results.xlsx", year, into)
    for path in sorted(folder.rglob("*.ipynb")):
        read_notebook(json.loads(path.read_text(encoding="utf-8")), year, into, path.name)
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".md", ".qmd"):
            read_text(path.read_text(encoding="utf-8"), year, into, path.name)
    for name in ("index.html", "report.docx", "report.pdf"):
        if (folder / name).exists():
            read_made_document(folder / name, year, into)


def read_results(results: Mapping[str, Any], year: int, into: Published) -> None:
    """``results.json``, or what a notebook hands over."""
    for key, figure in {**results["values"], **results.get("of_tables", {})}.items():
        _figure(key, figure, year, into)


def read_workbook(path: Path, year: int, into: Published) -> None:
    """The sheets of a workbook that have a row for each figure."""
    for sheet in load_workbook(path):
        head: tuple[object, ...] = ()
        for row in sheet.iter_rows(values_only=True):
            if {"Key", "Value"} <= set(row):
                head = row
                continue
            figure = dict(zip(map(WORKBOOK_COLUMNS.get, head), row, strict=False))
            if figure.get("key"):
                figure["status"] = "ok" if figure["value"] is not None else figure["shown"]
                _figure(str(figure["key"]), figure, year, into)


def read_notebook(notebook: Mapping[str, Any], year: int, into: Published, name: str) -> None:
    """What an executed notebook shows, in each form in which it keeps it."""
    for cell in notebook["cells"]:
        caption = TABLE_LABEL.search("".join(cell["source"]))
        for output in cell.get("outputs", []):
            read_output(output.get("data", {}), caption[1] if caption else "", year, into, name)


def read_output(
    data: Mapping[str, Any], caption: str, year: int, into: Published, name: str
) -> None:
    """What one cell shows, by media type."""
    for kind, content in data.items():
        if kind.startswith("text/"):
            text = "".join(content)
            read_rows(_markdown_rows(text), caption, year, into, name)
            read_text(text, year, into, name)
        elif kind.endswith("results+json"):
            read_results(content, year, into)


def read_made_document(path: Path, year: int, into: Published) -> None:
    """A page, a PDF or a Word file: its tables and sentences."""
    for passage in read_document(path).passages:
        caption = passage.caption or (passage.headings[-1] if passage.headings else "")
        caption = re.sub(r"^Table \d+: ", "", caption)
        if passage.cells:
            read_rows([passage.head, passage.cells], caption, year, into, path.name)
        read_text(passage.text, year, into, path.name)


def read_text(text: str, year: int, into: Published, name: str) -> None:
    """Sentences in which counts stand."""
    for pattern, counts in TOLD:
        for match in pattern.finditer(text):
            for (row, column), number in zip(counts, match.groups(), strict=True):
                into.is_exactly(Count(year, row, column), _number(number), name)
    for match in LAST_YEAR_TOLD.finditer(text):
        into.is_exactly(Count(year - 1, "all", "bme"), _number(match[1]), name)


def read_diff(told: Mapping[str, Any], old: int, new: int, into: Published) -> None:
    """What ``wres diff --json`` of two years of a trust tells."""
    for tier in told["tiers"]:
        for change in tier["changes"]:
            for side, year in (("old", old), ("new", new)):
                shown = str(change.get(side) or "")
                if change.get("kind") == "figure" and CELL.match(shown):
                    figure = {"value": _number(shown), "unit": "count", "status": "ok"}
                    _figure(change["key"], figure, year, into)


def read_rows(
    rows: Iterable[Sequence[str]], caption: str, year: int, into: Published, name: str
) -> None:
    """The rows of a table whose title tells what they count; the first is the head."""
    table = next((CAPTIONS[title] for title in CAPTIONS if caption == title), None)
    head: list[str] = []
    for row in rows:
        cells = [cell.replace("\\", "").strip(" *") or cell.strip() for cell in row]
        if not head:
            head = [HEADS.get(cell, "") for cell in cells]
            continue
        label = _row_of(table, cells[0]) if table else None
        if label is None:
            continue
        for column, cell in zip(head, cells, strict=False):
            count = Count(year, label, column)
            if column == "share" and cell.endswith("%"):
                into.is_share(
                    Count(year, label, "bme"), Count(year, label, "total"),
                    float(cell[:-1]), _half(cell[:-1]),
                )  # fmt: skip
            elif column in COLUMNS and CELL.match(cell):
                into.is_exactly(count, _number(cell), name)
            elif column in COLUMNS and "*" in cell:
                into.hidden.add(count)


def _row_of(table: str, label: str) -> str | None:
    if table in LABELS:
        return LABELS[table].get(label)
    if label.endswith(", all"):
        return f"{table}/all"
    return f"{table}/{BAND_LABELS[label]}" if label in BAND_LABELS else None


def _markdown_rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line.startswith("|") and not re.match(r"^\|[ :|-]+\|$", line):
            # A lone star is a figure that is hidden; a bold one stands between stars.
            yield [re.sub(r"^\*\*(.+)\*\*$", r"\1", c.strip()) for c in line.strip("|").split("|")]


def _figure(key: str, figure: Mapping[str, Any], year: int, into: Published) -> None:
    if key.endswith(".benchmark"):
        return
    shown = figure["status"] == "ok" and figure.get("value") is not None
    if key.endswith(".change"):
        if shown:
            _change(key.removesuffix(".change"), figure["value"], year, into)
        return
    name, at = key.removesuffix(".previous"), year - key.endswith(".previous")
    if count := _count_of(name, at):
        if shown:
            into.is_exactly(count, figure["value"], "results.json")
        elif figure["status"] == "suppressed":
            into.hidden.add(count)
    elif shown and (pair := _share_of(name, at)):
        _share(pair, figure, into)
    elif shown and (counts := _ratio_of(name, at)):
        half = _half(str(figure["value"]))
        into.ratios.append(Ratio(counts, figure["value"] - half, figure["value"] + half))
        _behind(key, figure, counts, into)


def _share(pair: tuple[Count, Count], figure: Mapping[str, Any], into: Published) -> None:
    part, whole = pair
    if figure.get("numerator") is not None:
        into.is_exactly(part, figure["numerator"], "results.json, numerator")
    if figure.get("n") is not None:
        into.is_exactly(whole, figure["n"], "results.json, n")
    percent, low, high = figure["value"], figure.get("low"), figure.get("high")
    if low is not None and high is not None and 0 < percent < 100:
        # Wilson's interval has its middle at (p + t/2) ÷ (1 + t), with t = z² ÷ n.
        share, middle = percent / 100, (low + high) / 200
        if abs(middle - 0.5) > 1e-3:
            t = (share - middle) / (middle - 0.5)
            people = round(Z * Z / t) if t > 1e-9 else 0
            if people and abs(people * t / (Z * Z) - 1) < 0.2 / people:
                into.is_exactly(whole, people, "results.json, interval")
    into.is_share(part, whole, percent, _half(str(percent)))


def _change(name: str, value: float, year: int, into: Published) -> None:
    # Its interval is made of those of the two years, which are read where they stand.
    now, then = _count_of(name, year), _count_of(name, year - 1)
    if now and then:
        into.lines.append(Linear({now: 1, then: -1}, value, value))


def _behind(key: str, figure: Mapping[str, Any], counts: Iterable[Count], into: Published) -> None:
    if figure.get("low") is not None and figure.get("high") is not None:
        into.behind.update(dict.fromkeys(counts, key))


def _count_of(name: str, year: int) -> Count | None:
    indicator, _, rest = name.partition(".")
    rest, _, column = rest.rpartition("_") if indicator != "workforce" else ("all", "", rest)
    if column not in COLUMNS or not rest:
        return None
    row = _result_row(indicator, rest)
    return None if row is None else Count(year, row, column)


def _result_row(indicator: str, rest: str) -> str | None:
    if indicator == "workforce":
        return "all"
    if indicator in RATES:
        cases, group, _ = RATES[indicator]
        return {cases: cases, group: group, "workforce": "all"}.get(rest)
    if indicator != "i1":
        return None
    if rest.startswith("cluster_"):
        return f"cluster/{rest.removeprefix('cluster_').replace('_', '-')}"
    if rest in ("all", "staff"):
        return "all"
    for group in ("non_clinical", "clinical", "medical"):
        if rest == group:
            return f"{group}/all"
        if rest.startswith(f"{group}_"):
            return f"{group}/{rest.removeprefix(f'{group}_')}"
    return None


def _share_of(name: str, year: int) -> tuple[Count, Count] | None:
    indicator, _, rest = name.partition(".")
    if indicator in RATES and rest.endswith("_percent"):
        cases, group, _ = RATES[indicator]
        column = rest.removesuffix("_percent")
        return Count(year, cases, column), Count(year, group, column)
    if indicator != "i1":
        return None
    if rest in ("bme_percent", "white_percent", "unknown_percent"):
        return Count(year, "all", rest.removesuffix("_percent")), Count(year, "all", "total")
    if rest == "senior_bme_percent":
        rest = "cluster_8a_vsm_bme_percent"
    whole = {"_share": ("all", "bme"), "_bme_percent": (None, "total")}
    for ending, (of, column) in whole.items():
        if rest.endswith(ending):
            row = _result_row("i1", rest.removesuffix(ending))
            if row is not None:
                return Count(year, row, "bme"), Count(year, of or row, column)
    return None


def _ratio_of(name: str, year: int) -> tuple[Count, Count, Count, Count] | None:
    indicator, _, rest = name.partition(".")
    if indicator in RATES and rest == "ratio":
        cases, group, top = RATES[indicator]
        bottom = "bme" if top == "white" else "white"
        return (
            Count(year, cases, top), Count(year, group, top),
            Count(year, cases, bottom), Count(year, group, bottom),
        )  # fmt: skip
    if match := re.fullmatch(r"disparity_(\w+)_(\w+)", rest):
        low, high = (f"tier/{tier}" for tier in match.groups())
        return (
            Count(year, low, "bme"), Count(year, high, "bme"),
            Count(year, low, "white"), Count(year, high, "white"),
        )  # fmt: skip
    return None


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _half(text: str) -> float:
    decimals = len(text.partition(".")[2])
    return 0.5 * 10.0**-decimals + 1e-12
