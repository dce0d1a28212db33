"""Expands the few Quarto shortcodes that the report uses, as Quarto itself does.

The subset is ``include``, ``var``, ``embed`` and ``pagebreak``. As in Quarto, every path is
taken from the folder of the main document, also inside an included file, and an include stands
alone on its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from wres_report.markdown import Fences
from wres_report.yaml_loaders import BaseLoader

from .embeds import Notebooks
from .errors import RenderError

SHORTCODE = re.compile(r"\{\{<\s*(?!/\*)(.+?)(?<!\*/)\s*>\}\}")
ALONE = re.compile(r"^\s*\{\{<\s*(include|embed|pagebreak)\b\s*(.*?)\s*>\}\}\s*$")


@dataclass
class Expansion:
    """One markdown document, and the files that it was made of."""

    text: str
    sources: list[Path] = field(default_factory=list)


def expand(project: Path, notebooks: Notebooks, main: str = "index.qmd") -> Expansion:
    """Expand ``index.qmd`` of a staged project into one markdown text.

    Raises
    ------
    RenderError
        naming file and line, for a file, variable, notebook or cell that does not exist.
    """
    expander = _Expander(project, load_variables(project), notebooks)
    lines = expander.lines(project / main, ())
    return Expansion("\n".join(lines) + "\n", expander.sources)


def load_variables(project: Path) -> Mapping[str, Any]:
    """``_variables.yml`` of the staged project, or nothing where it has none."""
    path = project / "_variables.yml"
    if not path.exists():
        return {}
    try:
        # Every value is display text: BaseLoader keeps "0.64" and "24.0%" as they were written.
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=BaseLoader)
    except yaml.YAMLError as fault:
        raise RenderError(
            "The file of variables cannot be read.", where=path.name, said=str(fault)
        ) from fault
    return found if isinstance(found, dict) else {}


def lookup(variables: Mapping[str, Any], key: str) -> str | None:
    """Value of a dotted key, or None where it is unknown or not a single value."""
    found: Any = variables
    for part in key.split("."):
        if not isinstance(found, Mapping) or part not in found:
            return None
        found = found[part]
    return None if isinstance(found, (Mapping, list)) else str(found)


@dataclass
class _Expander:
    project: Path
    variables: Mapping[str, Any]
    notebooks: Notebooks
    sources: list[Path] = field(default_factory=list)

    def lines(self, path: Path, parents: tuple[Path, ...]) -> list[str]:
        self.sources.append(path)
        if not path.is_file():  # the main document; an included one is looked for before
            raise RenderError(
                f"The report's template has no {path.name}.",
                where=path.name,
                todo="copy it from the report/ folder of the program into that of the workspace",
            )
        body, offset = without_front_matter(path.read_text(encoding="utf-8").splitlines())
        expanded: list[str] = []
        fences = Fences()
        name = path.relative_to(self.project).as_posix()
        for number, line in enumerate(body, start=1 + offset):
            where = f"{name}, line {number}"
            if fences.holds(line):
                expanded.append(line)
                continue
            alone = ALONE.match(line)
            if alone:
                expanded += self.block(alone.group(1), alone.group(2), where, (*parents, path))
            else:
                expanded.append(self.text(line, where))
        return expanded

    def block(self, name: str, argument: str, where: str, parents: tuple[Path, ...]) -> list[str]:
        if name == "pagebreak":
            return ["", "::: {.wres-pagebreak}", ":::", ""]
        target = argument.split()[0].strip("\"'") if argument else ""
        if not target:
            raise RenderError(f"An {name} names no file.", where=where)
        if name == "embed":
            return ["", *self.notebooks.embed(target, where), ""]
        path = (self.project / target.lstrip("/")).resolve()
        if not path.is_relative_to(self.project.resolve()):
            raise RenderError(
                f"The included file lies outside the report: {target}",
                where=where,
                todo="include only files of the report's own folder",
            )
        path = self.project / path.relative_to(self.project.resolve())
        if not path.is_file():
            raise RenderError(
                f"The included file does not exist: {target}",
                where=where,
                todo="write the path as seen from the folder of index.qmd",
            )
        if path in parents:
            raise RenderError(f"The file includes itself: {target}", where=where)
        return [*self.lines(path, parents), ""]

    def text(self, line: str, where: str) -> str:
        return SHORTCODE.sub(lambda match: self.inline(match.group(1), where), line)

    def inline(self, code: str, where: str) -> str:
        name, _, argument = code.strip().partition(" ")
        if name == "var":
            key = argument.strip().strip("\"'")
            value = lookup(self.variables, key)
            if value is None:
                raise RenderError(
                    f"The text uses a figure that the report does not have: {key}",
                    where=where,
                    todo="correct the name, or supply the data it is computed from",
                )
            return value
        if name == "pagebreak":
            return "[]{.wres-pagebreak}"
        raise RenderError(
            f"The shortcode “{name}” is not understood here.",
            where=where,
            todo="use include, embed and pagebreak alone on their line, and var inside text",
        )


def without_front_matter(lines: list[str]) -> tuple[list[str], int]:
    """The lines below the head of a document, and how many that has; 0 where there is none."""
    if lines and lines[0].strip() == "---":
        for number, line in enumerate(lines[1:], start=1):
            if line.strip() in {"---", "..."}:
                return lines[number + 1 :], number + 1
    return lines, 0
