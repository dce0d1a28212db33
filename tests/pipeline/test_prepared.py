"""The process that notebooks are forked from has done once what each of them would do again."""

from __future__ import annotations

import subprocess
import sys

import pytest

from wres_report.processes import can_fork

PROGRAM = """
import wres_report.pipeline.notebooks.prepared
from wres_report import program

def file_hash(path):
    raise AssertionError(f"{path.name} is read again")

program.file_hash = file_hash
assert program.as_it_runs()["code"]
program.package_files.cache_clear()
program.package_hashes.cache_clear()
try:
    program.as_it_runs()
except AssertionError:
    print("read again")
"""


@pytest.mark.skipif(not can_fork(), reason="notebooks are not forked here")
def test_a_notebook_need_not_hash_the_program_that_it_runs_with() -> None:
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    assert result.stdout == "read again\n"
