"""Puts the guard into a staged project, so that it stands before any renderer that takes it."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from wres_report.report.cleaning import LUA, raw_content
from wres_report.report.pandoc import GUARD
from wres_report.yaml_loaders import SafeLoader

WHITE = re.compile(r"[ \t\r\n]+")
SHORTCODE = re.compile(r"\{\{<.*?>\}\}")
PERHAPS_RAW = re.compile(r"<[A-Za-z!/?]|\{=|\\[A-Za-z]")


def add_guard(project: Path, own_raw: Iterable[str]) -> None:
    """Copy the guard and name it first among the project's filters.

    own_raw: the raw content that the report itself has written, beside that of its template. Any
    other is refused.
    """
    shutil.copyfile(LUA / "guard.lua", _made(project / GUARD))
    path = project / "_quarto.yml"
    settings: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
    others = settings.get("filters") or []
    settings["filters"] = [{"path": GUARD, "at": "pre-ast"}, *others]
    known = {digest(text) for text in (*own_raw, *raw_content(_templates(project)))}
    settings["wres"]["own-raw"] = sorted(known)
    text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, encoding="utf-8", newline="\n")


def digest(text: str) -> str:
    """What the guard knows raw content by; white space does not count."""
    return hashlib.sha1(WHITE.sub("", text).encode(), usedforsecurity=False).hexdigest()


def _templates(project: Path) -> list[str]:
    """The texts of the template that may hold raw content: whoever runs the build wrote them."""
    paths = [*project.glob("*.qmd"), *(project / "sections").glob("*.qmd")]
    texts = [path.read_text(encoding="utf-8") for path in sorted(paths)]
    return [text for text in texts if PERHAPS_RAW.search(SHORTCODE.sub("", text))]


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
