"""Loads of Great Expectations what rules on frames need, in half the time that all of it takes.

What is left out is there as soon as somebody asks for it. Where the library does not load so, as
after a change of its parts, it is loaded as it stands.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from wres_report.kept_patterns import patterns_kept
from wres_report.loading import load_when_used, names_when_used, without_collecting

LIBRARY = "great_expectations"
# For expectations that few suites use, and for the charts of one of them.
SELDOM_USED = ("scipy.stats", "altair")
# These gather expectations of all kinds; sources of data, of which frames are one; and measures
# that are asked for without a suite.
EXPECTATIONS = f"{LIBRARY}.expectations.core"
SOURCES = f"{LIBRARY}.datasource.fluent"
MEASURES = f"{LIBRARY}.metrics"
GATHERERS = (
    EXPECTATIONS, f"{LIBRARY}.expectations", SOURCES, MEASURES,
    *(f"{MEASURES}.{kind}" for kind in ("batch", "column", "column_pair", "multi_column", "query")),
)  # fmt: skip


def load() -> Any:
    """The library; loaded now if it was not."""
    if LIBRARY in sys.modules:
        return sys.modules[LIBRARY]
    for name in SELDOM_USED:
        load_when_used(name)
    with without_collecting(), patterns_kept(__file__):
        try:
            return _in_part()
        except Exception:  # whatever it is, it comes of what was left out, or will come again
            _forget()
            return importlib.import_module(LIBRARY)


def _forget() -> None:
    """Let it be loaded from its beginning."""
    for name in list(sys.modules):
        if name.partition(".")[0] == LIBRARY:
            del sys.modules[name]
    # pydantic refuses a function that checks a field when it is defined a second time.
    checks: Any = sys.modules.get("pydantic.v1.class_validators")
    known: set[str] = getattr(checks, "_FUNCS", set())
    known -= {name for name in known if name.partition(".")[0] == LIBRARY}


def _in_part() -> Any:
    with names_when_used(GATHERERS):
        library = importlib.import_module(LIBRARY)
        with _without_readers():
            importlib.import_module(f"{SOURCES}.pandas_datasource")
    return library


@contextmanager
def _without_readers() -> Iterator[None]:
    """Without a class for each way in which pandas reads files, written from its signatures.

    The source of frames makes do without those that a pandas does not have.
    """
    readers: Any = importlib.import_module(f"{SOURCES}.dynamic_pandas")
    write = readers._generate_pandas_data_asset_models
    readers._generate_pandas_data_asset_models = lambda *_, **__: {}
    try:
        yield
    finally:
        readers._generate_pandas_data_asset_models = write


def load_expectations(types: Iterable[str]) -> None:
    """Load what defines these expectations; all of them where one has no module of its own."""
    for kind in types:
        try:
            importlib.import_module(f"{EXPECTATIONS}.{kind}")
        except ImportError:
            gatherer = importlib.import_module(EXPECTATIONS)
            for name in dir(gatherer):
                getattr(gatherer, name)
