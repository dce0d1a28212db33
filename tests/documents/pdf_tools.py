"""PDFs for one test each, set by Typst or by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def typeset(path: Path, source: str) -> Path:
    """A PDF set by Typst, with the typeface that comes with it."""
    import typst

    path.with_suffix(".typ").write_text(source, encoding="utf-8")
    typst.compile(str(path.with_suffix(".typ")), output=str(path))
    return path


def by_libreoffice(document: Path) -> Path:
    """A Word file as the PDF that LibreOffice makes of it; the test is skipped without one."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder = document.parent
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), str(document)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return document.with_suffix(".pdf")
