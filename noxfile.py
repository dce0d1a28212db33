"""The only way in: every task of the project is a session of nox.

nox -s tests      lint, types and docs are sessions of their own
nox -s report     builds every trust-year of the repository into outputs/
nox -s verify     builds them, then builds them again elsewhere and compares every byte
nox -s bench      measures how fast all this is, and prints it as ratios
nox -s faults     breaks it on purpose, many times, and prints what it did
nox -s pin        writes requirements/*.txt anew from pyproject.toml
"""

from __future__ import annotations

import os
from pathlib import Path

import nox

nox.options.sessions = ["lint", "types", "tests"]
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_missing_interpreters = True

REQUIREMENTS = Path("requirements")
# In this order: a report is made with the versions that the tests ran with.
PINNED = {
    "dev": ["--group", "dev", "--extra", "dask"],
    "report": ["--constraint", str(REQUIREMENTS / "dev.txt")],
}
SMALL = ("nox", "lint")


def install(session: nox.Session, requirements: str) -> None:
    """Install what is pinned, with hashes, and then the project as it stands here."""
    session.install("--require-hashes", "-r", str(REQUIREMENTS / f"{requirements}.txt"))
    session.install("--no-deps", "--no-build-isolation", "-e", ".")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests with coverage; arguments go to pytest."""
    install(session, "dev")
    # A file stays with one worker, so that what its tests share is built once. In the order of
    # the folders, the small files of the units come last and even out the workers.
    together = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
    workers = together if (os.cpu_count() or 1) > 1 else []
    session.run(
        "pytest", *workers, "--cov", "--cov-report=term:skip-covered", *session.posargs,
    )  # fmt: skip


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format."""
    session.install("--require-hashes", "-r", str(REQUIREMENTS / "lint.txt"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the package."""
    install(session, "dev")
    session.run("mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """Write the generated pages of docs/ anew, then check every link and every claim."""
    install(session, "dev")
    session.run(
        "pytest",
        "-q",
        "tests/backtest",
        "tests/claims",
        "tests/properties/test_interval_coverage.py",
        "--write-docs",
    )
    session.run("pytest", "-q", "tests/docs")


@nox.session
def report(session: nox.Session) -> None:
    """Build the trust-years named after ``--``, or all of them, into outputs/."""
    install(session, "report")
    session.run("wres", "build", *session.posargs)


@nox.session
def verify(session: nox.Session) -> None:
    """Build the trust-years named after ``--``, or all, and verify that they can be built again."""
    install(session, "report")
    session.run("wres", "build", *session.posargs)
    session.run("wres", "verify", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure speed and memory; ``-- --quick`` only tries whether all of it runs."""
    install(session, "dev")
    session.run("python", "-m", "bench", *session.posargs)


@nox.session
def faults(session: nox.Session) -> None:
    """Break the project on purpose; ``-- CLASS --seed N --quick`` choose what and how often."""
    install(session, "dev")
    session.run("python", "-m", "faults", *session.posargs)


@nox.session(venv_backend="none")
def pin(session: nox.Session) -> None:
    """Write requirements/*.txt anew, exact versions with hashes; needs uv."""
    compile_to = [
        "--python-version", "3.11", "--universal", "--generate-hashes", "--no-annotate",
        "--no-strip-extras",
        "--no-emit-index-url", "--no-header", "--quiet", "-o",
    ]  # fmt: skip
    command = ["uv", "pip", "compile"]
    for name, groups in PINNED.items():
        target = str(REQUIREMENTS / f"{name}.txt")
        source = ["pyproject.toml", "--group", "build", *groups]
        session.run(*command, *source, *compile_to, target, external=True)
    for name in SMALL:
        source = [str(REQUIREMENTS / f"{name}.in")]
        target = str(REQUIREMENTS / f"{name}.txt")
        session.run(*command, *source, *compile_to, target, external=True)
