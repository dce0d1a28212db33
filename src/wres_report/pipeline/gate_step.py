"""The gate step: checks the data of many trust-years at once, in a process of its own.

Great Expectations takes seconds to load and a quarter of a gigabyte; the process ends with it. It
loads this module and none that plans a build.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from wres_report.faults import ExitStatus, Fault
from wres_report.finished.files import QUALITY
from wres_report.inputs.params import Params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.loading import collect_seldom
from wres_report.pipeline.keeping import keep
from wres_report.pipeline.outputs import json_bytes
from wres_report.pipeline.sound import KeptSound
from wres_report.processes import end_with_parent
from wres_report.store import StepRecord, Store


@dataclass(frozen=True)
class ToCheck:
    """key: of the gate's step of the trust-year. inputs: hash by path of its files."""

    trust_year: TrustYear
    key: str
    params: Params
    inputs: Mapping[str, str]


@dataclass(frozen=True)
class GateTask:
    """root: of the workspace. store: the folder of the store. program: identifies all that the
    rules run with. fresh: whether every rule is to run, whatever it has found before."""

    root: Path
    store: Path
    to_check: Sequence[ToCheck]
    program: str
    fresh: bool = False


@dataclass(frozen=True)
class GateDone:
    """record is None where the gate stops the trust-year; then findings say why, in full."""

    trust_year: TrustYear
    record: StepRecord | None
    status: ExitStatus = ExitStatus.DONE
    findings: tuple[str, ...] = ()
    fault: Fault | None = None


def answer_tasks(
    tasks: Connection[Any, GateTask],
    answers: Connection[list[GateDone] | Exception, Any],
    load: bool,
) -> None:
    """Be the process of the gate: answer each task in turn, until there will be no more.

    load: whether Great Expectations is loaded at once, before there is a task. Ctrl-C is not
    heard: the process that asked ends this one.
    """
    end_with_parent()
    collect_seldom()
    if load:
        get_ready()
    while True:
        try:
            task = tasks.recv()
        except EOFError:
            return
        try:
            answers.send(check_data(task))
        except Exception as error:
            answers.send(error)


def get_ready() -> None:
    """Load what a check needs. What goes wrong, the first task tells."""
    with contextlib.suppress(Exception):
        from wres_report.gate.validation import load

        load()


def check_data(task: GateTask) -> list[GateDone]:
    """The gate's decision on each trust-year.

    Only what may be published is kept in the store: the findings of a blocked trust-year hold
    cells of its data.
    """
    from wres_report.gate import run_gate

    store = Store(task.store)
    sound = KeptSound(store, task.program, fresh=task.fresh)
    done = []
    asked = {one.trust_year: one for one in task.to_check}
    params = {one.trust_year: one.params for one in task.to_check}
    results = run_gate(Workspace(task.root), list(asked), params, sound)
    with contextlib.suppress(Fault):  # a store that cannot be written is told of below
        sound.keep()
    for trust_year, result in results.items():
        if result.status is not ExitStatus.DONE:
            critical = tuple(str(f) for f in result.findings if f.severity == "critical")
            done.append(GateDone(trust_year, None, result.status, critical, result.fault))
            continue
        published = result.of_what_is_read().as_dict(published=True)
        quality = store.objects.put(json_bytes(published))
        record = StepRecord({QUALITY: quality}, {"notes": len(published["findings"])})
        try:
            one = asked[trust_year]
            keep(store, one.key, record, task.root, one.inputs)
            done.append(GateDone(trust_year, record))
        except Fault as fault:
            done.append(GateDone(trust_year, None, fault.status, fault=fault))
    return done
