"""What is printed, by whom ever, is in the cell that was running, in due order and whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warm.awkward import cells_of
from tests.warm.conftest import Run, Runs, once, run_notebooks, write_notebooks

RAISING = ("raises-exception",)


@pytest.fixture(scope="session")
def streams(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    def make(folder: Path) -> None:
        write_notebooks(folder / "in", cells_of("stream"), RAISING)
        run_notebooks("warm", folder / "in", folder / "out")

    return Runs(once(tmp_path_factory, "streams", make) / "out")


def shown(run: Run, cell: int) -> list[str]:
    """What each output of a code cell shows; the name of an error."""
    cells = [one for one in run.executed.cells if one.cell_type == "code"]
    return [
        output.get("text") or output.get("ename") or output.data["text/plain"]
        for output in cells[cell].outputs
    ]


def test_print_and_descriptor_and_child_processes_are_in_the_order_of_the_cell(
    streams: Runs,
) -> None:
    assert "".join(shown(streams["order"], 0)) == "1\n2\n3\n4\n5\n6\n0"


def test_what_is_shown_stands_between_what_was_written_before_and_after(streams: Runs) -> None:
    assert shown(streams["order"], 1)[:3] == ["before\n", "'shown'", "after\n"]


def test_the_last_words_before_an_error_stand_before_it(streams: Runs) -> None:
    assert shown(streams["order"], 2) == ["last words", "ValueError"]


def test_a_character_that_arrives_in_pieces_is_whole(streams: Runs) -> None:
    assert "".join(shown(streams["pieces"], 0)) == "ünïcödé ☃ 😀\n"


def test_bytes_that_are_no_text_are_replaced(streams: Runs) -> None:
    assert shown(streams["pieces"], 1)[0] == "\ufffd broken\n"


def test_output_is_sent_while_the_cell_runs(streams: Runs) -> None:
    assert shown(streams["early"], 0) == ["early\n"]
    assert "exit status 1 in cell 1" in streams["early"].raised


def test_no_line_of_many_threads_is_lost(streams: Runs) -> None:
    lines = "".join(shown(streams["many"], 0)).split()
    for number in range(4):
        own = [line for line in lines if line.startswith(f"{number}:")]
        assert own == [f"{number}:{i}" for i in range(500)]


def test_a_megabyte_from_a_child_process_is_whole(streams: Runs) -> None:
    printed = "".join(text for text in shown(streams["many"], 1) if "\n" in text)
    assert printed == "".join(f"{number}\n" for number in range(1, 200_001))


def test_no_line_of_forked_processes_is_lost_or_torn(streams: Runs) -> None:
    lines = "".join(shown(streams["many"], 2)).split()
    assert sorted(lines) == sorted("y" * 100 + f"{number}" for number in range(100))
