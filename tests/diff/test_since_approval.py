"""The box on the first page: this is the approved version, or what differs from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.diff_tools import RATIO, WORSE, a_build, an_action, percent, ratio
from wres_report.diff.compare import compare
from wres_report.diff.model import Build
from wres_report.diff.pins import pin_text
from wres_report.diff.since import since_approval
from wres_report.faults import Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.measures.value import count
from wres_report.pipeline.approval import write_approval
from wres_report.report.parts.approval import Approved, Since, approval_part
from wres_report.standard import load_standard

BOARD = Approved("Board", date(2021, 7, 28))


def since(old: Build, new: Build) -> Since:
    return since_approval(compare(old, new))


def test_the_approved_version_says_that_it_is() -> None:
    text = approval_part(BOARD, Since())
    assert "This is the version approved by Board on 28 July 2021." in text


def test_a_day_that_is_in_the_name_is_said_once() -> None:
    assert Approved("Board, 28 July 2021", date(2021, 7, 28)).words == "Board, 28 July 2021"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (Since(figures=2, sections=1, actions=3), "2 figures, 1 section and 3 actions differ."),
        (Since(figures=1), "1 figure differs."),
        (Since(verdicts=1, rest=2), "1 verdict and 2 definitions, benchmarks or settings differ."),
        (Since(rest=1), "1 definition, benchmark or setting differs."),
    ],
)
def test_a_later_version_says_how_much_differs(numbers: Since, words: str) -> None:
    assert f"Since then: {words}" in approval_part(BOARD, numbers)


def test_what_a_trust_writes_cannot_be_read_as_markup() -> None:
    approved = Approved("Board :::\n# [x](y)", date(2021, 7, 28), "{{< var x >}}")
    text = approval_part(approved, Since(figures=1, headlines=["a | b"]))
    assert r"\# \[x\](y)" in text
    assert r"{{\< var x \>}}" in text
    assert r"a \| b" in text


def test_headlines_are_told_with_their_indicator() -> None:
    old = a_build(values={"i2.ratio": RATIO}, verdicts={"i2": WORSE})
    new = a_build(values={"i2.ratio": ratio(1.1)})
    told = since(old, new)
    assert (told.verdicts, told.figures) == (1, 1)
    assert told.headlines == [
        "Indicator 2, Appointment from shortlisting, verdict: ▲ worse for BME staff, now absent",
        "Indicator 2, Appointment from shortlisting: 1.50, now 1.10",
    ]


def test_a_figure_that_stands_under_several_keys_is_one_figure() -> None:
    keys = ("i5.bme_percent", "i5.bme_percent.y2020", "i5.bme_percent.change")
    old = a_build(values=dict.fromkeys(keys, percent(30.0)))
    new = a_build(values=dict.fromkeys(keys, percent(33.0)))
    assert since(old, new).figures == 1


def test_an_action_that_changed_in_several_ways_is_one_action() -> None:
    old = a_build(plan=(an_action(),), values={"plan.leads": count(1)})
    new = a_build(plan=(an_action(lead=("A", "B"), timeframe="May 2022"),),
                  values={"plan.leads": count(2)})  # fmt: skip
    assert since(old, new) == Since(actions=1, headlines=[])


def test_neither_the_approval_itself_nor_the_program_is_a_difference() -> None:
    old = a_build(manifest={"code": {"package": "1"}, "inputs": {"params/ZZX/2021.yaml": "1"}})
    new = a_build(
        about={"state": "approved", "published": "July 2021"},
        manifest={"code": {"package": "2"}, "inputs": {"params/ZZX/2021.yaml": "2"}},
    )
    assert since(old, new).total == 0


def test_another_setting_is_a_difference() -> None:
    assert since(a_build(), a_build(about={"term": "BAME"})).rest == 1


def test_a_pin_of_another_trust_year_is_told(built: Path, tmp_path: Path) -> None:
    pin = tmp_path / "pin.json"
    pin.write_text(pin_text(a_build(2020), BOARD), encoding="utf-8")
    with pytest.raises(Fault, match="This pin is of ZZX/2020"):
        write_approval(
            built / "ZZX/2021", pin, "pins/ZZX/2021.json", TrustYear("ZZX", 2021), Path("standards")
        )


def test_the_tenth_metric_is_not_told_as_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    standard = load_standard()
    tenth = replace(standard.indicators[1], id="m10", number=10, label="10", short="board")
    of_ten = replace(standard, indicators=(*standard.indicators, tenth))
    monkeypatch.setattr(Build, "standard", property(lambda _: of_ten))
    old = a_build(values={"m10.ratio": RATIO})
    told = since(old, a_build(values={"m10.ratio": ratio(1.1)}))
    assert [line.partition(":")[0] for line in told.headlines] == ["Indicator 10, Board"]
