"""The class ``disclosure``: a stranger who has finished reports and wants what they hide.

All that is published of a trust's two years is read (``published_counts``) and made into one
system of whole numbers (``count_system``). A count that is hidden and can be one number only is
recovered; so is one whose table is found by trying its numbers against a published hash, and one
that stands in what the gate found. Half of the trusts are small, half of the synthetic country.
Every tenth is built whole, in all formats, and its files are read; of the others the notebooks
that count people are run in this process, and what they show is read.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import product
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import yaml

from faults.count_system import GROUPS, SETS, ContradictionError, Count, System, parts
from faults.count_system import Published as Said
from faults.measuring import shown
from faults.outcome import Outcome
from faults.published_counts import read_diff, read_output, read_outputs
from faults.small_trusts import write_small_trust
from wres_report.demo.writing import write_country
from wres_report.inputs.trust_year import TrustYear

NUMBER, QUICK = 400, 6
YEARS = (2020, 2021)
WHOLE = 10  # one in so many is built whole
HASH = re.compile(rb"(?<![0-9a-f])[0-9a-f]{12,64}(?![0-9a-f])")
TO = "html,pdf,docx,results"
COUNTING = ("i1", "i2", "i3", "i4")


def run(folder: Path, seed: int, number: int) -> Iterator[Outcome]:
    """Half small trusts, half trusts of a synthetic country."""
    random = Random(seed)
    root = folder / "small"
    for index in range(number - number // 2):
        code = f"SM{index:03d}"
        write_small_trust(root, code, YEARS, random)
        yield attacked(root, code, whole=index % WHOLE == 0)
    root = folder / "country"
    if number // 2:
        write_country(root, number // 2, range(YEARS[0], YEARS[-1] + 1), seed)
        _by_the_usual_rules(root)
    for index, place in enumerate(sorted((root / "data").glob("ZZ*"))):
        yield attacked(root, place.name, whole=index % WHOLE == 0)


def _by_the_usual_rules(root: Path) -> None:
    """Some invented trusts withhold more, and some nothing; what is attacked is the usual."""
    for path in sorted((root / "params").glob("*/*.yaml")):
        settings = yaml.safe_load(path.read_text(encoding="utf-8"))
        if settings.pop("disclosure", None):
            path.write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


def attacked(root: Path, code: str, *, whole: bool) -> Outcome:
    """What the reports of a trust's years tell; built here, whole or its notebooks alone."""
    case = f"{root.name}/{code}{' (whole)' if whole else ''}"
    said = Said()
    if whole:
        build(root, code)
        for year in YEARS:
            read_outputs(root / "outputs" / code / str(year), year, said)
        read_diff(_diff(root, code), *YEARS, said)
    else:
        for year in YEARS:
            for caption, data in shown(root, TrustYear(code, year), COUNTING):
                read_output(data, caption, year, said, "notebooks")
    truth = true_counts(root / "data" / code)
    told = recovered(said, truth)
    if whole:
        told += tried_hashes(root, code)
        told += told_by_gate(root, code, said)
    detail = "; ".join(told)
    return Outcome("disclosure", case, "recovered" if told else "held", detail)


def build(root: Path, code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wres_report", "build", code, "--renderer", "embedded", "--to", TO],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])


def _diff(root: Path, code: str) -> dict[str, Any]:
    years = [f"{code}/{year}" for year in YEARS]
    done = subprocess.run(
        [sys.executable, "-m", "wres_report", "diff", *years, "--json"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def recovered(
    said: Said, truth: Mapping[Count, int], seconds: list[float] | None = None
) -> list[str]:
    """The hidden counts that can be one number only, and small ones that no table prints.

    truth: all counts, by which it is seen whether what was read was read rightly.
    """
    start = process_time()
    wrong = [f"read wrongly: {c} is {truth[c]}, not {n} ({said.where[c]})"
             for c, n in said.exact.items() if c in truth and truth[c] != n]  # fmt: skip
    if wrong or said.contradictions:
        raise AssertionError("; ".join(wrong + said.contradictions))
    rows: dict[int, list[str]] = {}
    for count in truth:
        if count.column == "total":
            rows.setdefault(count.year, []).append(count.row)
    # No figure stands on those of a tier whose ethnicity is unknown, nor on its total.
    small = {
        count
        for count, number in truth.items()
        if 0 < number < 5
        and not (count.row.startswith("tier/") and count.column in ("unknown", "total"))
    }
    wanted = [count for count in truth if count in said.hidden | small and count not in said.exact]
    shown_small = [f"{count} is printed: {said.exact[count]} ({said.where[count]})"
                   for count in small if count in said.exact]  # fmt: skip
    found = System(said, rows).ranges(sorted(wanted))
    told = []
    for count, (low, high) in found.items():
        if low == high:
            if low != truth[count]:
                raise ContradictionError(f"{count} is {truth[count]}, and not {low}")
            told.append(f"{count} can only be {low}")
    told += [f"{c} stands behind the interval of {said.behind[c]}" for c in wanted
             if c in said.behind]  # fmt: skip
    if seconds is not None:
        seconds.append(process_time() - start)
    said.hidden |= set(wanted)
    return shown_small + told


def true_counts(folder: Path) -> dict[Count, int]:
    """All counts of the tables of a trust, and what they add up to."""
    found: dict[Count, int] = {}
    for year in YEARS:
        for row, numbers in _rows(folder / str(year)):
            for column, number in zip(GROUPS, numbers, strict=True):
                found[Count(year, row, column)] = number
        given = {count.row for count in found if count.year == year}
        for row in ("non_clinical/all", "clinical/all", "medical/all", *SETS, "all"):
            given.add(row)
            for column in GROUPS:
                summed = (found[Count(year, part, column)] for part in parts(row, given))
                found[Count(year, row, column)] = sum(summed)
        for row in given:
            found[Count(year, row, "total")] = sum(found[Count(year, row, g)] for g in GROUPS)
    return found


def _rows(folder: Path) -> Iterator[tuple[str, list[int]]]:
    for table in ("workforce", "recruitment", "disciplinary", "training"):
        with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                name = row.get("stage") or row.get("measure") or ""
                if table == "workforce":
                    if row["band"] == "all":
                        continue
                    name = f"{row['staff_group']}/{row['band']}"
                yield name, [int(row[group]) for group in GROUPS]


def tried_hashes(root: Path, code: str) -> list[str]:
    """The tables of three numbers whose hash, or the start of it, is found by trying numbers."""
    told = []
    outputs = root / "outputs"
    files = [p for p in (outputs / code).rglob("*") if p.is_file()] + [outputs / "index.html"]
    published = {match for path in files for match in HASH.findall(path.read_bytes())}
    starts = {one[:12] for one in published}
    for year in YEARS:
        for table in ("disciplinary", "training"):
            path = root / "data" / code / str(year) / f"{table}.csv"
            head, line, *_ = path.read_text(encoding="utf-8").splitlines()
            name, *numbers = line.split(",")
            rest = numbers[3:]
            tries = (range(max(0, int(n) - 2), int(n) + 3) for n in numbers[:3])
            for guess in product(*tries):
                text = f"{head}\n{','.join([name, *map(str, guess), *rest])}\n"
                for form in (text, text.replace("\n", "\r\n")):
                    if sha256(form.encode()).hexdigest()[:12].encode() in starts:
                        told.append(f"the hash of {path.name} of {year} fits {guess}")
    return told


def told_by_gate(root: Path, code: str, said: Said) -> list[str]:
    """What the gate found in rows with a hidden count, where that number stands in the words."""
    told = []
    for year in YEARS:
        quality = json.loads(
            (root / "outputs" / code / str(year) / "quality.json").read_text(encoding="utf-8")
        )
        told += numbers_told(quality["findings"], root / "data" / code, said)
    return told


def numbers_told(findings: list[dict[str, Any]], folder: Path, said: Said) -> list[str]:
    """Findings on a row of a table in which a hidden count of that row stands as a number."""
    told = []
    for finding in findings:
        path = folder.parents[1] / finding["file"]
        table = path.stem
        if finding["row"] is None or table not in ("workforce", "disciplinary", "training"):
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        if not 1 < finding["row"] <= len(lines):
            continue
        row = dict(zip(lines[0].split(","), lines[finding["row"] - 1].split(","), strict=False))
        name = f"{row['staff_group']}/{row['band']}" if table == "workforce" else row["measure"]
        year = int(path.parent.name)
        text = re.sub(r"fewer than \d+|rows? \d+( and \d+)?|year \d+|\d{4}", "",
                      f"{finding['found']} {finding['expected']}")  # fmt: skip
        numbers = {n.replace(",", "") for n in re.findall(r"(?<![\d.])\d[\d,]*(?![\d.%])", text)}
        for group in GROUPS:
            if Count(year, name, group) in said.hidden and row[group] in numbers:
                told.append(f"{finding['rule']} of {name} {year} says {row[group]}: {text.strip()}")
    return told
