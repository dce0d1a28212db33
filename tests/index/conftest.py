"""Finished reports to be listed, made in a moment."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from wres_report.index import write_index

REPORT_STYLE = Path(__file__).resolve().parents[2] / "report" / "styles" / "report.css"
WORSE = {"code": "worse", "shape": "▲", "words": "worse for BME staff"}
NOT_SUPPLIED = {"code": "not_supplied", "shape": "○", "words": "not supplied"}
ReportMaker = Callable[..., Path]


def figure(display: str, value: float | None, status: str = "ok") -> dict[str, Any]:
    return {"display": display, "value": value, "status": status, "unit": "ratio"}


def as_built(content: dict[str, Any]) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


@pytest.fixture
def make_report(tmp_path: Path) -> ReportMaker:
    """``make_report("RV9/2021", name="Humber")``: a finished report in ``tmp_path``."""

    def make(
        place: str,
        *,
        values: dict[str, Any] | None = None,
        verdicts: dict[str, Any] | None = None,
        quality: dict[str, Any] | None = None,
        documents: dict[str, int] | None = None,
        older: bool = False,
        **about: Any,
    ) -> Path:
        code, year, *standard = place.split("/")
        folder = tmp_path / place
        folder.mkdir(parents=True)
        results = {
            "trust": code,
            "year": int(year),
            "findings": {"i1": ["A sentence that is nobody's business here."]},
            "values": {"i2.ratio": figure("1.38", 1.3757)} if values is None else values,
            "verdicts": {"i2": WORSE} if verdicts is None else verdicts,
            "words": {"i2.ratio": "not a figure"},
        }
        if standard:
            results["standard"] = standard[0]
        if not older:
            results["report"] = {
                "name": f"Trust {code}", "kind": "full", "term": "BME", "state": "draft",
                "action_year": "2021-22", "published": "", "synthetic": False,
            } | about  # fmt: skip
        text = as_built(results)
        (folder / "results.json").write_text(text, encoding="utf-8")
        told = {"state": "clean", "critical": 0, "warnings": 0} | (quality or {})
        (folder / "quality.json").write_text(json.dumps(told))
        outputs = {"results.json": hashlib.sha256(text.encode()).hexdigest()}
        (folder / "manifest.json").write_text(as_built({"trust_year": place, "outputs": outputs}))
        for name, size in (documents or {"index.html": 1_228_590}).items():
            (folder / name).write_bytes(b"x" * size)
        return folder

    return make


def page_of(out: Path) -> BeautifulSoup:
    return BeautifulSoup(write_index(out).read_text(encoding="utf-8"), "html.parser")


def rows_of(page: BeautifulSoup) -> list[Tag]:
    return page.select("tbody tr")


def cell(row: Tag, name: str) -> str:
    found = row.select_one(f".{name}")
    assert found is not None, f"there is no column {name}"
    return " ".join(found.get_text(" ").split())


def heads_of(page: BeautifulSoup) -> list[str]:
    return [head["class"][0] for head in page.select("thead th")]
