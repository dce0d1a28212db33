"""The only way in: every task of the project is a session of nox.

nox -s tests      lint, types and docs are sessions of their own
nox -s report     builds every trust-year of the repository into outputs/
nox -s verify     builds them, then builds them again elsewhere and compares every byte
nox -s bench      measures how fast all this is, and prints it as ratios
nox -s profile    writes a flame graph of one build, with all of its processes
nox -s faults     breaks it on purpose, many times, and prints what it did
nox -s truth      reads every sentence of 300 random trusts back, and plants falsehoods
nox -s mutants    changes the code one place at a time, and shows which changes no test notices
nox -s minimums   runs the tests of the parts with the lowest versions that pyproject.toml allows
nox -s newest     runs them with the newest versions there are, on each Python that is installed
nox -s release    builds wheel and sdist, tries them in an empty folder, and tags the version
nox -s pin        writes requirements/*.txt anew from pyproject.toml
"""

from __future__ import annotations

import os
import random
import re
import shutil
import tempfile
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
SMALL = ("nox", "lint", "mutants")
MUTATED = ("measures", "indicators", "gate", "claims")
NOTICED = ("killed", "timeout", "suspicious", "segfault")
WANTED_SCORE = 0.85
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# What shows that a version of a library fits: the parts, the renderers, notebooks warm and cold.
PARTS = tuple(
    f"tests/{name}"
    for name in ("unit", "pipeline", "gate", "documents", "plan_files", "report", "warm")
)


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
def nofork(session: nox.Session) -> None:
    """Run the command's own tests without forking a process, as Windows does."""
    install(session, "dev")
    session.env["WRES_NO_FORK"] = "1"
    session.run("pytest", "tests/functional", "tests/windows", *session.posargs)


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
def truth(session: nox.Session) -> None:
    """Read every sentence of all reports and of 300 random trusts back; plant every falsehood."""
    install(session, "dev")
    session.run("pytest", "tests/truth", "--truth=300", *session.posargs)


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
        "tests/unit/test_packages_page.py",
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
    """Measure speed and memory; ``-- --quick`` only tries whether all of it runs.

    ``-- --against REV`` measures builds of this revision and of another one in turn.
    """
    install(session, "dev")
    session.run("python", "-m", "bench", *session.posargs)


@nox.session
def profile(session: nox.Session) -> None:
    """Write a flame graph of a build from nothing; trust-years of this project follow ``--``."""
    install(session, "report")
    session.install("py-spy")  # for this session alone
    out = Path("outputs/profile").resolve()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        python = Path(session.bin) / "python"
        session.run(
            "py-spy", "record", "--subprocesses", "--output", str(out / "flames.svg"),
            "--", str(python), "-m", "wres_report", "build", *(session.posargs or ["ZZX/2021"]),
            "--renderer", "embedded", "--out", f"{folder}/outputs",
            env={"WRES_STORE": f"{folder}/store"},
        )  # fmt: skip
    session.log(f"The flame graph: {out / 'flames.svg'}")


@nox.session
def faults(session: nox.Session) -> None:
    """Break the project on purpose; ``-- CLASS --seed N --quick`` choose what and how often."""
    install(session, "dev")
    session.run("python", "-m", "faults", *session.posargs)


@nox.session
def mutants(session: nox.Session) -> None:
    """Change the code one place at a time and run the tests that reach it: a test that cannot fail
    shows. Packages after ``--``, as in ``-- measures gate``; hours for all changes of all.

    ``--of=60 --seed=1`` tries so many changes of each package, drawn by the seed. Exit status 1
    below the wanted score.
    """
    install(session, "dev")
    session.install("--require-hashes", "-r", str(REQUIREMENTS / "mutants.txt"))
    options = dict(given[2:].split("=") for given in session.posargs if given.startswith("--"))
    tried: dict[str, str] = {}
    for package in [given for given in session.posargs if given[:2] != "--"] or MUTATED:
        with session.chdir(_copy_to_mutate(session, package)):
            # Of no name at all: the changes are made, and which tests reach which is learned.
            session.run("mutmut", "run", "none*", success_codes=[0, 1], silent=True)
            names = sorted(_results(session))
            number = min(int(options.get("of", len(names))), len(names))
            drawn = random.Random(int(options.get("seed", 1))).sample(names, number)
            session.log(f"{package}: {number} of {len(names)} changes")
            session.run("mutmut", "run", *drawn, success_codes=[0, 1])
            found = _results(session)
            tried |= {name: found[name] for name in drawn}
    survivors = sorted(name for name, result in tried.items() if result not in NOTICED)
    for name in survivors:
        folder = name.split(".")[1]
        session.log(f"{tried[name]}: in mutants/{folder}, mutmut show {name}")
    score = 1 - len(survivors) / max(1, len(tried))
    session.log(f"{len(tried)} changes, {len(survivors)} that no test notices: {score:.1%}")
    if score < WANTED_SCORE or not tried:
        session.error(f"{WANTED_SCORE:.0%} are wanted.")


def _copy_to_mutate(session: nox.Session, package: str) -> Path:
    """A copy of the project with the settings of mutmut for one package and its tests.

    With all packages and tests at once the start alone takes longer than many an evening has: each
    test runs twice, in code of which every function asks which change is meant.
    """
    folder = Path("mutants") / package
    shutil.rmtree(folder, ignore_errors=True)
    listed = str(session.run("git", "ls-files", "-z", external=True, silent=True))
    for name in filter(None, listed.split("\0")):
        if Path(name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(name, folder / name)
    # What starts the command would start it unchanged.
    texts = {path: path.read_text("utf-8") for path in sorted(Path("tests").rglob("test_*.py"))}
    # What a package does is often tested where it is used, such as the part that prints a sentence:
    # the tests are taken of what imports it, and of what imports that.
    sources = {path: _imported(path.read_text("utf-8")) for path in Path("src").rglob("*.py")}
    within = Path("src/wres_report", package)
    reached = {_module(path) for path in sources if path.is_relative_to(within)}
    for _ in range(2):
        reached |= {_module(path) for path, imported in sources.items() if imported & reached}
    reaching = [
        path.as_posix()
        for path, text in texts.items()
        if _imported(text) & reached
        and not re.search(r"^pytestmark = .*pytest\.mark\.functional", text, re.MULTILINE)
    ]
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/wres_report/{package}/*"],
        "also_copy": ["notebooks", "expectations", "report", "data", "params", "faults", "docs",
                      "noxfile.py"],
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "-m", "not functional and not browser"],
        "pytest_add_cli_args_test_selection": reaching,
        "use_git_change_detection": ["false"],
    }  # fmt: skip
    lines = [f"{name} =\n    " + "\n    ".join(values) for name, values in settings.items()]
    (folder / "setup.cfg").write_text("[mutmut]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _module(path: Path) -> str:
    return ".".join(path.relative_to("src").with_suffix("").parts).removesuffix(".__init__")


def _imported(text: str) -> set[str]:
    """The modules that a text imports, and the names that it takes from them, with dots."""
    names = set(re.findall(r"^\s*import (wres_report[\w.]*)", text, re.MULTILINE))
    for module, taken in re.findall(
        r"^\s*from (wres_report[\w.]*) import (\([^)]*\)|.+)", text, re.MULTILINE
    ):
        names |= {module} | {f"{module}.{name}" for name in re.findall(r"\w+", taken)}
    return names


def _results(session: nox.Session) -> dict[str, str]:
    """What became of each change, by its name."""
    told = session.run("mutmut", "results", "--all", "true", silent=True)
    return dict(re.findall(r"^\s*(wres_report\.\S+): (\w[\w ]*)$", str(told), re.MULTILINE))


@nox.session
def minimums(session: nox.Session) -> None:
    """Run the tests of the parts with the lowest versions that pyproject.toml allows."""
    session.install("uv")
    # pip knows no way to ask for the lowest. Only what the project names itself is lowered.
    into = ("uv", "pip", "install", "--quiet")
    session.run(*into, "--resolution", "lowest-direct", "-e", ".[dask]", "--group", "build")
    session.run(*into, "-e", ".", "--group", "dev")
    session.run("pytest", *(session.posargs or PARTS))


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """Run the tests of the parts with the newest versions there are; ``-s newest-3.13`` on one."""
    session.install("--upgrade", "uv")
    into = ("uv", "pip", "install", "--quiet", "--upgrade")
    session.run(*into, "-e", ".[dask]", "--group", "dev", "--group", "build")
    session.run("pytest", *(session.posargs or PARTS))


@nox.session
def release(session: nox.Session) -> None:
    """Build wheel and sdist into dist/, make a report with each in an empty folder, then tag.

    ``-- --no-tag`` leaves the tag away. The version is that of the package, and CHANGELOG.md must
    have a day for it.
    """
    version = nox.project.load_toml("pyproject.toml")["project"]["version"]
    heads = [
        line for line in Path("CHANGELOG.md").read_text("utf-8").splitlines() if line[:3] == "## "
    ]
    if not re.fullmatch(rf"## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d", heads[0]):
        session.error(f"CHANGELOG.md begins with “{heads[0]}”, not with a day for {version}.")
    session.install("--require-hashes", "-r", str(REQUIREMENTS / "dev.txt"))
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "hatchling", "build", "-d", "dist")
    for made in sorted(Path("dist").resolve().iterdir()):
        session.install("--no-deps", "--no-build-isolation", "--force-reinstall", str(made))
        with tempfile.TemporaryDirectory() as folder, session.chdir(folder):
            session.run("wres", "--version")
            session.run("wres", "demo", "--trusts", "1", "--years", "2021", "--out", "country")
            session.run("wres", "build", "--to", "html", "--project", "country")
    if "--no-tag" not in session.posargs:
        session.run("git", "tag", "-a", f"v{version}", "-m", f"Version {version}", external=True)


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
        source = [str(REQUIREMENTS / f"{name}.in"), "--constraint", str(REQUIREMENTS / "dev.txt")]
        target = str(REQUIREMENTS / f"{name}.txt")
        session.run(*command, *source, *compile_to, target, external=True)
