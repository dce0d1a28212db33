"""``wres preview``: a change is seen in a real browser, a fault is told, and nothing is left."""

from __future__ import annotations

import os
import queue
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from urllib.request import ProxyHandler, build_opener

import psutil
import pytest
from playwright.sync_api import Error

from tests.conftest import Command, copy_with_store
from tests.functional.axe import broken_rules

pytestmark = pytest.mark.functional
TRUST_YEAR = "ZZX/2021"
SURVEY = f"data/{TRUST_YEAR}/survey.csv"
HEAVY = ("pandas", "numpy", "scipy", "matplotlib")
PATIENCE = 60  # seconds, for a machine with much else to do
PLACE = 2400  # pixels from the top


class Preview:
    """A preview that runs, with a folder of temporary files of its own.

    address: of the page. lines: what it says on standard error, as far as nobody has taken it.
    """

    def __init__(self, root: Path, trust_year: str = TRUST_YEAR) -> None:
        self.root = root
        self.temporary = Path(tempfile.mkdtemp())
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wres_report", "preview", trust_year],
            cwd=root, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=os.environ | {"TMPDIR": str(self.temporary)}, start_new_session=True,
            # As in a terminal, also where the tests themselves run in the background.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )  # fmt: skip
        assert self.process.stdout is not None
        self.process.stdout.readline()
        self.address = self.process.stdout.readline().strip()
        self.lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.put(line.rstrip("\n"))

    def said(self, start: str) -> list[str]:
        """The lines up to the next one that begins so; waits for it."""
        found: list[str] = []
        until = time.monotonic() + PATIENCE
        while not (found and found[-1].startswith(start)):
            found.append(self.lines.get(timeout=until - time.monotonic()))
        return found

    def end(self) -> list[str]:
        """Press Ctrl-C, as a terminal does for all processes; what is said after that."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        rest = []
        while not self.lines.empty():
            rest.append(self.lines.get())
        return rest

    def __enter__(self) -> Preview:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:  # fmt: skip
        if self.process.poll() is None:
            self.end()
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()
        shutil.rmtree(self.temporary)


@pytest.fixture(scope="module")
def root(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_with_store(built, tmp_path_factory.mktemp("preview") / "workspace")


@pytest.fixture(scope="module")
def preview(root: Path) -> Iterator[Preview]:
    with Preview(root) as running:
        assert running.said("built in")[0] == f"building {TRUST_YEAR}"
        yield running


@pytest.fixture
def page(browser, preview: Preview) -> Iterator[object]:
    """The report in a browser, some way down."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(preview.address)
    page.evaluate(f"scrollTo({{top: {PLACE}, behavior: 'instant'}})")
    yield page
    page.close()


@pytest.fixture
def alone(built: Path, tmp_path: Path) -> Path:
    """A workspace in which no other preview runs."""
    return copy_with_store(built, tmp_path / "workspace")


def change_survey(root: Path, percent: str) -> None:
    """Give indicator 5 of 2020, BME, which is 31.5, another percentage."""
    path = root / SURVEY
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(r"^(5,2020,bme),[^,]*", rf"\g<1>,{percent}", text, flags=re.MULTILINE)
    assert count == 1
    write_at_once(path, changed)


def write_at_once(path: Path, text: str) -> None:
    """Replace a file as editors do; one that is emptied first may be seen and built while empty."""
    aside = path.parents[3] / "aside.csv"
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)


def served(address: str) -> str:
    """The page as the preview sends it, asked for without any proxy."""
    direct = build_opener(ProxyHandler({}))
    with direct.open(address, timeout=PATIENCE) as answer:
        text: str = answer.read().decode("utf-8")
    return text


def wait_until(page, holds: str) -> None:
    """Wait until an expression holds in the page, whose policy lets nothing evaluate text there."""
    for _ in range(600):
        try:
            if page.evaluate(holds):
                return
        except Error:  # the page is being loaded anew
            pass
        page.wait_for_timeout(50)
    raise AssertionError(f"never so: {holds}")


def wait_for_text(page, text: str, *, gone: bool = False) -> None:
    there = f"document.body.innerText.includes({text!r})"
    # A page that is just being loaded has no body yet.
    wait_until(page, f"document.body && {'!' if gone else ''}{there}")


@pytest.mark.browser
def test_a_changed_cell_is_seen_without_a_click_and_at_the_same_place(
    page, preview: Preview
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert "33.7%" not in page.inner_text("body")
    change_survey(preview.root, "33.7")
    wait_for_text(page, "33.7%")
    wait_until(page, f"scrollY === {PLACE}")
    # The new page may not have asked for the next change yet.
    assert {url for url in asked if not url.startswith("data:")} <= {
        preview.address, f"{preview.address}events",
    }  # fmt: skip
    assert not faults
    *_, changed, built = preview.said("built in")
    assert changed == f"changed: {SURVEY}"
    surveyed = "5_harassment_public, 6_harassment_staff, 7_opportunity, 8_discrimination"
    assert f"run gate, {surveyed}, staging, html; kept 5 of 12 steps" in built
    change_survey(preview.root, "31.5")
    wait_for_text(page, "33.7%", gone=True)
    preview.said("built in")


@pytest.mark.browser
def test_a_fault_stands_over_the_last_good_page_until_it_is_mended(page, preview: Preview) -> None:
    change_survey(preview.root, "315")
    wait_for_text(page, "The last change is not in this page")
    banner = page.inner_text(".preview-fault")
    assert f"where: {SURVEY}, row 9, column percent" in banner
    assert "to do:" in banner
    assert "31.5%" in page.inner_text("main")
    wait_until(page, f"scrollY === {PLACE}")
    told = "\n".join(preview.said("  to do"))
    assert "not built, after" in told
    assert "the last good page stays" in told
    assert f"where: {SURVEY}, row 9, column percent" in told
    assert not broken_rules(page)
    change_survey(preview.root, "31.5")
    wait_for_text(page, "The last change is not in this page", gone=True)
    wait_until(page, f"scrollY === {PLACE}")
    preview.said("built in")


@pytest.mark.browser
def test_a_page_without_scripts_shows_the_report(browser, preview: Preview) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(preview.address)
    assert "31.5%" in page.inner_text("main")
    context.close()


def test_a_narrative_and_a_notebook_are_seen_as_well(preview: Preview, repository: Path) -> None:
    narrative = preview.root / f"data/{TRUST_YEAR}/narrative/foreword.md"
    narrative.write_text(narrative.read_text(encoding="utf-8") + "\nOne more sentence.\n")
    *_, changed, built = preview.said("built in")
    assert changed == f"changed: data/{TRUST_YEAR}/narrative/foreword.md"
    assert "run staging, html; kept 10 of 12 steps" in built

    aside = preview.root / "aside"
    shutil.copytree(repository / "notebooks", aside)
    notebook = aside / "9_board.ipynb"
    text = notebook.read_text(encoding="utf-8")
    notebook.write_text(text.replace("wres.hand_over(result)", "wres.hand_over( result )"))
    aside.rename(preview.root / "notebooks")
    *_, changed, built = preview.said("built in")
    assert changed == "changed: notebooks/9_board.ipynb"
    assert "run 9_board, staging, html; kept 9 of 12 steps" in built


def test_a_year_of_another_standard_is_shown_and_built_again_on_a_change(alone: Path) -> None:
    name = f"{TRUST_YEAR}/wdes"
    with Preview(alone, name) as preview:
        assert preview.said("built in")[0] == f"building {name}"
        first = served(preview.address)
        assert "Workforce Disability Equality Standard" in first
        assert "43.2%" not in first
        survey = alone / f"data/{name}/survey.csv"
        text = survey.read_text(encoding="utf-8")
        changed, count = re.subn(r"^(6,,2020,disabled),[^,]*", r"\g<1>,43.2", text, flags=re.M)
        assert count == 1
        write_at_once(survey, changed)
        *_, told, built = preview.said("built in")
        assert told == f"changed: data/{name}/survey.csv"
        assert "6_pressure" in built
        assert "43.2%" in served(preview.address)


def test_the_process_that_serves_loads_nothing_heavy_and_writes_no_outputs(
    preview: Preview,
) -> None:
    assert not (preview.root / "outputs").exists()
    maps = Path(f"/proc/{preview.process.pid}/maps")
    if not maps.is_file():
        pytest.skip("this system does not say what a process has loaded")
    loaded = maps.read_text(encoding="utf-8")
    assert [name for name in HEAVY if f"/{name}/" in loaded] == []


def test_when_the_system_asks_for_an_end_it_ends_in_order(alone: Path) -> None:
    with Preview(alone) as preview:
        preview.said("building")
        preview.process.send_signal(signal.SIGTERM)
        assert preview.process.wait(PATIENCE) == 0
        assert preview.said("The preview has ended")
        assert not (alone / ".wres/preview").exists()


@pytest.mark.parametrize("at_work", [False, True], ids=["at rest", "in the middle of a build"])
def test_ctrl_c_ends_it_with_one_line_and_leaves_nothing(alone: Path, at_work: bool) -> None:
    with Preview(alone) as preview:
        preview.said("built in")
        if at_work:
            change_survey(alone, "30.9")
            preview.said("changed")
            time.sleep(0.4)  # a notebook or the gate runs by now
        rest = preview.end()
        assert preview.process.returncode == 0
        assert [line for line in rest if line] == ["The preview has ended."]
        until = time.monotonic() + PATIENCE
        while (left := processes_of(preview.process.pid)) and time.monotonic() < until:
            time.sleep(0.1)
        assert left == []
        assert list(preview.temporary.iterdir()) == []
        assert not (alone / ".wres/preview").exists()


def processes_of(group: int) -> list[str]:
    """The command lines of the processes of a group that still run."""
    found = []
    for process in psutil.process_iter():
        try:
            if os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE:
                found.append(" ".join(process.cmdline()))
        except (psutil.NoSuchProcess, ProcessLookupError):
            continue
    return found


@pytest.mark.browser
def test_where_the_first_build_fails_the_page_is_the_fault_alone(browser, alone: Path) -> None:
    change_survey(alone, "315")
    with Preview(alone) as preview:
        page = browser.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(preview.address)
        wait_for_text(page, "could not be built")
        assert f"where: {SURVEY}, row 9, column percent" in page.inner_text("main")
        assert "31.5%" not in page.inner_text("body")
        change_survey(alone, "31.5")
        wait_for_text(page, "31.5%")
        assert "could not be built" not in page.inner_text("body")
        page.close()


def test_a_port_that_is_taken_is_told(wres: Command, repository: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = wres("preview", TRUST_YEAR, "--port", port, folder=repository)
    assert result.returncode == 2
    assert f"Port {port} is taken" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_unknown_trust_year_is_told_as_by_a_build(wres: Command, repository: Path) -> None:
    told = [wres(name, "ZZX/2031", folder=repository) for name in ("build", "preview")]
    assert told[0].returncode == told[1].returncode == 15
    assert told[0].stderr == told[1].stderr


def test_several_trust_years_are_refused(wres: Command, repository: Path) -> None:
    result = wres("preview", "ZZX", folder=repository)
    assert result.returncode == 2
    assert "ZZX means 3 trust-years" in result.stderr
    assert "ZZX/2021" in result.stderr
