"""Reports that a page of all reports may list, as many as are wanted."""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.index.report import Document, Figure, Report
from wres_report.inputs.trust_year import TrustYear


def many(count: int) -> Iterator[Report]:
    for number in range(count):
        figures = {f"i{i}": Figure(f"{i}.{number}", i + number, "worse", "▲", "worse for BME staff")
                   for i in range(1, 10)}  # fmt: skip
        code, year = f"R{number // 4:04d}", 2020 + number % 4
        yield Report(
            TrustYear(code, year), f"Trust {number // 4} NHS Trust", "full", "BME", "2021-22",
            "draft", "", False, figures, Figure("17", 17), 3, "notes", 0, 3,
            (Document("index.html", 1_200_000), Document("report.pdf", 400_000)),
        )  # fmt: skip
