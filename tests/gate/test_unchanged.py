"""What was found sound does not run again, and whatever has changed since does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wres_report.gate import GateResult, run_gate
from wres_report.gate.stacks import Stack
from wres_report.gate.suites import Rule, load_suites
from wres_report.gate.unchanged import broken_in, is_of_one_trust_year
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.standard import load_standard

REPOSITORY = Path(__file__).resolve().parents[2]
THIS, LAST = TrustYear("ZZX", 2021), TrustYear("ZZX", 2020)
BETWEEN = "expect_column_values_to_be_between"


@dataclass
class Known:
    """What is known to be sound, in this process."""

    program: str = "one"
    keys: dict[tuple[TrustYear, str], str] = field(default_factory=dict)

    def key(self, trust_year: TrustYear, suite: str) -> str:
        return self.keys.get((trust_year, suite), "")

    def note(self, trust_year: TrustYear, suite: str, key: str) -> None:
        self.keys[trust_year, suite] = key


@pytest.fixture
def trust(tmp_path: Path) -> Path:
    """The folder of the invented trust's data, in a workspace of its own."""
    return Path(shutil.copytree(REPOSITORY / "data" / "ZZX", tmp_path / "data" / "ZZX"))


def told(trust: Path, sound: Known | None) -> dict[str, Any]:
    results = run_gate(Workspace.open(trust.parents[1]), [THIS], sound=sound)
    return results[THIS].as_dict(published=False)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def another_percentage(trust: Path) -> None:
    lines = (trust / "2021" / "survey.csv").read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    cells[3] = f"{float(cells[3]) + 0.1:.1f}"
    text = "\n".join([lines[0], ",".join(cells), *lines[2:]]) + "\n"
    (trust / "2021" / "survey.csv").write_text(text, encoding="utf-8")


def test_a_second_run_on_the_same_tables_runs_no_suite_that_found_nothing(
    trust: Path, suites_run: list[str]
) -> None:
    known = Known()
    first = told(trust, known)
    found = {key for key, value in known.keys.items() if not value}
    suites_run.clear()
    assert told(trust, known) == first
    assert set(suites_run) == {suite for _, suite in found}
    assert "workforce" not in suites_run


def test_after_a_change_of_the_survey_its_suite_runs_and_those_of_other_tables_do_not(
    trust: Path, suites_run: list[str]
) -> None:
    known = Known()
    told(trust, known)
    another_percentage(trust)
    suites_run.clear()
    again = told(trust, known)
    assert "survey" in suites_run
    assert not {"workforce", "recruitment", "disciplinary", "training", "board"} & set(suites_run)
    assert again == told(trust, None)


def test_a_figure_that_becomes_wrong_is_found_and_one_that_is_put_right_is_sound_again(
    trust: Path,
) -> None:
    known = Known()
    sound = told(trust, known)
    path = trust / "2021" / "board.csv"
    text = path.read_text(encoding="utf-8")
    row = text.splitlines()[1]
    edit(path, row, row.replace(row.split(",")[1], "-3", 1))
    wrong = told(trust, known)
    assert wrong["state"] == "blocked"
    assert wrong == told(trust, None)
    assert told(trust, known) == wrong  # what has found something is looked at each time
    path.write_text(text, encoding="utf-8")
    assert told(trust, known) == sound


@pytest.mark.parametrize("suite", ["board", "agreement"])
def test_a_rule_that_is_changed_runs_on_tables_that_are_not(
    trust: Path, suites_run: list[str], suite: str
) -> None:
    known = Known()
    told(trust, known)
    shutil.copytree(REPOSITORY / "expectations", trust.parents[1] / "expectations")
    path = trust.parents[1] / "expectations" / f"{suite}.json"
    number = next(
        n for n in ("100000", '"max_value": 0', '"max_value": 1') if n in path.read_text()
    )
    edit(path, number, number + ".5")
    suites_run.clear()
    again = told(trust, known)
    assert suite in suites_run
    assert "training" not in suites_run
    assert again == told(trust, None)


def test_another_program_or_another_version_of_a_library_runs_every_suite(
    trust: Path, suites_run: list[str]
) -> None:
    known = Known()
    told(trust, known)
    every = list(suites_run)
    suites_run.clear()
    told(trust, replace(known, program="another"))
    assert suites_run == every


def test_each_spoilt_trust_year_is_told_the_same_whatever_was_sound_before(checked: Any) -> None:
    workspace, asked = checked.workspace, [checked.trust_year(name) for name in checked.codes]
    known = Known()
    first = run_gate(workspace, asked, sound=known)
    again = run_gate(workspace, asked, sound=known)
    for name in checked.codes:
        trust_year = checked.trust_year(name)
        expected = checked.result(name).as_dict(published=False)
        assert first[trust_year].as_dict(published=False) == expected, name
        assert again[trust_year].as_dict(published=False) == expected, name


def test_a_trust_year_that_was_sound_among_others_is_sound_alone(
    checked: Any, suites_run: list[str]
) -> None:
    known = Known()
    asked = [checked.trust_year(name) for name in checked.codes]
    run_gate(checked.workspace, asked, sound=known)
    suites_run.clear()
    alone = checked.trust_year("sound")
    result: GateResult = run_gate(checked.workspace, [alone], sound=known)[alone]
    assert result.as_dict(published=False) == checked.result("sound").as_dict(published=False)
    assert "workforce" not in suites_run


def test_where_all_is_sound_great_expectations_is_not_loaded() -> None:
    program = (
        "import sys\n"
        "from wres_report.gate.stacks import Stack\n"
        "from wres_report.gate.unchanged import broken_in\n"
        "from wres_report.inputs.trust_year import TrustYear\n"
        "from tests.gate.test_unchanged import Known, between\n"
        "stack = Stack({'trust': ['A'], 'year': [2021], 'white': [4]})\n"
        "known, suites = Known(), {'board': [between()]}\n"
        "if sys.argv[1:]:\n"
        "    known.keys[TrustYear('A', 2021, 'wres'), 'board'] = sys.argv[1]\n"
        "assert broken_in(suites, {'board': stack}, 'wres', known) == []\n"
        "print(*known.keys.values(), 'great_expectations' in sys.modules)\n"
    )

    def run(*known: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", program, *known],
            cwd=REPOSITORY, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.split()

    key, loaded = run()
    assert loaded == "True"
    assert run(key) == [key, "False"]


def between(**given: Any) -> Rule:
    kwargs = {"column": "white", "min_value": 0, "max_value": 9} | given
    return Rule("board", 0, BETWEEN, kwargs, "critical", "a_rule", "m", "e", "a")


@pytest.mark.parametrize(
    "rule",
    [
        between(mostly=0.9),
        between(row_condition="white > white.mean()", condition_parser="pandas"),
        between(row_condition="white < white.size", condition_parser="pandas"),
        between(row_condition="index > 3", condition_parser="pandas"),
        between(row_condition="white > @pd.options", condition_parser="pandas"),
        replace(between(), type="expect_column_mean_to_be_between"),
        replace(between(), type="expect_column_values_to_be_unique"),
        replace(
            between(),
            type="expect_compound_columns_to_be_unique",
            kwargs={"column_list": ["trust", "white"]},
        ),
    ],
)
def test_a_rule_that_may_look_at_other_rows_runs_each_time(rule: Rule) -> None:
    assert not is_of_one_trust_year(rule, ["trust", "year", "white"])


def test_every_rule_that_comes_with_the_program_is_of_one_trust_year() -> None:
    # Words that stand in a condition are columns, or it could not run.
    rules = [
        rule
        for suite in load_suites(Workspace.open(REPOSITORY), load_standard()).values()
        for rule in suite
    ]
    assert all(is_of_one_trust_year(rule, rule.reads) for rule in rules)


ROWS = st.lists(
    st.tuples(st.sampled_from("AB"), st.sampled_from([2020, 2021]), st.integers(-1, 10)),
    min_size=1, max_size=6,
)  # fmt: skip
Change = Callable[[list[Any]], list[Any]]


@settings(max_examples=15, deadline=None)
@given(first=ROWS, second=ROWS)
def test_whatever_rows_were_there_before_the_same_rows_are_found_to_break_a_rule(
    first: list[Any], second: list[Any]
) -> None:
    """The oracle is the rule itself: a number from 0 to 9."""
    known = Known()
    for rows in (first, second, first + second):
        trusts, years, numbers = map(list, zip(*rows, strict=True))
        stack = Stack({"trust": trusts, "year": years, "white": numbers})
        broken = broken_in({"board": [between()]}, {"board": stack}, "wres", known)
        expected = tuple(n for n, number in enumerate(numbers) if not 0 <= number <= 9)
        assert [one.positions for one in broken] == ([expected] if expected else [])
