"""A small synthetic country, and one with faults, shared by the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wres_report.demo import Country, parse_years, write_country

Files = dict[str, bytes]


def files_below(folder: Path) -> Files:
    """Every file below a folder by its path from it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Files]:
    """Writes a country into a new folder and gives its files."""
    numbers = iter(range(100))

    def written(trusts: int, years: str, seed: int = 1, *, faults: bool = False) -> Files:
        folder = tmp_path / str(next(numbers))
        write_country(folder, trusts, parse_years(years), seed, faults=faults)
        return files_below(folder)

    return written


@pytest.fixture(scope="session")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Country]:
    """A country large enough for every kind of fault."""
    folder = tmp_path_factory.mktemp("faulty") / "country"
    return folder, write_country(folder, 60, parse_years("2021-2023"), 2, faults=True)
