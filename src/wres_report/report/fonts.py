"""The typeface of the PDF: Source Sans Pro, from the package ``font-source-sans-pro``."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

from .errors import RenderError

FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")


def copy_to(folder: Path) -> Path:
    """Copy the faces that the report uses into ``folder``, one file each.

    The package holds every face twice; giving Typst both would leave the choice to chance.
    """
    found = importlib.util.find_spec("font_source_sans_pro")
    if found is None or found.origin is None:
        raise RenderError(
            "The typeface of the PDF is not installed.",
            todo="install the package font-source-sans-pro",
        )
    folder.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        name = f"SourceSansPro-{face}.otf"
        shutil.copyfile(Path(found.origin).parent / "files" / name, folder / name)
    return folder
