"""Starts the compilation of a PDF and waits for it: in a fork of this process or in a program."""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from papermill_warm.holding import signals_held
from wres_report import processes
from wres_report.report import pandoc, typst_compile

from .errors import RenderError

KILLED = "it was killed, most often because memory ran out"


class Compilation(Protocol):
    """A compilation that runs."""

    def finish(self) -> None:
        """Wait for the PDF. Raises RenderError with what Typst says against the document."""

    def stop(self) -> None:
        """End it if it still runs."""


def start(request: Mapping[str, Any], folder: Path) -> Compilation:
    """Start to compile. request: as ``typst_compile`` takes it. folder: for temporary files."""
    return Forked(request) if typst_compile.by_fork else Program(request, folder)


class Forked:
    """A compilation in a fork of this process, which saves the start of a program."""

    def __init__(self, request: Mapping[str, Any]) -> None:
        context = multiprocessing.get_context("fork")
        self.answer, end = context.Pipe(duplex=False)
        self.process = context.Process(target=_compile, args=(request, end))
        with signals_held():  # the child does not hear them at all: it has one thing to do
            self.process.start()
        end.close()

    def finish(self) -> None:
        if not self.answer.poll(pandoc.LIMIT):
            self.stop()
            raise RenderError(f"Typst did not end within {pandoc.LIMIT} seconds.")
        try:
            said = self.answer.recv()
        except EOFError:
            said = KILLED
        self.process.join()
        _refuse(said)

    def stop(self) -> None:
        self.process.kill()
        self.process.join()


class Program:
    """A compilation by a new Python."""

    def __init__(self, request: Mapping[str, Any], folder: Path) -> None:
        path = folder / "typst-request.json"
        path.write_text(json.dumps(request), encoding="utf-8", newline="\n")
        program = Path(__file__).with_name("typst_compile.py")
        # -P keeps the folder of the program, and so our module names, off the import path.
        self.process = subprocess.Popen(
            [sys.executable, "-P", str(program), str(path)],
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            **processes.with_parent(),
        )

    def finish(self) -> None:
        said = pandoc.wait(self.process, "Typst")
        if self.process.returncode:
            _refuse(said or KILLED)

    def stop(self) -> None:
        pandoc.stop(self.process)


def _compile(request: Mapping[str, Any], answer: Connection[str, Any]) -> None:
    processes.end_with_parent()
    answer.send(typst_compile.compile_file(request))


def _refuse(said: str) -> None:
    """Raise for what Typst said against the document, where it said anything."""
    if said:
        raise RenderError(
            "Typst could not make the PDF.",
            said=pandoc.shortened(said),
            todo="a picture without alt text and a broken table are the usual causes",
        )
