"""What only POSIX has stands where Windows never comes; texts are opened alike everywhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

import wres_report

sys.path.insert(0, str(Path(__file__).parent))

from posix_calls import found_in, without_encoding, writes_other_line_ends

SOURCE = Path(wres_report.__file__).parents[1]
REPOSITORY = Path(__file__).parents[2]
FILES = sorted(path for path in SOURCE.rglob("*.py") if "_workspace" not in path.parts)
# A warm notebook is a fork, and the engine loads these only where there can be one.
OF_FORKS = {
    f"papermill_warm/{name}.py": "loaded by the engine only where a process can be forked"
    for name in ("child", "manager", "own", "streams")
}
# What these load in turn, and what is loaded in the process alone that workers are forked from.
FOR_FORKS = (
    "papermill_warm/kernel.py", "papermill_warm/client.py",
    "wres_report/pipeline/notebooks/prepared.py",
    "wres_report/standby/handing.py", "wres_report/standby/serving.py",
    "wres_report/standby/situation.py", "wres_report/standby/taking_over.py",
    "wres_report/standby/loaded.py",
)  # fmt: skip
# Where else such a name may stand, and what keeps Windows from it.
ALLOWED = {
    **OF_FORKS,
    "papermill_warm/holding.py": "holds signals round a fork, and is called nowhere else",
    "papermill_warm/guards.py": "asks for os.fork first; without /proc there are no threads to see",
    "wres_report/pipeline/local_workers.py": "returns first where os.name is not posix",
    "wres_report/pipeline/pool.py": "os.kill where os.name is posix; elsewhere it ends workers",
    "wres_report/cli/ending.py": "returns first where os.name is not posix",
    "wres_report/forked.py": "returns first where the system is not linux",
    "wres_report/inputs/opening.py": "os.sep is compared with what pathlib wrote by it",
    "wres_report/leftovers.py": "asks for win32 first; /proc is read where the system is linux",
    "wres_report/processes.py": "each asks for posix or linux first, or runs in a guard of posix",
    **{
        f"wres_report/standby/{name}.py": "reached only where place.can_stand_by: on Linux"
        for name in ("handing", "place", "serving", "situation", "taking_over", "upkeep", "wire")
    },
    "wres_report/verify/ways.py": "os.sep tells a path from the name of a command",
}  # fmt: skip


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def test_the_search_finds_what_it_is_for(tmp_path: Path) -> None:
    file = tmp_path / "one.py"
    file.write_text(
        "import fcntl, os, signal, subprocess\nfrom resource import getrlimit\nos.fork()\n"
        "x = signal.SIGKILL\nsubprocess.Popen([], preexec_fn=None)\nopen('/dev/null')\n"
        "y = f'{today:%-d}'\n'a'.join(os.sep)\nopen('a', 'rb')\nPath('a').write_text('b')\n"
        "Path('a').read_text()\n",
        encoding="utf-8",
    )
    names = {name for _, name in found_in(file)}
    assert names >= {
        "fcntl", "resource", "os.fork", "signal.SIGKILL", "preexec_fn", "/dev/null", "os.sep",
    }  # fmt: skip
    assert any("strftime" in name for name in names)
    assert list(without_encoding(file)) == [6, 10, 11] or set(without_encoding(file)) == {6, 10, 11}
    assert list(writes_other_line_ends(file)) == [10]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_module_that_windows_reaches_asks_nothing_of_posix(path: Path) -> None:
    if name_of(path) not in ALLOWED:
        assert list(found_in(path)) == []


def test_no_reason_is_kept_for_a_module_that_needs_none() -> None:
    needed = {name_of(path) for path in FILES if list(found_in(path))}
    assert set(ALLOWED) == needed


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_texts_are_opened_in_utf_8_and_written_with_the_same_ends_of_line(path: Path) -> None:
    if name_of(path) in OF_FORKS:
        return
    assert list(without_encoding(path)) == []
    assert list(writes_other_line_ends(path)) == []


AS_ON_WINDOWS = """
import importlib, os, pathlib, signal, sys
# Libraries load their own POSIX code first: on Windows they have other code for it.
import IPython, ipykernel.kernelapp, jupyter_client, matplotlib.pyplot, papermill  # noqa
import great_expectations, duckdb, typst, pypandoc  # noqa
for name in ("fcntl", "resource", "pwd", "grp", "termios", "pty", "tty"):
    sys.modules[name] = None
for name in ("fork", "forkpty", "killpg", "setsid", "getuid", "geteuid", "waitpid", "uname"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGKILL", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGCHLD", "SIGIO", "SIGQUIT",
             "SIGVTALRM", "SIGPROF", "SIGPIPE", "pthread_sigmask", "SIG_BLOCK", "SIG_SETMASK"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in [name for name in sys.modules if name.startswith(("wres_report", "papermill_warm"))]:
    del sys.modules[name]
for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(sys.argv) - 1, "loaded")
"""


def test_every_module_but_those_of_forks_loads_where_posix_has_nothing() -> None:
    modules = [
        name_of(path)[:-3].replace("/", ".").removesuffix(".__init__")
        for path in FILES
        if name_of(path) not in OF_FORKS
        and name_of(path) not in FOR_FORKS
        and "/dask_workers" not in name_of(path)
        and not name_of(path).endswith("__main__.py")
    ]
    done = subprocess.run(
        [sys.executable, "-c", AS_ON_WINDOWS, *modules],
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "loaded" in done.stdout


def tracked() -> list[PurePosixPath]:
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True, timeout=60
    )
    return [PurePosixPath(name) for name in done.stdout.decode("utf-8").split("\0") if name]


RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
REFUSED = re.compile(r'[<>:"\\|?*\x00-\x1f]|[ .]$')


def check_names(paths: list[PurePosixPath], longest: int) -> None:
    """No name that Windows refuses or takes for another, none too long for its 260 characters."""
    for path in paths:
        assert len(str(path)) <= longest, path
        for part in path.parts:
            assert not RESERVED.fullmatch(part), path
            assert not REFUSED.search(part), path
    lowered = [str(path).lower() for path in paths]
    assert len(set(lowered)) == len(lowered)


def test_windows_can_hold_every_file_of_the_project() -> None:
    paths = tracked()
    assert len(paths) > 500
    check_names(paths, 140)


def test_windows_can_hold_every_output_of_a_build(built: Path) -> None:
    files = [path for path in built.rglob("*") if path.is_file()]
    check_names([PurePosixPath(path.relative_to(built).as_posix()) for path in files], 100)
    # What is kept stands below a folder that may have a long path of its own.
    store = built.parent / ".wres"
    kept = [path for path in store.rglob("*") if path.is_file()]
    check_names([PurePosixPath(path.relative_to(store).as_posix()) for path in kept], 120)
