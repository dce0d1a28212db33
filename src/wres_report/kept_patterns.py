"""Keeps what Python has compiled of patterns, beside what it keeps of modules.

Python keeps the code of a module and makes that of its patterns anew in each process: a sixth of
a second for those that the words of a report are read with. Here it is kept as well, in the folder
that the module's own code is kept in, and made anew where Python, or the pattern, is another.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import marshal
import re
import sys
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wres_report.files import write_aside

SUFFIX = ".patterns"
DIGEST = 32  # bytes, of SHA-256
CODE = "I"  # an item of compiled code
# What Python's compiler gives to ``_sre.compile`` behind the pattern: its flags, code, groups.
Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
Kept = dict[tuple[str, int], Compiled]


@contextmanager
def patterns_kept(module: str) -> Iterator[None]:
    """Compile patterns from what was kept the last time, and keep what is new.

    module: the file of what is loaded meanwhile; what is kept for it stands beside its own code.
    Where nothing can be kept, or Python compiles in a way that is not known here, all is as
    without this.
    """
    compiler: Any = re._compiler  # type: ignore[attr-defined]
    own, engine = compiler.compile, compiler._sre
    known, new = _read(module), Kept()

    def compiled(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        kept = known.get((pattern, int(flags))) if type(pattern) is str else None
        if kept is not None:
            with contextlib.suppress(Exception):
                flags_of_all, code, *groups = kept
                same: re.Pattern[Any] = engine.compile(
                    pattern, flags_of_all, array(CODE, code).tolist(), *groups
                )
                return same
        compiler._sre = listening = _Listening(engine)
        try:
            found: re.Pattern[Any] = own(pattern, flags)
        finally:
            compiler._sre = engine
        if type(pattern) is str and listening.told is not None:
            new[pattern, int(flags)] = listening.told
        return found

    compiler.compile = compiled
    try:
        yield
    finally:
        compiler.compile = own
        if new and not sys.dont_write_bytecode:
            _write(module, known | new)


class _Listening:
    """``_sre`` for the compiler of patterns; told: what was compiled of the last one."""

    def __init__(self, engine: Any) -> None:
        self.engine = engine
        self.told: Compiled | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.engine, name)

    def compile(
        self, pattern: Any, flags: int, code: list[int], *groups: Any
    ) -> re.Pattern[Any]:  # fmt: skip
        with contextlib.suppress(Exception):
            count, by_name, names = groups
            self.told = (int(flags), array(CODE, code).tobytes(), count, by_name, names)
        found: re.Pattern[Any] = self.engine.compile(pattern, flags, code, *groups)
        return found


def _path(module: str) -> Path:
    return Path(importlib.util.cache_from_source(module)).with_suffix(SUFFIX)


def _read(module: str) -> Kept:
    """What is kept in a file; nothing where it is not as it was written, or by another Python."""
    with contextlib.suppress(Exception):
        found = _path(module).read_bytes()
        digest, content = found[:DIGEST], found[DIGEST:]
        if digest == _digest(content):
            kept: Kept = marshal.loads(content)
            return kept
    return {}


def _write(module: str, kept: Kept) -> None:
    """Keep them, as Python keeps code: where the folder cannot be written, nothing is said."""
    with contextlib.suppress(Exception):
        path, content = _path(module), marshal.dumps(kept)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_aside(path, _digest(content) + content)


def _digest(content: bytes) -> bytes:
    """Of what is kept and of the Python that compiled it."""
    return hashlib.sha256(sys.version.encode() + content).digest()
