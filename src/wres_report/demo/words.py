"""The library of sentences that the invented trusts choose from."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wres_report.yaml_loaders import SafeLoader

LIBRARY = Path(__file__).parent / "library"


@cache
def library(name: str) -> Any:
    """The content of ``library/<name>.yaml``; the same object each time, so never change it."""
    return yaml.load((LIBRARY / f"{name}.yaml").read_text(encoding="utf-8"), Loader=SafeLoader)
