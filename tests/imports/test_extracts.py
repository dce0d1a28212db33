"""Lists in many shapes: the counts are exact, or what is wrong is said. nox -s faults has more."""

from __future__ import annotations

from pathlib import Path

import pytest

from faults.extracts import make_extract
from faults.imports import judged


@pytest.mark.parametrize("seed", range(24))
def test_a_list_of_any_shape_is_counted_exactly_or_refused(tmp_path: Path, seed: int) -> None:
    outcome = judged(make_extract(tmp_path, seed))
    assert not outcome.bad, f"{outcome.case}: {outcome.detail}"
