"""The ways between them vary whatever could find its way into a report."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wres_report.cli.main import wres
from wres_report.faults import ExitStatus, Fault
from wres_report.verify.ways import WAYS, chosen_ways, surroundings

# What the command takes where no ways are named.
DEFAULT = next(
    option.default for option in wres.commands["verify"].params if option.name == "ways"
).split(",")

pytestmark = pytest.mark.usefixtures("personal")


@pytest.fixture
def personal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What somebody may have set who runs the command."""
    for name in ("TZ", "LC_TIME", "XDG_CONFIG_HOME", "MPLCONFIGDIR", "SOURCE_DATE_EPOCH"):
        monkeypatch.setenv(name, f"mine:{name}")
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["src", str(tmp_path)]))
    monkeypatch.setenv("QUARTO", str(Path("tools") / "quarto"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("factor", ["TZ", "LC_ALL", "USER", "LOGNAME", "PYTHONHASHSEED"])
def test_the_default_ways_differ_from_here_and_from_one_another(factor: str) -> None:
    values = {WAYS[name].variables()[factor] for name in DEFAULT}
    assert len(values | {os.environ.get(factor, "")}) == 3


def test_one_default_way_is_cold_with_one_worker_and_one_warm_with_several() -> None:
    first, second = (WAYS[name] for name in DEFAULT)
    assert (first.runner, first.jobs) == ("cold", 1)
    assert second.runner == "warm"
    assert second.jobs > 1


@pytest.mark.parametrize("name", DEFAULT)
def test_nothing_of_whoever_runs_it_reaches_the_build(tmp_path: Path, name: str) -> None:
    found = surroundings(WAYS[name], tmp_path / "home", tmp_path / "store", None)
    assert not {key: value for key, value in found.items() if value.startswith("mine:")}
    assert found["HOME"] == str(tmp_path / "home")
    assert found["WRES_STORE"] == str(tmp_path / "store")
    assert found["PATH"] == os.environ["PATH"]


def test_the_plain_way_changes_the_place_alone(tmp_path: Path) -> None:
    found = surroundings(WAYS["plain"], tmp_path / "home", tmp_path / "store", None)
    changed = {key for key in os.environ if found.get(key) != os.environ[key]}
    assert changed == {"SOURCE_DATE_EPOCH", "PYTHONPATH", "QUARTO"}
    assert set(found) - set(os.environ) == {"WRES_STORE"} - set(os.environ)


def test_paths_mean_the_same_from_another_folder(tmp_path: Path) -> None:
    found = surroundings(WAYS["cold"], tmp_path, tmp_path, None)
    assert found["PYTHONPATH"].split(os.pathsep)[0] == str(tmp_path / "src")
    assert found["QUARTO"] == str(tmp_path / "tools" / "quarto")


def test_the_date_of_the_manifest_is_that_of_the_new_build(tmp_path: Path) -> None:
    found = surroundings(WAYS["cold"], tmp_path, tmp_path, 86_400)
    assert found["SOURCE_DATE_EPOCH"] == "86400"


def test_the_account_names_what_is_varied() -> None:
    told = str(WAYS["cold"])
    for part in ("--runner cold", "--jobs 1", "TZ=", "LC_ALL=", "USER=", "PYTHONHASHSEED=", "home"):
        assert part in told


@pytest.mark.parametrize("text", ["lukewarm", "", ",", "cold,lukewarm"])
def test_a_way_that_does_not_exist_is_a_fault_of_usage(text: str) -> None:
    with pytest.raises(Fault) as caught:
        chosen_ways(text)
    assert caught.value.status is ExitStatus.USAGE
    assert "cold, warm, plain" in caught.value.action


def test_a_way_that_is_named_twice_is_gone_once() -> None:
    assert [way.name for way in chosen_ways("warm, cold,warm")] == ["warm", "cold"]
