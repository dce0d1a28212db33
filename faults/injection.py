"""Puts probes into every field of text that others write, builds, and opens every page in a real
browser behind a proxy that lets nothing out. Where ``QUARTO`` names one, Quarto renders.

A case is a probe in a field. It is "caught" where the build refuses the field and names its place,
"ran" where the probe has set its mark or could be pressed to, "requested" where something was asked
for, "silent" where what a reader's program would obey got into a page, a document or the terminal,
and "held" otherwise.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from faults.fields import FIELDS, build_ground
from faults.outcome import Outcome
from faults.probes import HOST, PROBES, probe
from faults.recorder import Recorder, recording
from wres_report.cli.terminal import OBEYED

KIND = "injection"
QUARTO = os.environ.get("QUARTO", "")
RENDERER = "quarto" if QUARTO else "embedded"
NUMBER, QUICK = len(PROBES) * len(FIELDS), 3 * len(FIELDS)
TRUST_YEAR = "ZZX/2021"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LINKS = re.compile(r'Target="([^"]*)"[^>]*TargetMode="External"|/URI \(([^)]*)\)')
SAFE = ("http://", "https://", "mailto:", "#")
LOOK = """() => ({
  ran: window.ran || [],
  handlers: [...document.querySelectorAll("*")].flatMap(e =>
    [...e.attributes].filter(a => /^on/i.test(a.name)).map(a => a.value)),
  // The table below a chart as a file: text that a press saves and nothing runs.
  links: [...document.querySelectorAll("a[href], area[href], form, base")].filter(e =>
    !(e.hasAttribute("download") && e.href.startsWith("data:text/csv;")) &&
    !["http:", "https:", "mailto:", "file:"].includes(e.protocol || "")).map(e => e.outerHTML),
  loading: document.querySelectorAll(
    "iframe, object, embed, base, form, link, audio, video").length,
})"""


def run(folder: Path, seed: int, number: int) -> Iterator[Outcome]:
    """Each of some probes, chosen by the seed, in all fields at once."""
    names = list(PROBES)
    random.Random(seed).shuffle(names)
    ground = build_ground(folder / "ground")
    with recording() as recorder, Browser(recorder) as browser:
        for name in names[: max(1, -(-number // len(FIELDS)))]:
            yield from Try(folder / "tried", ground, name, recorder, browser).outcomes()


class Try:
    """One probe in all fields. results: by field; the first that is bad stands."""

    def __init__(
        self, root: Path, ground: Path, name: str, recorder: Recorder, browser: Any
    ) -> None:
        self.root, self.ground, self.name = root, ground, name
        self.recorder, self.browser = recorder, browser
        self.results: dict[str, tuple[str, str]] = {}
        self.said = ""

    def outcomes(self) -> Iterator[Outcome]:
        del self.recorder.asked[:]
        self._build()
        self._open()
        self._read_documents()
        for address in self.recorder.asked:
            if HOST in address:
                self._bad(address, "requested", address)
        if OBEYED.search(self.said):
            self._bad("the terminal", "silent", "a sign that a terminal obeys")
        for field in (*FIELDS, "the terminal"):
            result, detail = self.results.get(field, ("held", ""))
            yield Outcome(KIND, f"{self.name} in {field}", result, detail)

    def _build(self) -> None:
        """Build with the probe in all fields that are not refused."""
        for _ in range(6):
            self._fill()
            built = self._wres("build", TRUST_YEAR, "--renderer", RENDERER)
            if built.returncode == 0:
                break
            if "Traceback" in built.stderr:
                self._bad(self.name, "traceback", built.stderr[-400:])
                return
            refused = [
                field for field, (_, place) in FIELDS.items()
                if field not in self.results and place in built.stderr
            ]  # fmt: skip
            if not refused:
                self._bad(self.name, "silent", f"no place is named: {built.stderr[-400:]}")
                return
            self.results |= dict.fromkeys(refused, ("caught", ""))
        document = self.root / "document\x1b[2J.md"
        document.write_text(
            probe(self.name, "document") + "\n\nOur ratio of indicator 2 is 1.38.\n"
        )
        self._wres("audit", document.name, "--against", TRUST_YEAR, "--html", "outputs/audit.html")
        self._wres("diff", "ZZX/2020", TRUST_YEAR, "--html", "outputs/diff.html")

    def _fill(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.ground, self.root)
        for field, (fill, _) in FIELDS.items():
            if field not in self.results:
                fill(self.root, probe(self.name, field))

    def _wres(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "wres_report", *arguments], cwd=self.root, text=True,
            env=os.environ | self.recorder.environment | {"QUARTO": QUARTO}, encoding="utf-8",
            capture_output=True, check=False, timeout=600,
        )  # fmt: skip
        self.said += done.stdout + done.stderr
        return done

    def _open(self) -> None:
        from wres_report.preview.pages import reloading, with_banner

        # The staged project holds the template of a page, which is none.
        outputs = self.root / "outputs"
        pages = sorted(p for p in outputs.rglob("*.html") if "html" not in p.parent.name)
        report = self.root / "outputs" / TRUST_YEAR / "index.html"
        if report in pages:
            preview = self.root / "outputs" / "preview.html"
            page = with_banner(report.read_text("utf-8"), probe(self.name, "banner"))
            preview.write_text(reloading(page), encoding="utf-8")
            pages.append(preview)
        for path in pages:
            page = self.browser.new_page()
            page.on("dialog", lambda dialog: dialog.dismiss())
            page.goto(path.as_uri())
            page.mouse.move(300, 300)
            page.wait_for_timeout(100)
            seen = page.evaluate(LOOK)
            for text in (*seen["ran"], *seen["handlers"], *seen["links"]):
                self._bad(str(text), "ran", f"{path.name}: {text}")
            if seen["loading"]:
                self._bad(self.name, "silent", f"{path.name} has an element that loads")
            page.close()

    def _read_documents(self) -> None:
        folder = self.root / "outputs" / TRUST_YEAR
        texts = []
        if (folder / "report.docx").is_file():
            with ZipFile(folder / "report.docx") as package:
                texts += [package.read(n).decode() for n in package.namelist() if ".rels" in n]
        if (folder / "report.pdf").is_file():
            texts += [f"/URI ({address})" for address in _addresses(folder / "report.pdf")]
        for match in LINKS.finditer("\n".join(texts)):
            address = match[1] or match[2] or ""
            scheme = re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE)
            if scheme and not address.startswith(SAFE):
                self._bad(address, "silent", f"a document links to {address}")

    def _bad(self, trace: str, result: str, detail: str) -> None:
        """Blame the field that a trace names, else the first of all."""
        named = [field for field in FIELDS if field in trace]
        field = max(named, key=len) if named else next(iter(FIELDS))
        field = trace if trace == "the terminal" else field
        if self.results.get(field, ("held", ""))[0] in ("held", "caught"):
            self.results[field] = (result, detail)


def _addresses(path: Path) -> Iterator[str]:
    from pypdf import PdfReader

    for page in PdfReader(path).pages:
        for annotation in page.get("/Annots") or []:
            action = annotation.get_object().get("/A") or {}
            yield str(action.get_object().get("/URI") or "") if action else ""


class Browser:
    """A real Chromium that asks for everything through the recorder, this machine included."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder

    def __enter__(self) -> Any:
        from playwright.sync_api import sync_playwright

        path = next(filter(None, map(shutil.which, BROWSERS)), None)
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking",
                  "--disable-component-update", "--no-first-run",
                  f"--proxy-server={self.recorder.address}", "--proxy-bypass-list=<-loopback>"],
        )  # fmt: skip
        return self.browser

    def __exit__(self, *_: object) -> None:
        self.browser.close()
        self.playwright.stop()
