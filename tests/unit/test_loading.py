"""Libraries load in less time, and are the same for whoever uses them."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from wres_report.loading import load_when_used, without_collecting

PACKAGE = {
    "__init__.py": "",
    "late.py": "print('late is loaded')\nvalue = 7\n",
    "user.py": "from parts import late\ndef use():\n    return late.value\n",
}
PROGRAM = """
from wres_report.loading import load_when_used
load_when_used("parts.late")
import parts.user
print("user is loaded")
print(parts.user.use())
load_when_used("parts.late")
load_when_used("parts.missing")
import parts.late
print(parts.late.value, parts.late is parts.user.late)
"""


def test_a_module_that_is_loaded_when_it_is_used_is_the_same_for_all(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    for name, text in PACKAGE.items():
        (tmp_path / "parts" / name).write_text(text, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines() == ["user is loaded", "late is loaded", "7", "7 True"]


PACKAGE_LATER = """
import sys
from wres_report.loading import load_when_used
load_when_used("parts")
import parts
print("imported", "parts.late" in sys.modules)
import parts.late
print(parts.late.value, parts.__file__ is not None, parts.__name__)
"""


def test_a_package_is_loaded_before_a_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "__init__.py").write_text("print('package')\n", encoding="utf-8")
    (tmp_path / "parts" / "late.py").write_text(PACKAGE["late.py"], encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", PACKAGE_LATER], cwd=tmp_path, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert result.stdout.splitlines() == [
        "imported False", "package", "late is loaded", "7 True parts",
    ]  # fmt: skip


def test_what_fails_as_it_is_loaded_says_so_to_who_asks(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("import no_such_module_at_all\n", encoding="utf-8")
    program = (
        "from wres_report.loading import load_when_used\nload_when_used('broken')\n"
        "import broken\ntry:\n    broken.value\nexcept ImportError as error:\n    print(error)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "no_such_module_at_all" in result.stdout


def test_great_expectations_works_without_the_half_that_is_loaded_when_used() -> None:
    program = """
import sys
import pandas as pd
from wres_report.gate.suites import Rule
from wres_report.gate.validation import validate
words = {"severity": "critical", "name": "r", "message": "", "expected": "", "action": ""}
def rule(order, type, **kwargs):
    return Rule("t", order, type, kwargs, **words)
frame = pd.DataFrame({"x": [1.0, 2.0, 9.0], "position": range(3)})
plain = rule(0, "expect_column_values_to_be_between", column="x", max_value=5)
print([broken.positions for broken in validate({"t": [plain]}, {"t": frame})])
print(type(sys.modules["scipy.stats"]).__name__)
print(type(sys.modules["altair"]).__name__)
from scipy import stats
print(round(float(stats.norm.cdf(0.0)), 2))
import altair.vegalite
print(altair.Chart.__name__)
"""
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines() == ["[(2,)]", "Later", "Later", "0.5", "Chart"]


GATHERER = {
    "__init__.py": (
        "from parts.used import Used\nfrom .late import value, other as another\n"
        "from .more import *\nimport json\nseen = Used\n"
    ),
    "used.py": "class Used: ...\n",
    "late.py": "print('late is loaded')\nvalue, other = 7, 8\n",
    "more.py": "star = 9\n",
}
GATHERED = """
import sys
from wres_report.loading import names_when_used
finders = list(sys.meta_path)
with names_when_used({"parts", "parts.missing"}):
    import parts
print(sys.meta_path == finders, parts.seen is parts.Used, parts.star, parts.json.__name__)
print("value" in dir(parts), "value" in vars(parts))
from parts import another
print(another, parts.value, "value" in vars(parts), hasattr(parts, "nothing"))
try:
    from parts import nothing
except ImportError:
    print("not there")
"""


def test_names_that_a_package_gathers_are_there_when_they_are_used(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    for name, text in GATHERER.items():
        (tmp_path / "parts" / name).write_text(text, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", GATHERED], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert result.stdout.splitlines() == [
        "True True 9 json", "True False", "late is loaded", "8 7 True False", "not there",
    ]  # fmt: skip


@pytest.mark.parametrize("enabled", [True, False])
def test_collecting_is_as_before_after_loading(enabled: bool) -> None:
    before = gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        with without_collecting():
            assert not gc.isenabled()
        assert gc.isenabled() == enabled
    finally:
        gc.enable() if before else gc.disable()


def test_what_is_loaded_or_not_there_is_left_alone() -> None:
    here = sys.modules["wres_report.loading"]
    load_when_used("wres_report.loading")
    assert sys.modules["wres_report.loading"] is here
    load_when_used("wres_report.no_such_module")
    assert "wres_report.no_such_module" not in sys.modules


def test_a_process_that_collects_seldom_does_so_still_and_others_as_before() -> None:
    code = (
        "import gc\n"
        "from wres_report.loading import collect_seldom\n"
        "rounds = []\n"
        "gc.callbacks.append(lambda phase, _: rounds.append(phase))\n"
        "before = [[] for _ in range(10_000)]\n"
        "told = len(rounds)\n"
        "collect_seldom()\n"
        "rounds.clear()\n"
        "few = [[] for _ in range(10_000)]\n"
        "told_few = len(rounds)\n"
        "many = [[] for _ in range(100_000)]\n"
        "print(told > 0, told_few, len(rounds) > 0, gc.isenabled())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "0", "True", "True"]


@pytest.mark.parametrize(("seldom", "kept_apart"), [(True, True), (False, False)])
def test_what_a_process_that_collects_seldom_has_loaded_is_not_looked_through(
    seldom: bool, kept_apart: bool
) -> None:
    code = (
        "import gc, sys\n"
        "from wres_report.loading import collect_seldom, without_collecting\n"
        f"collect_seldom() if {seldom} else None\n"
        "with without_collecting():\n"
        "    loaded = [[] for _ in range(200_000)]\n"
        "found = []\n"
        "gc.callbacks.append(lambda phase, _: found.append(phase))\n"
        "more = [[] for _ in range(1_000)]\n"
        "print(gc.get_freeze_count() > 200_000, not found, gc.isenabled())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(kept_apart), str(kept_apart), "True"]
