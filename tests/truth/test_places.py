"""Sentences on a trust's place are read back; beside another table they are false."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import Command
from tests.country.trusts import a_dozen, write_table
from tests.truth.oracle import read_back
from tests.truth.page import read_page
from wres_report.peers.of_results import of_results

CODE, YEAR = "ZZX", 2021
NAME = f"{CODE}/{YEAR}"
RANK = re.compile(r"has rank \d")


def test_sentences_on_the_place_of_a_trust_are_true_and_would_be_found_to_be_false(
    built_workspace: Path, repository: Path, wres: Command
) -> None:
    page = built_workspace / "outputs" / NAME / "index.html"
    others = a_dozen(YEAR)
    own = [f for f in of_results(built_workspace / "outputs", {}, YEAR) if f.trust == CODE]
    write_table(built_workspace, [*others, *own])
    done = wres("build", NAME, "--to", "html", "--renderer", "embedded", folder=built_workspace)
    assert done.returncode == 0, done.stderr
    assert sum(bool(RANK.search(s.text)) for s in read_page(page).sentences) == 5
    reading = read_back(page, built_workspace, NAME, repository)
    assert reading.false == []
    assert not [text for text in reading.unjudged if RANK.search(text) or " limit" in text]
    # As many trusts, the other way round: those that were before it are behind it.
    turned = [f._replace(value=1 / f.value) if f.value and f.measure == "ratio" else f
              for f in others]  # fmt: skip
    swap = {"white": "bme", "bme": "white"}
    turned = [f._replace(group=swap[f.group]) if f.indicator == "i2" and f.group in swap else f
              for f in turned]  # fmt: skip
    write_table(built_workspace, [*turned, *own])
    false = [text for text, _ in read_back(page, built_workspace, NAME, repository).false]
    assert any(text.startswith("The relative likelihood has rank") for text in false)
