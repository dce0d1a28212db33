"""The parts of the program that each kind of step runs, and what identifies them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from wres_report.hashes import json_hash, tree_hashes
from wres_report.inputs.workspace import Workspace
from wres_report.program import (
    DISTRIBUTIONS,
    ENGINE,
    package_files,
    package_hashes,
    platform_name,
    versions,
)

STANDARD = "standard"
TEMPLATES = ("notebooks", "expectations", "report")

# What is at the bottom of every step.
_GROUND = (
    "__init__", "faults", "files", "formulas", "inputs", "leftovers", "loading", "marks",
    "measures", "plans",
    "standard", "typefaces", "words", "yaml_loaders",
)  # fmt: skip
_NOTEBOOK = (
    *_GROUND, "charts", "disclosure", "execution", "hashes", "indicators", "markdown", "mime",
    "notebook", "program", ENGINE,
)  # fmt: skip
# The parts of the program that each step runs, by package; ``tests/build/test_code.py`` holds
# them against what the modules import.
CODE = {
    "gate": (*_GROUND, "charts", "disclosure", "gate", "hashes", "indicators", "markdown"),
    "notebook": _NOTEBOOK,
    "staging": (
        *_NOTEBOOK,
        "binding",
        "build",
        "claims",
        "diff",
        "documents",
        "fragments",
        "narrative",
        "packing",
        "page_policy",
        "plan_files",
        "processes",
        "provenance",
        "report",
        "store",
    ),
    "format": (
        "__init__",
        "faults",
        "files",
        "leftovers",
        "markdown",
        "page_policy",
        "processes",
        "report",
        "typefaces",
        "words",
        "yaml_loaders",
    ),
}
_MEASURING = ("Python", "numpy", "pandas")
ENVIRONMENT = {
    "gate": (*_MEASURING, "great-expectations"),
    "notebook": (
        "wres-report", *_MEASURING, "scipy", "matplotlib", "seaborn", "pillow",
        "font-source-sans-pro", "papermill", "nbclient", "nbformat", "nbconvert",
        "ipykernel", "ipython",
    ),
    "format": ("Python", "lxml", "pyyaml"),
}  # fmt: skip


def code_of(step: str) -> dict[str, str]:
    """The hashes of the code that a kind of step runs, by package, the standard apart."""
    hashes = package_hashes()
    return {name: hashes[name] for name in sorted(CODE[step]) if name != STANDARD}


def notebooks_run_with() -> dict[str, dict[str, str]]:
    """What a notebook must find in its kernel: ``versions`` by program, ``code`` by part."""
    found = environment_of("notebook")
    del found["platform"]
    return {"versions": found, "code": code_of("notebook") | {STANDARD: package_hashes()[STANDARD]}}


@cache
def template_hashes(folder: Path) -> dict[str, str]:
    """Hash by path of a folder of templates: ``notebooks``, ``expectations`` or ``report``."""
    return tree_hashes(folder)


def forget_templates() -> None:
    """Read the templates anew, in a process that builds more than once."""
    template_hashes.cache_clear()


def code_hashes(workspace: Workspace) -> dict[str, str]:
    """One hash for each part of the program that a report is made by, for its manifest."""
    parts = {"package": json_hash(package_hashes())}
    if workspace.standards.is_dir():
        parts["standards"] = json_hash(template_hashes(workspace.standards))
    for name in TEMPLATES:
        parts[name] = json_hash(template_hashes(workspace.templates(name)))
    return parts


def code_files(workspace: Workspace) -> dict[str, dict[str, str]]:
    """Every file of the program with its hash, so that anybody can check it.

    ``package``: by path from the folder that the packages stand in. ``templates``: by path from
    the folder that ``notebooks``, ``expectations`` and ``report`` stand in.
    """
    templates = {
        f"{folder}/{name}": digest
        for folder in TEMPLATES
        for name, digest in template_hashes(workspace.templates(folder)).items()
    }
    own = {f"standards/{n}": d for n, d in template_hashes(workspace.standards).items()}
    return {"package": package_files(), "templates": templates | own}


def environment_of(step: str) -> dict[str, str]:
    """The versions that what a kind of step makes depends on, and the platform."""
    names = ENVIRONMENT.get(step, ("Python", *DISTRIBUTIONS))
    return {"platform": platform_name(), **versions(tuple(names))}
