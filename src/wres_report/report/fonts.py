"""Puts the typefaces of the PDF where Typst looks for them."""

from __future__ import annotations

import shutil
from pathlib import Path

from wres_report.typefaces import DEJAVU, SOURCE_SANS, face_files

from .errors import RenderError

PACKAGES = {**dict.fromkeys(SOURCE_SANS, "font-source-sans-pro"),
            **dict.fromkeys(DEJAVU, "matplotlib")}  # fmt: skip


def copy_to(folder: Path) -> Path:
    """Copy the faces that the report uses into ``folder``."""
    found = {path.name: path for path in face_files()}
    for name, package in PACKAGES.items():
        if name not in found:
            raise RenderError(
                "A typeface of the PDF is not installed.",
                where=name,
                todo=f"install the package {package}",
            )
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in found.items():
        shutil.copyfile(path, folder / name)
    return folder
