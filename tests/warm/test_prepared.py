"""The prepared process: it stays as it was, and its notebooks do not see it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.warm.conftest import Runs, python, write_notebooks

PROGRAM = Path(__file__).with_name("program.py")
CHANCE = "import random, numpy\n[random.random(), numpy.random.rand()]"
CELLS = {
    "look": [
        "import json, logging, os, sys, warnings",
        "loaded = sorted({'sqlite3', 'csv', 'matplotlib'} & set(sys.modules))\n"
        "kept = [loaded, sys.argv[1:2], __name__, logging.getLogger().handlers]\nkept",
        "warnings.warn('seen')\nlogging.warning('logged')",
        "import matplotlib, matplotlib.pyplot as plt\nplt.plot([1])",
        "matplotlib.rcParams['lines.linewidth'], matplotlib.get_backend(), plt.get_fignums()",
        "'OWN' in os.environ, 'mine' in sys.path, hasattr(__builtins__, 'own')",
        "from tqdm.auto import tqdm\ntqdm.__name__",
        "import gc\ngc.get_threshold()",
    ],
    "number_1": [CHANCE],
    "number_2": [CHANCE],
}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a program that draws, logs and records warnings found before and after its notebooks."""
    folder = tmp_path_factory.mktemp("program")
    write_notebooks(folder / "in", CELLS)
    result = python(str(PROGRAM), "argument", folder=folder, OWN="1")
    assert result.returncode == 0, result.stderr
    found: dict[str, Any] = json.loads((folder / "found.json").read_text(encoding="utf-8"))
    return found | {"stderr": result.stderr}


def test_the_program_is_after_its_notebooks_as_it_was_before(program: dict[str, Any]) -> None:
    assert program["before"] == program["after"]


def test_the_log_of_the_program_stays_open(program: dict[str, Any]) -> None:
    assert program["log"].splitlines() == ["before", "prepared", "after"]


def test_a_notebook_looks_for_garbage_as_often_as_in_a_new_process(program: dict[str, Any]) -> None:
    new = python("-c", "import gc\nprint(gc.get_threshold())", folder=Path.cwd()).stdout.strip()
    assert new in text(program["look"][-1])
    assert program["before"]["collecting"][0] == 54_321


def test_all_notebooks_ran_warm(program: dict[str, Any]) -> None:
    assert program["cold"] == ["", "", "", ""]
    assert "without the warm engine" not in program["stderr"]


def test_a_module_is_loaded_when_it_was_prepared(program: dict[str, Any]) -> None:
    assert "sqlite3" in text(program["look"][1])


def test_a_notebook_does_not_see_the_settings_of_the_program(program: dict[str, Any]) -> None:
    look = program["look"]
    assert "['-f'], '__main__', []]" in text(look[1])
    assert "UserWarning: seen" in text(look[2])
    assert "WARNING:root:logged" in text(look[2])
    assert text(look[4]) == "(1.5, 'module://matplotlib_inline.backend_inline', [])"
    assert text(look[5]) == "(False, False, False)"


def test_a_picture_is_shown_although_the_program_has_drawn_before(program: dict[str, Any]) -> None:
    assert "image/png" in [kind for output in program["look"][3] for kind in output.get("data", {})]


def test_a_bar_is_that_of_a_notebook_although_the_program_has_shown_one(
    program: dict[str, Any],
) -> None:
    assert "IProgress not found" in text(program["look"][6])


def test_each_notebook_has_its_own_chance(program: dict[str, Any]) -> None:
    one, other = (json.loads(text(program[name][0]).replace("'", '"')) for name in
                  ("number_1", "number_2"))  # fmt: skip
    assert [a for a, b in zip(one, other, strict=True) if a == b] == []


def text(outputs: list[dict[str, Any]]) -> str:
    return "".join(o.get("text", o.get("data", {}).get("text/plain", "")) for o in outputs)


def test_settings_and_start_up_files_of_ipython_are_obeyed(tmp_path: Path) -> None:
    profile = tmp_path / "ipython" / "profile_default"
    (profile / "startup").mkdir(parents=True)
    (profile / "startup" / "first.py").write_text("import math\nloaded = math.pi", encoding="utf-8")
    (profile / "ipython_config.py").write_text(
        "c.InteractiveShell.ast_node_interactivity = 'all'", encoding="utf-8"
    )
    write_notebooks(tmp_path / "in", {"plain": ["loaded\n'second'"]})
    (tmp_path / "out").mkdir()
    arguments = ["-m", "tests.warm.running", "warm", str(tmp_path / "in"), str(tmp_path / "out")]
    result = python(*arguments, IPYTHONDIR=str(tmp_path / "ipython"))
    assert result.returncode == 0, result.stderr
    outputs = Runs(tmp_path / "out")["plain"].executed.cells[0].outputs
    assert [text([one]) for one in outputs] == ["3.141592653589793", "'second'"]
