"""The parts of the program that each kind of step runs, and what identifies them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from wres_report.hashes import json_hash, tree_hashes
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.closure import closures
from wres_report.program import (
    DISTRIBUTIONS,
    package_files,
    package_hashes,
    part_of,
    platform_name,
    versions,
)
from wres_report.store import Store

STANDARD = "standard"
TEMPLATES = ("notebooks", "expectations", "report")


def code_of(step: str, store: Store | None = None) -> dict[str, str]:
    """The hashes of the code that a kind of step runs, by package, the standard apart.

    Of a package those modules count that the step loads, so that a change of another one leaves
    the step as it was. store: where the list of them is kept.
    """
    return dict(_hashes_by_part(closures(store)[step].modules))


@cache
def _hashes_by_part(modules: frozenset[str]) -> dict[str, str]:
    files = package_files()
    parts: dict[str, dict[str, str]] = {}
    for file in modules:
        parts.setdefault(part_of(file), {})[file] = files[file]
    return {part: json_hash(parts[part]) for part in sorted(parts) if part != STANDARD}


def notebooks_run_with() -> dict[str, dict[str, str]]:
    """What a notebook must find in its kernel: ``versions`` by program, ``code`` by part."""
    loaded = closures()["notebook"].distributions
    found = versions(("Python", *(name for name in DISTRIBUTIONS if name in loaded)))
    parts = {part_of(file) for file in closures()["notebook"].modules}
    hashes = package_hashes()
    return {"versions": found, "code": {part: hashes[part] for part in sorted(parts)}}


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


def environment_of(step: str, store: Store | None = None) -> dict[str, str]:
    """The versions that what a kind of step makes depends on, and the platform."""
    names = sorted(closures(store)[step].distributions)
    return {"platform": platform_name(), **versions(("Python", *names))}
