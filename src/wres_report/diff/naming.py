"""What OLD and NEW of ``wres diff`` may be: a trust-year, an outputs folder, a pinned build."""

from __future__ import annotations

import re
from pathlib import Path

from wres_report.diff.model import Build
from wres_report.diff.pins import read_pin
from wres_report.diff.reading import read_outputs
from wres_report.faults import input_fault, usage_fault
from wres_report.finished.files import MANIFEST
from wres_report.inputs.trust_year import TRUST_YEAR_PATTERN, TrustYear

OUTPUTS_FOLDER = re.compile(r"(?:^|/)[A-Z0-9]{3,6}/20[0-9]{2}(?:/[a-z][a-z0-9]*)?$")
WAYS = (
    "Name a trust-year such as RV9/2021, the outputs folder of one such as kept/RV9/2021, "
    "or a pinned build such as pins/RV9/2021.json."
)


def named_build(text: str, out: Path, shown_out: str) -> Build:
    """The build that a person names.

    A trust-year is read from ``out``; a path goes from the current folder. shown_out: how ``out``
    is written in messages. Raises a usage fault for what can be neither, and an input fault for
    a build that is not there or cannot be read.
    """
    if TRUST_YEAR_PATTERN.match(text) or (
        TRUST_YEAR_PATTERN.match(text.upper()) and not Path(text).exists()
    ):
        return _of_trust_year(TrustYear.parse(text), out, shown_out)
    path = Path(text)
    if path.suffix == ".json":
        return read_pin(path, text)[0]
    if (path / MANIFEST).is_file() or OUTPUTS_FOLDER.search(path.as_posix()):
        return read_outputs(path, path.as_posix())
    raise usage_fault(f"“{text}” is neither a trust-year nor a build.", action=WAYS)


def _of_trust_year(trust_year: TrustYear, out: Path, shown_out: str) -> Build:
    folder = out / str(trust_year)
    if not folder.is_dir():
        raise input_fault(
            f"{trust_year} is not built.", f"{shown_out}/{trust_year}",
            f"Build it with: wres build {trust_year}",
        )  # fmt: skip
    return read_outputs(folder, f"{shown_out}/{trust_year}")
