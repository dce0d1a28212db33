"""A build read back from its outputs, and from the pin that keeps it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wres_report.diff.compare import compare
from wres_report.diff.naming import named_build
from wres_report.diff.pins import pin_text, read_pin, whole_build
from wres_report.diff.reading import read_outputs
from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.report.parts.approval import Approved

BOARD = Approved("Board", date(2021, 7, 28), "With thanks")
Results = Callable[[Callable[[dict[str, Any]], None]], Path]


def test_everything_that_a_reviewer_compares_is_read_back(outputs: Path) -> None:
    build = read_outputs(outputs, "kept")
    assert build.trust_year == TrustYear("ZZX", 2021)
    assert build.values["i2.ratio"].display == build.results["values"]["i2.ratio"]["display"]
    assert "{{< var workforce.total >}}" in build.narrative["foreword"]
    assert build.variables["workforce.total"] == "5,188"
    assert set(build.method) == {f"indicator {n}" for n in range(1, 10)} | {
        "groups", "intervals", "verdicts", "trends", "small numbers", "rounding",
    }  # fmt: skip
    assert [action.id for action in build.plan][:2] == ["1.1", "1.2"]
    assert any(action.rag == "Delivered" for action in build.last_plan)
    assert {f"fig-i{n}" for n in range(1, 10)} < set(build.pictures)
    assert all(picture.alt and picture.content for picture in build.pictures.values())
    assert build.pictures["plan-due.png"].alt.startswith("Due dates")


def test_a_section_that_a_trust_did_not_write_is_no_section(built: Path) -> None:
    assert read_outputs(built / "RYC/2017", "kept").narrative == {}


@pytest.mark.parametrize("trust_year", ["LON/2020", "R1L/2021", "RV9/2021", "RX7/2023", "ZZX/2021"])
def test_a_build_does_not_differ_from_itself(built: Path, trust_year: str) -> None:
    build = read_outputs(built / trust_year, "kept")
    assert compare(build, build).total == 0


@pytest.mark.parametrize(
    "name", ["results.json", "report/narrative/foreword.md", "actions.json", "manifest.json"]
)
def test_a_file_that_is_missing_is_told(outputs: Path, name: str) -> None:
    (outputs / name).unlink()
    with pytest.raises(Fault, match="missing") as caught:
        read_outputs(outputs, "kept")
    assert caught.value.status is ExitStatus.INPUT_MISSING
    assert caught.value.where == f"kept/{name}"


def test_a_file_that_was_changed_by_hand_is_told(outputs: Path) -> None:
    path = outputs / "results.json"
    path.write_text(path.read_text(encoding="utf-8").replace("1.38", "1.08"), encoding="utf-8")
    with pytest.raises(Fault, match="changed after the build"):
        read_outputs(outputs, "kept")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda results: results.pop("values"),
        lambda results: results["values"].update({"i2.ratio": {"value": 1}}),
        lambda results: results["values"]["i2.ratio"].update(unit="miles"),
        lambda results: results["values"]["i2.ratio"].update(value=None),
        lambda results: results.update(trust="no code"),
        lambda results: results.update(values=[]),
    ],
)
def test_results_of_another_form_are_told_without_a_traceback(
    with_results: Results, spoil: Callable[[dict[str, Any]], None]
) -> None:
    with pytest.raises(Fault, match="another form") as caught:
        read_outputs(with_results(spoil), "kept")
    assert caught.value.status is ExitStatus.INPUT_MISSING


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"outputs": []}', "nonsense"])
def test_a_manifest_that_is_none_is_told(outputs: Path, text: str) -> None:
    (outputs / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(Fault) as caught:
        read_outputs(outputs, "kept")
    assert caught.value.status is ExitStatus.INPUT_MISSING


def test_a_pin_gives_the_build_back_but_for_the_pictures_themselves(
    outputs: Path, tmp_path: Path
) -> None:
    build = whole_build(outputs, "kept")
    path = tmp_path / "pin.json"
    path.write_text(pin_text(build, BOARD), encoding="utf-8")
    pinned, approved = read_pin(path, "pin.json")
    assert approved == BOARD
    assert pinned.pinned
    assert compare(pinned, build).total == 0
    assert all(picture.content is None for picture in pinned.pictures.values())
    assert path.stat().st_size < 400_000


def test_the_same_build_is_pinned_as_the_same_bytes(built: Path) -> None:
    texts = {pin_text(whole_build(built / "ZZX/2021", "kept"), BOARD) for _ in range(2)}
    assert len(texts) == 1


@pytest.mark.parametrize("name", ["report.pdf", "quality.json", "report/index.qmd"])
def test_a_build_of_which_any_file_is_another_is_not_whole(outputs: Path, name: str) -> None:
    path = outputs / name
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(Fault, match=r"not what its manifest\.json says"):
        whole_build(outputs, "kept")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda pin: pin.pop("results"),
        lambda pin: pin.update(form=99),
        lambda pin: pin["approved"].update(on="yesterday"),
        lambda pin: pin.update(trust_year="RV9/2021"),
        lambda pin: pin["results"]["values"]["i2.ratio"].pop("unit"),
        lambda pin: pin.update(actions=3),
    ],
)
def test_a_pin_that_is_none_is_told(
    outputs: Path, tmp_path: Path, spoil: Callable[[dict[str, Any]], None]
) -> None:
    pin = json.loads(pin_text(read_outputs(outputs, "kept"), BOARD))
    spoil(pin)
    path = tmp_path / "pin.json"
    path.write_text(json.dumps(pin), encoding="utf-8")
    with pytest.raises(Fault, match="no pinned build") as caught:
        read_pin(path, "pins/ZZX/2021.json")
    assert caught.value.where == "pins/ZZX/2021.json"


def test_a_build_is_named_by_its_trust_year_or_its_folder(built: Path) -> None:
    by_name = named_build("ZZX/2021", built, "outputs")
    by_folder = named_build((built / "ZZX/2021").as_posix(), Path("nowhere"), "nowhere")
    assert by_name.name == "outputs/ZZX/2021"
    assert by_name.results == by_folder.results


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("RV9/2031", ExitStatus.INPUT_MISSING),
        ("kept/RV9/2021", ExitStatus.INPUT_MISSING),
        ("nothing.json", ExitStatus.INPUT_MISSING),
        ("nonsense", ExitStatus.USAGE),
        ("", ExitStatus.USAGE),
        ("RV9/21", ExitStatus.USAGE),
    ],
)
def test_what_is_no_build_is_told_by_its_kind(
    tmp_path: Path, name: str, status: ExitStatus
) -> None:
    with pytest.raises(Fault) as caught:
        named_build(name, tmp_path, "outputs")
    assert caught.value.status is status
    assert caught.value.action
