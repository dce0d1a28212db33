"""Nothing that a terminal would obey is printed as it is."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.conftest import run_wres
from wres_report.cli.terminal import OBEYED, Printed, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Ja", "\\u001b[2Ja"), ("a\x07", "a\\u0007"), ("\x9b31m", "\\u009b31m"),
        ("a\u202eb", "a\\u202eb"), ("a\rb", "a\\u000db"), ("\udcff", "\\udcff"),
        ("Tab\tand\nline, é, −4.7 and 👩‍⚕️", "Tab\tand\nline, é, −4.7 and 👩‍⚕️"),
    ],
)  # fmt: skip
def test_what_a_terminal_obeys_is_shown_by_its_number_and_all_else_as_it_is(
    text: str, shown: str
) -> None:
    assert visible(text) == shown


def test_json_that_was_made_visible_is_the_same_json() -> None:
    content = {"a": "\x1b[31m \u202e \x9b \u2028"}
    stream = io.StringIO()
    print(json.dumps(content, ensure_ascii=False), file=Printed(stream))
    assert not OBEYED.search(stream.getvalue())
    assert json.loads(stream.getvalue()) == content


def test_a_file_name_and_a_cell_do_not_move_the_terminal(tmp_path: Path) -> None:
    name = "plan\x1b[2J\u202e.csv"
    (tmp_path / name).write_text("action,lead\n\x1b]0;title\x07Train,\x9b31mHR\n", encoding="utf-8")
    result = run_wres("import", "actions", name, folder=tmp_path)
    assert "plan" in result.stdout + result.stderr
    assert not OBEYED.search(result.stdout + result.stderr)
