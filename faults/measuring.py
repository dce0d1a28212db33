"""Runs the notebooks of a trust-year in this process, for harnesses that measure a thousand."""

from __future__ import annotations

import contextlib
import io
import json
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import CHECKOUT
from wres_report.standard import load_standard

PARAMETERS = "parameters"
CAPTION = re.compile(r"#\| tbl-cap: \"(.+)\"")


def measured(root: Path, trust_year: TrustYear, indicators: Iterable[str]) -> dict[str, str]:
    """What the figures of these indicators print, by results key.

    Every code cell of their notebooks is run, charts and tables too. Raises whatever they raise.
    """
    found: dict[str, str] = {}
    for indicator in indicators:
        space: dict[str, Any] = {"__name__": "__main__"}
        name = load_standard().indicator(indicator).notebook
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for is_parameters, code in _cells(name):
                exec(code, space)
                if is_parameters:
                    space |= {
                        "trust": trust_year.code, "year": trust_year.year, "project": str(root)
                    }  # fmt: skip
        found |= {key: value.display for key, value in space["result"].values.items()}
        _close_charts()
    return found


def _close_charts() -> None:
    import matplotlib.pyplot as plt

    plt.close("all")


@cache
def _cells(name: str) -> list[tuple[bool, CodeType]]:
    path = CHECKOUT / "notebooks" / f"{name}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [
        (
            PARAMETERS in cell["metadata"].get("tags", []),
            compile("".join(cell["source"]), f"{name}, cell {number}", "exec"),
        )
        for number, cell in enumerate(cells, start=1)
        if cell["cell_type"] == "code"
    ]


def shown(
    root: Path, trust_year: TrustYear, indicators: Iterable[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the notebooks of these indicators show: the title of a table, and what by media type.

    Charts are drawn as nothing, since only their words are wanted.
    """
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    from wres_report.notebook import show

    InteractiveShell.instance()
    as_png, show.as_png = show.as_png, lambda _figure: b""
    try:
        for indicator in indicators:
            space: dict[str, Any] = {"__name__": "__main__"}
            name = load_standard().indicator(indicator).notebook
            for (is_parameters, code), source in zip(_cells(name), _sources(name), strict=True):
                with capture_output() as captured, warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    exec(code, space)
                if is_parameters:
                    space |= {
                        "trust": trust_year.code, "year": trust_year.year, "project": str(root)
                    }  # fmt: skip
                title = CAPTION.search(source)
                for output in captured.outputs:
                    yield title[1] if title else "", output.data
            _close_charts()
    finally:
        show.as_png = as_png


@cache
def _sources(name: str) -> list[str]:
    path = CHECKOUT / "notebooks" / f"{name}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
