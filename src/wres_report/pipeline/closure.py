"""What a kind of step really runs: the modules that its own import, and what these load."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from wres_report.formats import FORMATS
from wres_report.hashes import json_hash
from wres_report.pipeline.imported import names_in
from wres_report.program import DISTRIBUTIONS, ENGINE, PACKAGE, package_files, versions
from wres_report.store import Store

OWN = PACKAGE.name
# A format that no renderer makes is a kind of its own, by its name.
WRITERS = {
    name: (f"{OWN}/{one.writer.replace('.', '/')}.py",)
    for name, one in FORMATS.items()
    if one.writer
}
# The modules that each kind of step begins with, as files below the folder of the packages.
STARTS = {
    "gate": (f"{OWN}/gate/__init__.py", f"{OWN}/gate/running.py"),
    "notebook": (
        f"{OWN}/notebook/__init__.py", f"{OWN}/pipeline/notebooks/running.py",
        f"{OWN}/handover.py", f"{ENGINE}/__init__.py", f"{ENGINE}/engine.py",
    ),
    "staging": (f"{OWN}/pipeline/staging.py",),
    "format": (f"{OWN}/report/renderers.py",),
    **WRITERS,
}  # fmt: skip
# What a step prints or is run by, whatever its modules import.
ALWAYS = {
    "gate": (),
    "notebook": ("wres-report", "seaborn", "scipy"),  # the last two may be used by one's own
    "staging": DISTRIBUTIONS,  # the report lists their versions
    "format": (),
    **dict.fromkeys(WRITERS, ()),
}
# The distribution of each module that is not ours; a test holds it against all imports.
DISTRIBUTION_OF = {
    "IPython": "ipython", "PIL": "pillow", "click": "click", "dask": "distributed",
    "distributed": "distributed", "duckdb": "duckdb", "fastexcel": "fastexcel",
    "font_source_sans_pro": "font-source-sans-pro", "great_expectations": "great-expectations",
    "ipykernel": "ipykernel", "jsonschema": "jsonschema", "jupyter_client": "jupyter-client",
    "lxml": "lxml", "matplotlib": "matplotlib", "nbclient": "nbclient",
    "nbconvert": "nbconvert", "nbformat": "nbformat", "nh3": "nh3", "numpy": "numpy",
    "openpyxl": "openpyxl", "pandas": "pandas", "papermill": "papermill",
    "pypandoc": "pypandoc_binary", "pypdf": "pypdf", "pypdfium2": "pypdfium2",
    "python_calamine": "python-calamine", "scipy": "scipy", "seaborn": "seaborn",
    "tornado": "tornado", "tqdm": "tqdm", "traitlets": "traitlets", "typst": "typst",
    "yaml": "pyyaml", "zmq": "pyzmq",
}  # fmt: skip
NAMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
KEPT = "closures"  # under which the store keeps them


@dataclass(frozen=True)
class Closure:
    """modules: files by path from the folder of the packages, with what else stands beside them.
    distributions: what they load that is not ours, by name."""

    modules: frozenset[str]
    distributions: frozenset[str]


_known: dict[str, dict[str, Closure]] = {}


def closures(store: Store | None = None) -> Mapping[str, Closure]:
    """The closure of each kind of step.

    The answer is kept, in this process and in the store, under the hash of the program and of the
    versions that it runs with.
    """
    program = program_hash()
    if program not in _known:
        _known[program] = _kept(store, program) or _computed(store, program)
    return _known[program]


@cache
def program_hash() -> str:
    """Of all that a closure is told from: every file of the program, and every version."""
    return json_hash([package_files(), versions(_all_distributions())])


def _all_distributions() -> tuple[str, ...]:
    return ("Python", *sorted({*DISTRIBUTIONS, *DISTRIBUTION_OF.values()}))


def _kept(store: Store | None, program: str) -> dict[str, Closure]:
    found = store.latest(KEPT) if store is not None else {}
    if found.get("program") != program:
        return {}
    return {
        step: Closure(frozenset(modules), frozenset(distributions))
        for step, (modules, distributions) in found["closures"].items()
    }


def _computed(store: Store | None, program: str) -> dict[str, Closure]:
    made = {step: closure_of(starts, ALWAYS[step]) for step, starts in STARTS.items()}
    if store is not None:
        content = {
            step: [sorted(one.modules), sorted(one.distributions)] for step, one in made.items()
        }
        with contextlib.suppress(OSError):  # a store that cannot be written is told of elsewhere
            store.keep_latest(KEPT, {"program": program, "closures": content})
    return made


def closure_of(starts: Iterable[str], also: Iterable[str] = ()) -> Closure:
    """What the modules that a step begins with import, and what these do, to the end.

    An import within a function counts, one for types alone does not. A module also counts where
    its name or that of its file stands as text, since it is then loaded or run by that name.
    """
    waiting, seen, outside = [*starts], set[str](), set[str]()
    while waiting:
        file = waiting.pop()
        if file in seen:
            continue
        seen.add(file)
        for name in imports_of(file):
            waiting += _files_of(name)
            outside.add(name.partition(".")[0])
    direct = {DISTRIBUTION_OF[name] for name in outside if name in DISTRIBUTION_OF}
    return Closure(frozenset(seen | _beside(seen)), frozenset(_loaded(direct) | {*also}))


@cache
def imports_of(file: str) -> set[str]:
    """The modules that a file of the program names, ours and others."""
    package = ".".join(Path(file).parent.parts)
    return names_in(PACKAGE.parent / file, package, DISTRIBUTION_OF)


@cache
def _files_of(name: str) -> list[str]:
    """The file of one of our modules, with those of the packages that it stands in."""
    parts = name.split(".")
    if parts[0] not in (OWN, ENGINE):
        return []
    folders = ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]
    names = [f"{folder}/__init__.py" for folder in folders] + [f"{folders[-1]}.py"]
    return [file for file in names if file in package_files()]


def _beside(modules: set[str]) -> set[str]:
    """What is no module and stands in the folder of one, or below it in a folder of its own."""
    folders = {file.rpartition("/")[0] for file in modules}
    packages = {file.rpartition("/")[0] for file in package_files() if file.endswith(".py")}
    found = set()
    for file in package_files():
        folder = file.rpartition("/")[0]
        while folder and folder not in packages:
            folder = folder.rpartition("/")[0]
        if not file.endswith(".py") and folder in folders:
            found.add(file)
    return found


def _loaded(distributions: set[str]) -> set[str]:
    """Distributions with those that they require, as far as a version of them can matter here.

    What one of those that are known takes where it is installed counts too: seaborn loads scipy.
    """
    known = {_plain(name): name for name in _all_distributions()}
    waiting, seen = [*distributions], set[str]()
    while waiting:
        name = _plain(waiting.pop())
        if name in seen:
            continue
        seen.add(name)
        waiting += (
            found[0]
            for line in _requirements(name)
            if (found := NAMED.match(line)) and ("extra ==" not in line or name in known)
        )
    return {known[name] for name in seen if name in known}


@cache
def _requirements(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
