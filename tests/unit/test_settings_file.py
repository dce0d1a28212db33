"""What YAML allows and no settings file may do is told with its row and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.params import read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

FILE = "params/RV9/2021.yaml"


def read(folder: Path, text: str | bytes):
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_params(Workspace(folder.resolve()), TrustYear("RV9", 2021))


BOMB = "k0: &a0 [x, x, x]\n" + "".join(
    f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
# What is wrong: the file, the place, a part of what is said.
WRONG = {
    "a group twice": (
        "name: A\ndisclosure:\n  minimum_count: 5\ndisclosure:\n  minimum_count: 1\n",
        "row 4", "“disclosure” stands twice, first in row 2",
    ),
    "a setting twice": ("name: A\nname: B\n", "row 2", "stands twice"),
    "twice, once in quotes": ('name: A\n"name": B\n', "row 2", "stands twice"),
    "twice in a group": (
        "name: A\ndisclosure:\n  reason: x\n  enabled: true\n  reason: y\n", "row 5",
        "“disclosure.reason” stands twice",
    ),
    "twice in a list": (
        "name: A\nplan:\n  columns:\n    - {show: action, heading: X, heading: Y}\n", "row 4",
        "stands twice",
    ),
    "no number": ("name: A\nconfidence: .nan\n", "row 2, confidence", "reckoned with"),
    "no end": ("name: A\nconfidence: .inf\n", "row 2, confidence", "reckoned with"),
    "a blank reason": (
        "name: A\ndisclosure:\n  enabled: false\n  reason: '  '\n", "row 2, disclosure",
        "no reason is given",
    ),
    "nothing hidden": (
        "name: A\ndisclosure: {minimum_count: 1}\n", "row 2, disclosure.minimum_count",
        "nothing is hidden",
    ),
    "no year hidden": (
        "name: A\ndisclosure: {minimum_responses: 1}\n", "row 2, disclosure.minimum_responses",
        "nothing is hidden",
    ),
    "years apart": ('name: A\naction_year: "2021-35"\n', "row 2, action_year", "the next one"),
    "far years": ('name: A\naction_year: "2051-52"\n', "row 2, action_year", "far from the WRES"),
    "itself": ("name: A\nplan: &p\n  columns: [*p]\n", "row 3", "that it is in"),
    "a bomb": (BOMB, "row 5", "more than 20,000"),
    "a merge": ("name: A\n<<: {term: BAME}\n", "row 2", "“<<”"),
    "very deep": ("name: " + "[" * 500 + "]" * 500 + "\n", "row 1", "deep inside"),
    "very deep in blocks": (
        "".join(" " * n + f"k{n}:\n" for n in range(600)), "row", "deep inside",
    ),
    "a second document": ("name: A\n---\nname: B\n", "row 2", "second document"),
    "a list as a name": ("? [a, b]\n: 1\n", "row 1", "cannot be a list"),
    "a control character": ('name: "A\\x00B"\n', "row 1, name", "U+0000"),
    "a raw control character": (b"name: A\nunknown_label: \x01\n", "row 2", "not valid YAML"),
    "a very long name": ("name: " + "A" * 100_000 + "\n", "row 1, name", "characters"),
    "a long name": ("name: " + "A" * 300 + "\n", "row 1, name", "300 characters"),
    "a name of two lines": ('name: "A\\nB"\n', "row 1, name", "one line"),
    "a blank name": ("name: '   '\n", "row 1, name", "one line"),
    "a very large file": ("name: A\n" + "# x\n" * 60_000, FILE, "characters"),
    "an object": ("name: !!python/object/apply:os.getcwd []\n", "row 1", "not valid YAML"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_trick_of_yaml_is_told_with_its_row_and_what_to_do(tmp_path: Path, case: str) -> None:
    text, place, said = WRONG[case]
    with pytest.raises(Fault) as caught:
        read(tmp_path, text)
    fault = caught.value
    assert fault.status is ExitStatus.USAGE
    assert fault.where.startswith(FILE)
    assert place in fault.where
    assert said in fault.what
    assert fault.action
    assert len(str(fault)) < 1500


def test_what_is_usual_in_yaml_is_read(tmp_path: Path) -> None:
    params = read(
        tmp_path,
        "---\n# a remark\nname: &unused Example Trust\nas_at: 2021-09-29\n"
        "disclosure:\n  minimum_count: 1\n  reason: small numbers were published before\n"
        "plan:\n  aims: {1: higher, 2: 1.0}\n  columns:\n"
        "    - {show: [action, lead], heading: What}\n    - {show: [action], heading: What}\n",
    )
    assert params.name == "Example Trust"
    assert params.disclosure.minimum_count == 1
    assert [column.heading for column in params.plan.columns] == ["What", "What"]


def test_a_part_that_is_written_once_and_named_twice_is_read(tmp_path: Path) -> None:
    params = read(
        tmp_path, "name: A\nplan: &p\n  legend: [{state: Done, done: true}]\nlast_plan: *p\n"
    )
    assert params.plan.legend == params.last_plan.legend


def test_a_mistake_in_a_list_is_told_with_its_row(tmp_path: Path) -> None:
    with pytest.raises(Fault) as caught:
        read(tmp_path, "name: A\nplan:\n  columns:\n    - {show: action, heading: A}\n"
                       "    - {show: value, heading: B}\n")  # fmt: skip
    assert caught.value.where == f"{FILE}, row 5, plan.columns.1"
