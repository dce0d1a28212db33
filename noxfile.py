"""The only way in: every task of the project is a session of nox.

nox -s tests      lint, types and docs are sessions of their own
nox -s report     builds every trust-year of the repository into outputs/
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
# One environment for all that is not a user's: what is pinned is installed once.
DEVELOPMENT = ".nox/development"
PINNED = {"report": [], "dev": ["--group", "dev"]}


def install(session: nox.Session, requirements: str) -> None:
    """Install what is pinned, with hashes, and then the project as it stands here."""
    session.install("--require-hashes", "-r", str(REQUIREMENTS / f"{requirements}.txt"))
    session.install("--no-deps", "--no-build-isolation", "-e", ".")


@nox.session(venv_location=DEVELOPMENT)
def tests(session: nox.Session) -> None:
    """Run the tests with coverage; arguments go to pytest."""
    install(session, "dev")
    workers = ["-n", "auto"] if (os.cpu_count() or 1) > 1 else []
    session.run(
        "pytest", *workers, "--cov", "--cov-report=term:skip-covered", *session.posargs,
    )  # fmt: skip


@nox.session(venv_location=DEVELOPMENT)
def lint(session: nox.Session) -> None:
    """Check style and format, and that notebooks are committed without outputs."""
    install(session, "dev")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("pytest", "-q", "tests/unit/test_committed_notebooks.py")


@nox.session(venv_location=DEVELOPMENT)
def types(session: nox.Session) -> None:
    """Check the types of the package."""
    install(session, "dev")
    session.run("mypy")


@nox.session(venv_location=DEVELOPMENT)
def docs(session: nox.Session) -> None:
    """Write the generated pages of docs/ anew, then check every link and every claim."""
    install(session, "dev")
    session.run("pytest", "-q", "tests/backtest", "--write-docs")
    session.run("pytest", "-q", "tests/docs")


@nox.session
def report(session: nox.Session) -> None:
    """Build the trust-years named after ``--``, or all of them, into outputs/."""
    install(session, "report")
    session.run("wres", "build", *session.posargs)


@nox.session(venv_backend="none")
def pin(session: nox.Session) -> None:
    """Write requirements/*.txt anew: exact versions with hashes, for Python 3.11."""
    common = [
        "uv", "pip", "compile", "pyproject.toml", "--python-version", "3.11", "--universal",
        "--generate-hashes", "--no-annotate", "--no-emit-index-url", "--no-header", "--quiet",
        "--group", "build",
    ]  # fmt: skip
    for name, extra in PINNED.items():
        session.run(*common, *extra, "-o", str(REQUIREMENTS / f"{name}.txt"), external=True)
    session.run(
        *common[:3], str(REQUIREMENTS / "nox.in"), *common[4:-2],
        "-o", str(REQUIREMENTS / "nox.txt"), external=True,
    )  # fmt: skip
