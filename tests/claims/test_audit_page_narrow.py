"""The page of an audit on a phone, in a real browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Command

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
TEXT = (
    "# Report\n\nBME applicants were 2.38 times less likely to be appointed. Harassment from the "
    "public met 51.5% of BME staff. The ratio for entering the disciplinary process is 2.90.\n"
)


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_of_an_audit_never_scrolls_sideways(
    wres: Command, repository: Path, tmp_path: Path, width: int
) -> None:
    from playwright.sync_api import sync_playwright

    document, page = tmp_path / "report.md", tmp_path / "audit.html"
    document.write_text(TEXT, encoding="utf-8")
    told = wres("audit", str(document), "--against", "ZZX/2021", "--html", str(page),
                "--project", str(repository), folder=tmp_path)  # fmt: skip
    assert page.is_file(), told.stderr
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": width, "height": 844})
        shown.goto(page.as_uri())
        wide = shown.evaluate("document.documentElement.scrollWidth")
        rows = shown.locator("table.contradictions tbody tr").count()
        browser.close()
    assert rows
    assert wide <= width
