"""The loop of a preview, with builds that are only told of."""

from __future__ import annotations

import contextlib
import io
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.outcome import Outcome
from wres_report.pipeline.planning import TrustYearPlan
from wres_report.pipeline.progress import Progress
from wres_report.pipeline.resident import Built
from wres_report.preview import running
from wres_report.preview.serving import Shown

ZZX = TrustYear("ZZX", 2021)
GOOD = Built(1.0, TrustYearPlan(ZZX), Outcome(ZZX, ExitStatus.DONE))
BAD = Built(1.0, fault=Fault("It failed.", "data/ZZX/2021/survey.csv"))
Build = Callable[[], Built]


class Builds:
    """Stands for the builds: each is a function, and the last one ends the preview.

    Between two of them there are as many looks for changes as the test gives.
    """

    trust_year = ZZX

    def __init__(self, out: Path, *builds: Build) -> None:
        self.options = BuildOptions(out)
        self.left = list(builds)

    def build(self) -> Built:
        return self.left.pop(0)()

    def get_ready(self) -> None:
        pass


class Swallowing(Builds):
    """Builds whose loading takes what asks for an end for an error of its own, and goes on."""

    def get_ready(self) -> None:
        with contextlib.suppress(BaseException):
            signal.raise_signal(signal.SIGINT)


class Heard(io.StringIO):
    """A terminal that notes with each line what the page was at that moment."""

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self.shown = shown
        self.pages: list[tuple[str, str]] = []

    def write(self, text: str) -> int:
        self.pages.append((text, self.shown.content.decode()))
        return super().write(text)


class Run:
    """One run of the loop up to its end. said: on the terminal. page: what is shown last.

    pages: what was said, each with the page that was shown just then.
    """

    def __init__(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch, *builds: Build, looks: int = 3,
        made_by: type[Builds] = Builds,
    ) -> None:  # fmt: skip
        left = iter(range(looks))

        self.looked = 0

        def no_sleep(_seconds: float) -> None:
            self.looked += 1
            if next(left, None) is None:
                raise KeyboardInterrupt

        monkeypatch.setattr("time.sleep", no_sleep)
        shown = Shown("at first")
        out = Heard(shown)
        resident = made_by(workspace / "out", *builds)
        loop = running._Loop(Workspace(workspace), resident, shown, Progress(out))  # type: ignore[arg-type]
        with pytest.raises(KeyboardInterrupt):
            loop.run()
        self.said, self.page, self.pages = out.getvalue(), shown.content.decode(), out.pages


@pytest.fixture
def survey(workspace: Path) -> Path:
    return workspace / "data/ZZX/2021/survey.csv"


@pytest.fixture
def good(workspace: Path) -> Build:
    """A build that writes its page."""

    def build() -> Built:
        folder = workspace / "out/ZZX/2021"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text("<head></head><body>24.3%</body>", encoding="utf-8")
        return GOOD

    return build


def spoiling(survey: Path, result: Built) -> Build:
    """A build during which the survey is saved anew."""

    def build() -> Built:
        survey.write_text(survey.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        return result

    return build


def test_changes_during_a_build_lead_to_one_more(
    workspace: Path, survey: Path, good: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def twice() -> Built:
        spoiling(survey, GOOD)()
        spoiling(survey, GOOD)()
        return good()

    said = Run(workspace, monkeypatch, twice, good).said
    assert said.count("built in") == 2
    assert said.count("changed: data/ZZX/2021/survey.csv\n") == 1


def test_nothing_is_said_of_a_build_before_its_page_is_shown(
    workspace: Path, survey: Path, good: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def good_and_then_a_change() -> Built:
        spoiling(survey, GOOD)()
        return good()

    pages = Run(workspace, monkeypatch, good_and_then_a_change, lambda: BAD).pages
    assert ["24.3%" in page for text, page in pages if text.startswith("built in")] == [True]
    told = ("not built", "It failed")
    assert ["It failed." in page for text, page in pages if text.startswith(told)] == [True, True]


def test_a_fault_of_files_that_have_changed_meanwhile_is_not_told(
    workspace: Path, survey: Path, good: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Run(workspace, monkeypatch, spoiling(survey, BAD), good)
    assert "It failed" not in run.said
    assert "24.3%" in run.page


def test_a_fault_is_told_in_full_and_the_last_good_page_stays(
    workspace: Path, survey: Path, good: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def good_and_then_a_change() -> Built:
        spoiling(survey, GOOD)()
        return good()

    run = Run(workspace, monkeypatch, good_and_then_a_change, lambda: BAD)
    assert "not built, after 1.0 s; the last good page stays\n" in run.said
    assert f"{BAD.fault}\n" in run.said
    assert "24.3%" in run.page
    assert "It failed." in run.page


def test_a_page_that_is_gone_before_it_is_read_is_a_fault(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Run(workspace, monkeypatch, lambda: GOOD)
    assert "The page that was built cannot be read: No such file or directory." in run.said
    assert "cannot be read" in run.page


def test_after_a_change_of_the_program_nothing_is_built_until_it_is_started_again(
    workspace: Path, survey: Path, good: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "board.py"
    program.write_text("1\n")
    monkeypatch.setattr(running, "program_files", lambda: {"wres_report/board.py": program})

    def program_and_data_change() -> Built:
        program.write_text("22\n")
        spoiling(survey, GOOD)()
        return good()

    run = Run(workspace, monkeypatch, program_and_data_change, looks=9)
    assert "The program itself has changed: wres_report/board.py." in run.said
    assert "start it again" in run.said
    assert run.said.count("built in") == 1
    assert "24.3%" in run.page
    assert "start it again" in run.page


def test_many_changes_are_told_shortly(
    workspace: Path, survey: Path, good: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def five_change() -> Built:
        for name in ("a", "b", "c", "d", "e"):  # sections of no name are read, and told
            (survey.parent / "narrative" / f"{name}.md").write_text("Words.\n")
        return good()

    said = Run(workspace, monkeypatch, five_change, good).said
    folder = "data/ZZX/2021/narrative/"
    assert f"changed: {folder}a.md (new), {folder}b.md (new), {folder}c.md (new) and 2 more" in said


def test_a_change_while_the_processes_load_is_told_at_once_and_built_then(
    workspace: Path, survey: Path, good: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = threading.Event()
    say = Progress.say

    def saying(progress: Progress, text: str) -> None:
        say(progress, text)
        if text.startswith("seen: "):
            seen.set()

    def loading(_builds: Builds) -> None:
        if not seen.is_set():
            spoiling(survey, GOOD)()
            assert seen.wait(60)

    monkeypatch.setattr(running, "PERIOD", 0.001)
    monkeypatch.setattr(Progress, "say", saying)
    monkeypatch.setattr(Builds, "get_ready", loading)
    said = Run(workspace, monkeypatch, good, good).said
    assert said.index("seen: data/ZZX/2021/survey.csv") < said.index("changed: data/ZZX/2021")
    assert said.count("built in") == 2


def test_an_end_that_was_asked_for_while_loading_is_not_lost(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, good: Build, request: pytest.FixtureRequest
) -> None:
    # A run in the background ignores it from the start.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, before))
    # With one build alone: a second one, after the loading, would find none left.
    run = Run(workspace, monkeypatch, good, looks=0, made_by=Swallowing)
    assert "changed" not in run.said
    assert run.looked == 0
