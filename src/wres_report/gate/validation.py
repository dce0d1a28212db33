"""Runs suites on frames with Great Expectations and says which rows broke which rule."""

from __future__ import annotations

import logging
import os
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from wres_report.faults import Fault
from wres_report.gate import lean
from wres_report.gate.suites import Rule
from wres_report.gate.writing_once import without_writing_again

# Great Expectations is asked for this column of a row that breaks a rule, and no other value.
POSITION = "position"


@dataclass(frozen=True)
class Broken:
    """A rule, and the positions of the rows of its frame that break it, in order."""

    rule: Rule
    positions: tuple[int, ...]


def load() -> None:
    """Load Great Expectations now, before there is anything to check."""
    with _quiet():
        _batch_definition()


def validate(suites: dict[str, list[Rule]], frames: dict[str, pd.DataFrame]) -> list[Broken]:
    """Run each suite on the frame of its name.

    frames: each with a column ``position`` that counts its rows from 0. One that is empty or
    absent is passed over. Returns the broken rules, suite by suite in the order of the rules.
    Raises a fault where a rule could not be run: it must not pass for one that was kept.
    """
    wanted = [n for n in suites if n in frames and not frames[n].empty and suites[n]]
    if not wanted:
        return []
    with _quiet():
        definition = _batch_definition()
        lean.load_expectations({rule.type for name in wanted for rule in suites[name]})
    with _quiet(), without_writing_again():
        return [
            broken
            for name in wanted
            for broken in _validate_one(definition, name, suites[name], frames[name])
        ]


def _validate_one(
    definition: Any, name: str, rules: list[Rule], frame: pd.DataFrame
) -> Iterator[Broken]:
    batch = definition.get_batch(batch_parameters={"dataframe": frame})
    # Most rules are kept, and to ask only whether they are costs a third of asking which rows
    # are not. So only what is broken is asked again.
    failed = [rule for rule, _ in _run(batch, name, rules, {"result_format": "BOOLEAN_ONLY"})]
    if failed:
        complete = {"result_format": "COMPLETE", "unexpected_index_column_names": [POSITION]}
        for rule, result in _run(batch, name, failed, complete):
            found = {int(row[POSITION]) for row in result.get("unexpected_index_list") or ()}
            if not found:
                raise _could_not_run(rule, "it failed without naming a row")
            yield Broken(rule, tuple(sorted(found)))


def _run(
    batch: Any, name: str, rules: list[Rule], result_format: dict[str, Any]
) -> list[tuple[Rule, dict[str, Any]]]:
    """The rules that are broken, in the order of the suite, each with its result."""
    from great_expectations.core.expectation_suite import ExpectationSuite

    expectations = [rule.for_great_expectations() for rule in rules]
    try:
        suite = ExpectationSuite(name=name, expectations=expectations)
    except Exception:
        _name_the_wrong_one(rules)
        raise
    by_order = {rule.order: rule for rule in rules}
    outcome = batch.validate(suite, result_format=result_format)
    broken = []
    seen = set()
    for result in outcome.results:
        rule = by_order[result.expectation_config.meta["order"]]
        seen.add(rule.order)
        raised = _exception_of(result.exception_info)
        if raised:
            raise _could_not_run(rule, raised)
        if not result.success:
            broken.append((rule, dict(result.result)))
    if seen != set(by_order):
        missing = by_order[min(set(by_order) - seen)]
        raise _could_not_run(missing, f"Great Expectations does not accept {missing.type}")
    return sorted(broken, key=lambda pair: pair[0].order)


def _name_the_wrong_one(rules: list[Rule]) -> None:
    from great_expectations.core.expectation_suite import ExpectationSuite

    for rule in rules:
        try:
            ExpectationSuite(name="one", expectations=[rule.for_great_expectations()])
        except Exception as error:  # of many kinds, all meaning that it is written wrongly
            raise _could_not_run(rule, str(error)) from None


def _exception_of(info: Any) -> str:
    """The message of an exception inside a rule; empty where there was none.

    Great Expectations gives either one report, or one for each metric that failed.
    """
    if not info:
        return ""
    reports = [info] if "raised_exception" in info else list(info.values())
    raised = [report for report in reports if report.get("raised_exception")]
    return str(raised[0].get("exception_message") or "an exception") if raised else ""


def _could_not_run(rule: Rule, why: str) -> Fault:
    return Fault(
        f"The rule “{rule.name}” could not be run: {why}.",
        f"expectations/{rule.suite}.json, expectation {rule.order + 1}",
        "Put the expectation right. If you have not changed it, this is a fault of the program.",
    )


@cache
def _batch_definition() -> Any:
    """One definition for any frame, in an ephemeral context; made once in a process.

    The context writes no file, sends nothing, and draws no progress bars. A definition for each
    frame would serialise the whole context each time, at 15 ms.
    """
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    gx = lean.load()
    import tqdm  # type: ignore[import-untyped]
    from great_expectations.data_context.types import base

    # Its monitor is a thread, and a process with threads must not fork.
    tqdm.tqdm.monitor_interval = 0
    # Its own lock is for several processes, and the system would hear of it when this one is ended.
    tqdm.tqdm.set_lock(threading.RLock())
    config = base.DataContextConfig(
        store_backend_defaults=base.InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
        progress_bars=base.ProgressBarsConfig(globally=False),
        analytics_enabled=False,
    )
    context = gx.get_context(project_config=config, mode="ephemeral")
    asset = context.data_sources.add_pandas("workspace").add_dataframe_asset("table")
    return asset.add_batch_definition_whole_dataframe("all rows")


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the library's log and warnings: both may quote rows of the data."""
    logger = logging.getLogger("great_expectations")
    # Some of its loggers set a level of their own, so theirs is of no use; none gets past here.
    silent, propagate = logging.NullHandler(), logger.propagate
    logger.addHandler(silent)
    logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.propagate = propagate
        logger.removeHandler(silent)
