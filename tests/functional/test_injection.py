"""A probe in every field of text: nothing runs, nothing is asked for. More: nox -s faults."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = [pytest.mark.functional, pytest.mark.browser]


def test_a_script_in_every_field_of_text_runs_in_no_page(
    browser: object, built_workspace: Path, tmp_path: Path
) -> None:
    from faults.injection import Try
    from faults.recorder import recording

    with recording() as recorder:
        tried = Try(tmp_path / "tried", built_workspace, "what closes all", recorder, browser)
        outcomes = list(tried.outcomes())
    assert len(outcomes) > 30
    assert not [outcome for outcome in outcomes if outcome.bad]
    assert not recorder.asked
