"""The loop of a preview: build, show, wait for a change."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from wres_report.faults import Fault
from wres_report.finished.downloads import with_downloads
from wres_report.formats import FILES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.leftovers import ANY, claim, clear_claimed
from wres_report.pipeline.interrupts import end_if_asked, held_back
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.progress import Progress, noted
from wres_report.pipeline.reasons import SHOWN
from wres_report.pipeline.resident import Built, Resident
from wres_report.preview.pages import fault_page, waiting_page, with_banner
from wres_report.preview.serving import Shown, serving
from wres_report.preview.watching import Watch, input_files
from wres_report.program import program_files

PERIOD = 0.5  # seconds between two looks at the files
SETTLE = 0.1  # seconds without a change until it is built: a program may write a file in parts
MOST_PROCESSES = 9  # as many as there are notebooks
FOLDER = "preview"  # in the store


def preview(
    workspace: Workspace, trust_year: TrustYear, port: int, progress: Progress,
    tell_address: Callable[[str], None],
) -> None:  # fmt: skip
    """Serve the page of a trust-year and build it again on each change, until Ctrl-C.

    port: 0 for a free one. tell_address: called once, before the first build. Raises a usage fault
    where the port cannot be had, and KeyboardInterrupt at the end, when all is cleared away.
    """
    shown = Shown(waiting_page(trust_year))
    with (
        serving(shown, port) as address,
        _own_outputs(workspace, trust_year) as out,
        Resident(workspace, trust_year, _options(out)) as resident,
    ):
        tell_address(address)
        _Loop(workspace, resident, shown, progress).run()


def _options(out: Path) -> BuildOptions:
    jobs = min(os.cpu_count() or 1, MOST_PROCESSES)
    return BuildOptions(out, ("html",), "embedded", jobs=jobs)


@contextmanager
def _own_outputs(workspace: Workspace, trust_year: TrustYear) -> Iterator[Path]:
    """An outputs folder of the preview alone, removed at its end; the store keeps the steps."""
    folder = workspace.store / FOLDER
    out = folder / f"{trust_year.code}-{trust_year.year}"
    clear_claimed(folder, ANY)
    try:
        claim(out)
        yield out
    finally:
        shutil.rmtree(out, ignore_errors=True)
        with contextlib.suppress(OSError):  # another preview has its own in there
            folder.rmdir()


class _Loop:
    """page: the last good one, empty where there is none yet."""

    def __init__(
        self, workspace: Workspace, resident: Resident, shown: Shown, progress: Progress
    ) -> None:
        self.resident, self.shown, self.progress = resident, shown, progress
        self.trust_year = resident.trust_year
        own_files = program_files()
        self.program = Watch(lambda: own_files)
        self.inputs = Watch(lambda: input_files(workspace, self.trust_year))
        self.page = ""

    def run(self) -> None:
        self.progress.say(f"building {self.trust_year}")
        while True:
            built = self.resident.build()
            # Of files that were changed under it a build may tell what is no longer so.
            if built.done or not self.inputs.changes():
                self._show(built)
            end_if_asked()
            self._get_ready()
            changed = self._next_changes()
            self.progress.say(f"changed: {_listed(changed)}")

    def _get_ready(self) -> None:
        """Load what the next build needs, and look for changes meanwhile: it may take a while.

        Loading stays in this thread, for processes are bound to the one that starts them.
        """
        loaded = threading.Event()
        looking = threading.Thread(target=self._tell_meanwhile, args=(loaded,), daemon=True)
        looking.start()
        try:
            # A library that is being loaded may take Ctrl-C for one of its own errors.
            with held_back():
                self.resident.get_ready()
        finally:
            loaded.set()
            looking.join()

    def _tell_meanwhile(self, loaded: threading.Event) -> None:
        while not loaded.wait(PERIOD):
            if changed := self.inputs.changes():
                self.progress.say(f"seen: {_listed(changed)}; built once everything is loaded")
                return

    def _next_changes(self) -> list[str]:
        """Wait for changes of the inputs. After one of the program there are none any more."""
        while True:
            if own := self.program.changes():
                self._tell_to_start_again(own)
            elif self.inputs.changes() and (changed := self.inputs.settled_changes(SETTLE)):
                return changed
            _wait()

    def _show(self, built: Built) -> None:
        if built.outcome is None or not built.outcome.built:
            stays = "; the last good page stays" if self.page else ""
            self._show_fault(built.told, f"not built, after {built.seconds:.1f} s{stays}")
            return
        path = self.resident.options.out / str(self.trust_year) / FILES["html"]
        try:
            # Nothing is served but the page.
            self.page = with_downloads(path.read_text(encoding="utf-8"), {})
        except OSError as error:
            self._show_fault(f"The page that was built cannot be read: {error.strerror}.")
            return
        # Whoever reads that it is built, and asks for the page, must get this one.
        self.shown.show(self.page)
        for remark in built.outcome.remarks:
            self.progress.say(remark)
        self.progress.say(f"built in {built.seconds:.1f} s: {_ran(built)}")

    def _show_fault(self, fault: str, *before: str) -> None:
        page = with_banner(self.page, fault) if self.page else fault_page(self.trust_year, fault)
        self.shown.show(page)
        for line in (*before, fault):
            self.progress.say(line)

    def _tell_to_start_again(self, own: list[str]) -> None:
        """What is loaded is no longer what stands there: nothing more may be built with it."""
        fault = Fault(
            f"The program itself has changed: {_listed(own)}.",
            action="End this preview with Ctrl-C and start it again.",
        )
        self._show_fault(str(fault))
        while True:
            _wait()


def _wait() -> None:
    time.sleep(PERIOD)
    end_if_asked()


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more


def _ran(built: Built) -> str:
    """What a good build was to run, and what it could keep."""
    assert built.plan is not None
    assert built.outcome is not None
    steps, runs = built.plan.steps, [step.name for step in built.plan.runs]
    told = [f"run {', '.join(runs)}" if runs else "nothing to run"]
    if runs and len(runs) < len(steps):
        told.append(f"kept {len(steps) - len(runs)} of {len(steps)} steps")
    if built.outcome.notes:
        told.append(f"{noted(built.outcome.notes)} from the checks")
    return "; ".join(told)
