"""A build holds the words against the figures, as strictly as the settings ask."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.binding.reports import Use, changes, narratives, uses
from tests.conftest import BUILT, Command
from tests.functional.test_build import files_below

pytestmark = pytest.mark.functional
SENTENCE = "In the survey 99.9% of BME staff were harassed by patients or the public.\n"
# One figure of each trust-year that has words with figures, in each of two builds.
SLIPS = (
    ("RV9/2021: i8.gap", "ZZX/2020: i3.ratio", "ZZX/2021: workforce.total"),
    ("RV9/2021: national.i3.ratio", "ZZX/2020: i1.bme_percent", "ZZX/2021: facts.sites"),
)


def set_level(workspace: Path, level: str, trust_year: str = "ZZX/2021") -> None:
    path = workspace / f"params/{trust_year}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"claims: {level}\n", encoding="utf-8")


def write_sentence(workspace: Path) -> None:
    path = workspace / "data/ZZX/2021/narrative/indicator-5.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + SENTENCE, encoding="utf-8")


def build(wres: Command, workspace: Path, *more: str):  # type: ignore[no-untyped-def]
    return wres("build", *more, "--to", "html", "--renderer", "embedded", folder=workspace)


def test_a_wrong_figure_stops_a_strict_build_and_leaves_the_outputs_as_they_were(
    built_workspace: Path, wres: Command
) -> None:
    before = files_below(built_workspace / "outputs/ZZX")
    write_sentence(built_workspace)
    set_level(built_workspace, "fail")
    result = build(wres, built_workspace, "ZZX/2021")
    assert result.returncode == 13, result.stderr
    assert "99.9%" in result.stderr
    assert "data/ZZX/2021/narrative/indicator-5.md, line" in result.stderr
    assert "Traceback" not in result.stderr
    assert files_below(built_workspace / "outputs/ZZX") == before


def test_a_wrong_figure_is_told_and_built_where_it_is_to_be_warned_of(
    built_workspace: Path, wres: Command
) -> None:
    write_sentence(built_workspace)
    result = build(wres, built_workspace, "ZZX/2021", "--json")
    assert result.returncode == 0, result.stderr
    assert "99.9%" in result.stderr
    (outcome,) = json.loads(result.stdout)
    assert len(outcome["remarks"]) == 1
    set_level(built_workspace, "off")
    assert "99.9%" not in build(wres, built_workspace, "ZZX/2021").stderr


def test_what_a_build_remarked_on_is_told_again_when_it_is_published(
    built_workspace: Path, wres: Command
) -> None:
    publish = ("publish", "site", "ZZX/2021", "--drafts")
    assert "remarked" not in wres(*publish, folder=built_workspace).stderr
    write_sentence(built_workspace)
    assert build(wres, built_workspace, "ZZX/2021").returncode == 0
    result = wres(*publish, folder=built_workspace)
    assert result.returncode == 0, result.stderr
    assert "ZZX/2021 is published with what its build remarked on" in result.stderr
    assert "99.9%" in result.stderr
    assert (built_workspace / "site/index.html").is_file()


def type_with_a_slip(workspace: Path, use: Use) -> str:
    """Write the figure of a variable with a wrong first digit; return what is written."""
    path = workspace / use.narrative.where
    text = path.read_text(encoding="utf-8")
    assert text == use.narrative.text
    typed = changes(use.printed)[0]
    paragraph = use.before + typed + use.after
    path.write_text(text.replace(use.paragraph, paragraph), encoding="utf-8")
    return typed


def test_the_reports_of_the_repository_pass_the_strictest_level_and_one_digit_stops_them(
    built: Path, built_workspace: Path, wres: Command
) -> None:
    for trust_year in BUILT:
        set_level(built_workspace, "fail", trust_year)
    result = build(wres, built_workspace)
    assert result.returncode == 0, result.stderr
    known = {
        f"{'/'.join(use.narrative.where.split('/')[1:3])}: {use.key}": use
        for narrative in narratives(built)
        for use in uses(narrative)
    }
    for slips in SLIPS:
        tried = [known[name] for name in slips]
        typed = [type_with_a_slip(built_workspace, use) for use in tried]
        result = build(wres, built_workspace, "--json")
        assert result.returncode == 13, result.stderr
        outcomes = {outcome["trust_year"]: outcome for outcome in json.loads(result.stdout)}
        for use, slip in zip(tried, typed, strict=True):
            trust_year = "/".join(use.narrative.where.split("/")[1:3])
            assert outcomes[trust_year]["status"] == 13
            (fault,) = outcomes[trust_year]["faults"]
            assert slip.split("\N{NO-BREAK SPACE}")[0] in fault["what"]
            assert use.narrative.where in fault["where"]
            (built_workspace / use.narrative.where).write_text(use.narrative.text, encoding="utf-8")
