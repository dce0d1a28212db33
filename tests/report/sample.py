"""A small staged project, complete in every section, built without notebooks or data."""

from __future__ import annotations

import base64
import json
import shutil
import struct
import zlib
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from wres_report.report.guarding import add_guard
from wres_report.report.of_standard import filled_sections
from wres_report.report.parts.approval import Approved, Since, approval_part
from wres_report.report.parts.list_table import Cell, Line, bullets, lettered, list_table, paragraph
from wres_report.standard import load_standard

EPOCH = 1617148800  # 31 March 2021
TEMPLATE = Path(__file__).parents[2] / "report"
CARDS = '<div class="origins" id="figures"></div>'


# Drawn pixel by pixel, which takes longer than all the rest of the sample.
@cache
def png(width: int = 240, height: int = 60, colour: tuple[int, int, int] = (18, 67, 109)) -> bytes:
    """A plain picture with a light ground and one coloured bar."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    rows = b""
    for y in range(height):
        bar = height // 3 < y < 2 * height // 3
        row = b"".join(
            bytes(colour) if bar and x > width // 4 else b"\xf0\xf4\xf5" for x in range(width)
        )
        rows += b"\x00" + row
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    # 144 dots to the inch: 5669 to the metre.
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"pHYs", struct.pack(">IIB", 5669, 5669, 1))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def notebook(indicator: int) -> dict[str, object]:
    """An executed notebook with a table, a chart and a finding."""
    table = (
        "| Stage | White | BME | Not stated |\n|:--|--:|--:|--:|\n"
        "| Shortlisted | 855 | 47 | 18 |\n| Appointed | 198 | 17 | 5 |\n"
        "| Total | 1,053 | 64 | 23 |\n"
    )

    def cell(source: str, data: dict[str, object]) -> dict[str, object]:
        return {
            "cell_type": "code",
            "execution_count": None,
            "metadata": {},
            "source": source,
            "id": source.split()[2],
            "outputs": [{"output_type": "display_data", "metadata": {}, "data": data}],
        }

    picture = base64.b64encode(png(1344, 620)).decode()
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            "kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"},
            "language_info": {"name": "python"},
        },
        "cells": [
            {"cell_type": "markdown", "id": "title", "metadata": {}, "source": "# A notebook"},
            cell(
                f'#| label: tbl-i{indicator}\n#| tbl-cap: "Figures of indicator {indicator}, '
                'by stage"\nshow(table)',
                {"text/markdown": table, "text/plain": "table"},
            ),
            cell(
                f'#| label: fig-i{indicator}\n#| fig-cap: "What indicator {indicator} shows, '
                'year by year"\n#| fig-alt: "Bar chart: BME 24.0%, White 22.4%"\nshow(chart)',
                {"image/png": picture, "text/plain": "chart"},
            ),
            cell(
                f"#| label: finding-i{indicator}\nshow(finding)",
                {
                    "text/markdown": "White applicants were **0.64 times** as likely to be "
                    "appointed as BME applicants.",
                    "text/plain": "finding",
                },
            ),
        ],
    }


VARIABLES = {
    "trust": {"name": "Sandmouth NHS Foundation Trust", "code": "ZZX"},
    "report": {
        "year": "2021",
        "snapshot": "31 March 2021",
        "confidence": "95%",
        "action_year": "2021-22",
        "survey": "2020 NHS Staff Survey",
        "published": "July 2021",
        "as_at": "31 July 2021",
    },
    "term": {
        "short": "BME",
        "long": "Black and minority ethnic",
        "meaning": "BME stands for Black and minority ethnic.",
    },
    "i2": {"ratio": "0.64", "white_percent": "23.2%"},
    "i5": {"bme_percent": "24.0%"},
}
VERDICTS = [
    "[▲ worse for BME staff]{.verdict-worse}",
    "[▼ better for BME staff]{.verdict-better}",
    "[● no clear difference]{.verdict-none}",
    "[◇ too few to tell]{.verdict-few}",
    "[○ not supplied]{.verdict-missing}",
]
NAMES = [
    "Ethnicity across the pay bands",
    "Appointment from shortlisting",
    "Formal disciplinary process",
    "Training and development",
    "Harassment from patients or the public",
    "Harassment from staff",
    "Equal opportunities for promotion",
    "Discrimination at work",
    "Board membership",
]


def _fragments() -> dict[str, str]:
    summary = [
        "| Indicator | White | BME | Difference | Last year | Benchmark | Verdict |",
        "|:--|--:|--:|:--|--:|--:|:--|",
    ]
    for i, name in enumerate(NAMES, 1):
        summary.append(
            f"| **{i}** {name} | 23.2% | 36.2% | ![Ratio 0.64, from 0.41 to 0.99, against parity]"
            f"(charts/spark-i{i}.png){{width=1.1in}} | 1.93 | 1.61 | {VERDICTS[i % 5]} |"
        )
    long = (
        "Continue to signpost to the procedure for aggression towards staff, and use incident "
        "reports to support the weekly safety huddle."
    )
    actions = [
        "| No. | Indicator | Objective | Action | Lead | When | Status | Progress |",
        "|--:|:--|:--|:--|:--|:--|:--|:--|",
    ]
    status = ["[Green]{.rag-green}", "[Amber]{.rag-amber}", "[Red]{.rag-red}", "[Blue]{.rag-blue}"]
    for i in range(1, 25):
        actions.append(
            f"| {i} | {i % 9 + 1} | Close the gap for {{{{< var term.long >}}}} staff | {long} | "
            f"Head of Inclusion | Quarterly | {status[i % 4]} | {long} |"
        )
    small = (
        "| Area | Population | BME |\n|:--|--:|--:|\n| East Riding | 337,696 | 3.8% |\n"
        "| Humber | 260,200 | 5.1% |\n| All areas | 597,896 | 4.4% |\n"
    )
    found = {
        "approval.md": approval_part(
            Approved("Board", date(2021, 7, 28)),
            Since(figures=1, actions=2, headlines=["Indicator 2: 1.50, now 0.64"]),
        ),
        "headline.md": "Of the nine indicators, **three are worse for BME staff**, two are better "
        "and four show no clear difference. The widest gap is in discrimination "
        "at work; the best result is appointment from shortlisting.",
        "summary.md": "\n".join(summary) + "\n\n: The nine indicators in one table {#tbl-summary}",
        "indicators.md": "| No. | Indicator | Source |\n|--:|:--|:--|\n"
        + "\n".join(f"| {i} | {n} | Staff records |" for i, n in enumerate(NAMES, 1))
        + "\n\n: The nine indicators and their sources {#tbl-indicators}",
        "locality.md": small + "\n: The area that the trust serves {#tbl-locality}",
        "strengths.md": "- Appointment from shortlisting: the ratio is **0.64**.\n"
        "- Training: no clear difference.",
        "focus.md": "1. Discrimination at work.\n2. Board membership.",
        "verdict-note.md": "::: {.table-note}\n▲ worse · ▼ better\n:::",
        "uncertain.md": "- Training: no clear difference.",
        "answers.md": "The actions stand in [Appendix 2](#sec-actions).",
        "unclear.md": "- Disciplinary process: too few people to tell.",
        "national-introduction.md": "@tbl-national sets the trust beside the country.",
        "national.md": small + "\n: The trust beside the country {#tbl-national}",
        "progress.md": "\n".join(actions)
        + "\n\n: Last year’s plan and its progress {#tbl-progress}",
        "actions.md": _plan(long),
        "standing.md": "## How the plan stands {#sec-standing .unnumbered}\n\n"
        "The plan has 24 actions.\n\n### Notes {.unnumbered}\n\n- One.",
        "last-standing.md": "Last year's plan had 24 actions.",
        "quality.md": small + "\n: Notes of the checks {#tbl-quality}",
        "method.md": "A ratio between 0.80 and 1.25 is commonly read as no adverse difference.\n\n"
        "::: {.callout-note}\n## How to read an interval\nThe true value lies in it "
        "with 95% confidence.\n:::",
        "figures.md": f"``````{{=html}}\n{CARDS}\n``````\n",
        "provenance.md": "See `manifest.json`.\n\n"
        + small
        + "\n: Files that this report was computed from {#tbl-inputs}",
    }
    for i in range(1, 10):
        found[f"i{i}.md"] = (
            f"::: {{.definition}}\nMeasures {NAMES[i - 1].lower()}.\n:::\n\n"
            f"{{{{< embed notebooks/{i}_sample.ipynb#tbl-i{i} >}}}}\n\n"
            f"{{{{< embed notebooks/{i}_sample.ipynb#fig-i{i} >}}}}\n\n"
            "::: {.key-findings}\n"
            f"{{{{< embed notebooks/{i}_sample.ipynb#finding-i{i} >}}}}\n:::\n"
            if i != 4
            else "::: {.not-supplied}\nThe trust has not supplied the table of training.\n:::\n"
        )
    return found


def _plan(long: str) -> str:
    """A plan of groups with cells that span rows and hold paragraphs and lists."""
    lines = [
        Line(
            (
                *([Cell((paragraph(f"**Indicator {n}.** {NAMES[n - 1]}"),), rows=3)] * (i == 0)),
                Cell((paragraph(f"**{n}.{i + 1}** {long}"), lettered(["one step", "another"]))),
                Cell((bullets(["Head of Inclusion", "Head of Resourcing"]),)),
                Cell((paragraph("31 March 2022"),)),
            ),
            new_group=i == 0,
        )
        for n in range(1, 9)
        for i in range(3)
    ]
    heads = ["WRES indicator", "Action", "Lead", "When"]
    return list_table(heads, lines, label="tbl-actions", caption="Action plan", widths=[2, 4, 2, 1])


NARRATIVE = {
    "foreword": "I am glad to present our report. This year {{< var i5.bme_percent >}} of our BME "
    "colleagues met abuse from the public.\n\n::: {.signature}\n**Jo Example**  \n"
    "Director of Workforce\n:::",
    "introduction": "We publish this report every July.",
    "locality": "We serve the coast between two rivers; see @tbl-locality.",
    "indicator-2": "White applicants were {{< var i2.ratio >}} times as likely to be appointed "
    "([@tbl-i2; @fig-i2]). Section numbers such as @sec-i5 and @sec-progress work.\n\n"
    "- one finding\n- another finding",
    "conclusions": "We hold up a mirror to ourselves.",
    "next-steps": "The board returns to this in October, with the table @tbl-actions.",
}
SECTIONS = [
    "foreword",
    "introduction",
    "locality",
    "indicators",
    "leadership",
    "conclusions",
    "next-steps",
    "communications",
    "national-picture",
    *(f"indicator-{i}" for i in range(1, 10)),
]


DOCUMENT = f"{VARIABLES['trust']['name']}: Workforce Race Equality Standard report 2021"


def stage(folder: Path, *, synthetic: bool = True, state: str = "draft") -> Path:
    """Write the sample project into ``folder`` and give it back."""
    shutil.copytree(TEMPLATE, folder, dirs_exist_ok=True)
    for path in (folder / "sections").glob("*.qmd"):
        text = filled_sections(path.read_text(encoding="utf-8"), load_standard())
        path.write_text(text, encoding="utf-8")
    settings = yaml.safe_load((folder / "_quarto.yml").read_text(encoding="utf-8"))
    settings |= {
        "title": "Workforce Race Equality Standard report",
        "subtitle": "Analysis 2021 and action plan 2021-22",
        "author": VARIABLES["trust"]["name"],
        "lang": "en-GB",
        "wres": {
            "trust": VARIABLES["trust"]["name"],
            "document": DOCUMENT,
            "code": "ZZX",
            "year": 2021,
            "years": "WRES 2021 · actions for 2021-22",
            "snapshot": "31 March 2021",
            "state": state,
            "published": "July 2021",
            "synthetic": synthetic,
            "action_year": "2021-22",
            "standard": "Workforce Race Equality Standard",
        },
    }
    (folder / "_quarto.yml").write_text(
        yaml.safe_dump(settings, sort_keys=False, allow_unicode=True), encoding="utf-8"
    )
    (folder / "_variables.yml").write_text(
        yaml.safe_dump(VARIABLES, allow_unicode=True), encoding="utf-8"
    )
    for name in ("fragments", "narrative", "charts", "notebooks"):
        (folder / name).mkdir(exist_ok=True)
    for name, text in _fragments().items():
        (folder / "fragments" / name).write_text(text + "\n", encoding="utf-8")
    for name in SECTIONS:
        text = NARRATIVE.get(name, "<!-- not written -->")
        (folder / "narrative" / f"{name}.md").write_text(text + "\n", encoding="utf-8")
    for i in range(1, 10):
        (folder / "charts" / f"spark-i{i}.png").write_bytes(png(320, 60))
        (folder / "notebooks" / f"{i}_sample.ipynb").write_text(
            json.dumps(notebook(i), indent=1), encoding="utf-8"
        )
    add_guard(folder, [CARDS])
    return folder
