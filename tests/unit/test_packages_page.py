"""The map of the packages is written from their order and from what each says of itself."""

from __future__ import annotations

import ast
import os
import tomllib
from pathlib import Path

import pytest

import wres_report

ROOT = Path(wres_report.__file__).parent
LIST, PAGE = Path("tests/unit/layers.toml"), Path("docs/reference/packages.md")
ORDER = (
    "From the top down: a package imports those of later rows, never those of its own row or of "
    "earlier ones."
)
WRITTEN = (
    f"The order stands in `{LIST.as_posix()}`, and a test holds every module to it; what each "
    "holds is the start of its docstring. `nox -s docs` writes this page."
)
README = """# {name}

{holds}

Where it stands among the others: [the packages]({page}).
"""
HEAD = """# Packages

{order} {written}

| Row | Package or module | Holds |
| ---: | --- | --- |
"""


def test_the_map_of_the_packages_is_that_of_the_code(
    repository: Path, request: pytest.FixtureRequest
) -> None:
    layers = tomllib.loads((repository / LIST).read_text(encoding="utf-8"))["layers"]
    rows = [
        f"| {level} | `{name}` | {_first_sentence(name)} |"
        for level, names in enumerate(layers, start=1)
        for name in names
    ]
    text = HEAD.format(order=ORDER, written=WRITTEN) + "\n".join(rows) + "\n"
    if request.config.getoption("--write-docs"):
        (repository / PAGE).write_text(text, encoding="utf-8")
    assert (repository / PAGE).read_text(encoding="utf-8") == text


def test_every_package_has_a_readme_that_says_what_it_holds(
    repository: Path, request: pytest.FixtureRequest
) -> None:
    layers = tomllib.loads((repository / LIST).read_text(encoding="utf-8"))["layers"]
    for name in (name for names in layers for name in names):
        folder = ROOT.joinpath(*name.split("."))
        if not folder.is_dir():
            continue
        page = Path(os.path.relpath(repository / PAGE, folder)).as_posix()
        text = README.format(name=name, holds=_first_sentence(name), page=page)
        if request.config.getoption("--write-docs"):
            (folder / "README.md").write_text(text, encoding="utf-8")
        assert (folder / "README.md").read_text(encoding="utf-8") == text


def _first_sentence(name: str) -> str:
    """Of the docstring; every package and module has one."""
    folder = ROOT.joinpath(*name.split("."))
    places = (folder / "__init__.py", ROOT / f"{name}.py", ROOT / "__init__.py")
    place = next(path for path in places if path.is_file())
    said = ast.get_docstring(ast.parse(place.read_text(encoding="utf-8")))
    assert said
    return " ".join(said.split("\n\n")[0].split()).replace("``", "`").replace("|", "\\|")
