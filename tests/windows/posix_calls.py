"""Finds what a module of the program asks of a system that Windows does not have."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

# Modules of Python that are not there under Windows.
MODULES = {"fcntl", "resource", "pwd", "grp", "termios", "pty", "tty", "syslog", "posix", "crypt"}
# Of ``os`` and ``signal``, what is not there or does something else: os.kill ends the process.
OF_OS = {
    "fork", "forkpty", "kill", "killpg", "setsid", "setpgid", "getpgid", "getuid", "geteuid",
    "getgid", "getegid", "getgroups", "waitpid", "wait", "wait3", "wait4", "mkfifo", "chown",
    "lchown", "chroot", "uname", "nice", "getloadavg", "statvfs", "O_ASYNC", "WNOHANG", "ttyname",
    "sysconf", "confstr", "posix_spawn", "sched_getaffinity", "sched_setaffinity", "initgroups",
    "setuid", "setgid", "readv", "writev", "pread", "pwrite", "set_blocking", "sep",
}  # fmt: skip
OF_SIGNAL = {
    "SIGKILL", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGCHLD", "SIGALRM", "SIGVTALRM",
    "SIGPROF", "SIGIO", "SIGPIPE", "SIGSTOP", "SIGTSTP", "SIGCONT", "SIGWINCH", "alarm",
    "setitimer", "pthread_sigmask", "pthread_kill", "sigwait", "set_wakeup_fd", "pause",
    "SIG_BLOCK", "SIG_SETMASK",
}  # fmt: skip
ARGUMENTS = {"preexec_fn", "start_new_session", "pass_fds", "process_group"}
PLACES = re.compile(r"^/(dev|proc|tmp|etc|usr|bin|var|sys)(/|$)")
# A day or an hour without its nought: Python's own under POSIX alone.
FORMATS = re.compile(r"%-[dmHIMSyj]")
OPENING = {"open", "read_text", "write_text"}


def found_in(path: Path) -> Iterator[tuple[int, str]]:
    """Line and name of each such use in a file of Python."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.partition(".")[0] in MODULES:
                    yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in MODULES:
            yield node.lineno, str(node.module)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            known = {"os": OF_OS, "signal": OF_SIGNAL}.get(node.value.id, set())
            if node.attr in known:
                yield node.lineno, f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.keyword) and node.arg in ARGUMENTS:
            yield node.value.lineno, node.arg
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if PLACES.match(node.value):
                yield node.lineno, node.value
            elif FORMATS.search(node.value):
                yield node.lineno, f"strftime {node.value}"


def without_encoding(path: Path) -> Iterator[int]:
    """The lines of a file that open a text in whatever encoding the system has."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else (
            node.func.id if isinstance(node.func, ast.Name) else ""
        )  # fmt: skip
        given = {keyword.arg for keyword in node.keywords}
        if name == "open" and isinstance(node.func, ast.Name):
            mode = node.args[1] if len(node.args) > 1 else None
            binary = isinstance(mode, ast.Constant) and "b" in str(mode.value)
            if not binary and "encoding" not in given:
                yield node.lineno
        elif name == "read_text" and isinstance(node.func, ast.Attribute):
            if "encoding" not in given and not node.args:
                yield node.lineno
        elif name == "write_text" and "encoding" not in given and len(node.args) < 2:
            yield node.lineno


def writes_other_line_ends(path: Path) -> Iterator[int]:
    """The lines of a file that write a text whose ends of line the system would turn."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "write_text"
            and "newline" not in {keyword.arg for keyword in node.keywords}
        ):
            yield node.lineno
