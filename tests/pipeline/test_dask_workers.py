"""A worker of dask that is not like this machine is refused, with what differs."""

from __future__ import annotations

import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.pipeline.dask_workers import _refuse_others, describe

WORKER = "tcp://10.0.0.7:3456"


@pytest.fixture
def here(repository: object) -> dict[str, str]:
    return describe(str(repository))


def test_workers_that_are_like_this_machine_are_taken(here: dict[str, str]) -> None:
    _refuse_others({WORKER: dict(here) | {"processes of its own": "allowed"}}, here)


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("version of pandas", "0.1", "Install on the worker"),
        ("program", "other", "Install on the worker"),
        ("platform", "darwin arm64", "Install on the worker"),
        ("folder of the workspace", "not seen", "same folder"),
        ("processes of its own", "forbidden", "DASK_DISTRIBUTED__WORKER__DAEMON"),
    ],
)
def test_a_worker_that_differs_is_refused_with_what_to_do(
    here: dict[str, str], name: str, value: str, advice: str
) -> None:
    other = dict(here) | {"processes of its own": "allowed", name: value}
    with pytest.raises(Fault) as caught:
        _refuse_others({WORKER: other}, here)
    assert caught.value.status is ExitStatus.INPUT_MISSING
    assert WORKER in caught.value.what
    assert name in caught.value.what
    assert advice in caught.value.action


def test_a_worker_without_the_package_is_refused(here: dict[str, str]) -> None:
    error = ModuleNotFoundError("No module named 'wres_report'")
    with pytest.raises(Fault, match="cannot run this build: No module"):
        _refuse_others({WORKER: error}, here)


def test_a_cluster_without_workers_is_told(here: dict[str, str]) -> None:
    with pytest.raises(Fault, match="no workers"):
        _refuse_others({}, here)
