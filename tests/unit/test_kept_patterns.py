"""What is kept of patterns is what Python would compile, and is made anew where it is not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from wres_report import kept_patterns
from wres_report.kept_patterns import patterns_kept

PATTERNS = (
    ("(?P<year>19|20)[0-9]{2}", 0), ("[à-öø-ÿ]+|ſ", re.IGNORECASE), ("^a.(?i:b)$", re.M | re.S),
    (r"(?x) (?P<of> \\d+ ) # of \n (?: in | of ) (?P=of)", re.ASCII), ("(a)(?:(b)|c)(?(2)d|e)", 0),
)  # fmt: skip
# All that the words of a report are read with, from what was kept and as Python compiles it.
PROGRAM = """
import re
asked = []
own = re._compiler.compile
re._compiler.compile = lambda *of: asked.append(of) or own(*of)
import wres_report.pipeline.prepared
patterns = [(key, found) for key, found in re._cache.items() if key[0] is str]
re._compiler.compile = own
same = [found == own(key[1], key[2]) and found.groupindex == own(key[1], key[2]).groupindex
        for key, found in patterns]
print(len(asked), len(patterns), all(same))
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module whose code, and patterns, are kept below ``tmp_path``."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return str(tmp_path / "module.py")


def compiled_in(module: str) -> list[re.Pattern[str]]:
    """The patterns, compiled as if for the first time in a process."""
    re.purge()
    with patterns_kept(module):
        return [re.compile(*pattern) for pattern in PATTERNS]


def kept_file() -> Path:
    (found,) = Path(str(sys.pycache_prefix)).rglob("*.patterns")
    return found


def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The patterns that Python parses from now on."""
    seen: list[str] = []
    parser = re._parser  # type: ignore[attr-defined]
    own = parser.parse
    monkeypatch.setattr(parser, "parse", lambda of, *more: seen.append(of) or own(of, *more))
    return seen


def test_what_was_kept_is_not_compiled_again_and_is_the_same(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled_in(module)
    seen = parsed(monkeypatch)
    again = compiled_in(module)
    assert not seen
    re.purge()
    plain = [re.compile(*pattern) for pattern in PATTERNS]
    assert again == plain
    assert [one.groupindex for one in again] == [one.groupindex for one in plain]
    assert [one.flags for one in again] == [one.flags for one in plain]
    for text in ("1999", "ſÀ", "x\nazB\ny", "abd", "ae", "12 of 12"):
        assert [bool(one.search(text)) for one in again] == [
            bool(one.search(text)) for one in plain
        ]


@pytest.mark.parametrize("spoil", [
    lambda content: content[:0],
    lambda content: content[:-7],
    lambda content: content[:100] + bytes([content[100] ^ 1]) + content[101:],
])  # fmt: skip
def test_what_was_damaged_is_compiled_and_kept_anew(
    module: str, spoil: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled_in(module)
    path = kept_file()
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    seen = parsed(monkeypatch)
    compiled_in(module)
    assert len(seen) == len(PATTERNS)
    assert path.read_bytes() == whole


def test_what_another_python_has_kept_is_not_used(
    module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled_in(module)
    monkeypatch.setattr(kept_patterns.sys, "version", "another")
    seen = parsed(monkeypatch)
    compiled_in(module)
    assert len(seen) == len(PATTERNS)


def test_nothing_is_kept_where_python_keeps_no_code(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled_in(module)
    assert not list(tmp_path.rglob("*.patterns"))


def test_a_folder_that_cannot_be_written_stops_nothing(module: str, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("no folder", encoding="utf-8")
    assert [one.pattern for one in compiled_in(module)] == [pattern for pattern, _ in PATTERNS]


def test_a_pattern_that_is_wrong_is_refused_as_ever(module: str) -> None:
    for _ in range(2):
        with patterns_kept(module), pytest.raises(re.error, match="unterminated"):
            re.compile("(a")


def test_python_compiles_as_before_afterwards(module: str) -> None:
    compiler = re._compiler  # type: ignore[attr-defined]
    before = compiler.compile, compiler._sre
    compiled_in(module)
    assert (compiler.compile, compiler._sre) == before


def test_all_that_reads_the_words_of_a_report_is_the_same_from_what_was_kept(
    tmp_path: Path,
) -> None:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    told = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True,
            check=True,
        ).stdout.split()
        for _ in range(2)
    ]  # fmt: skip
    assert int(told[0][1]) > 300
    assert int(told[1][1]) > 300
    assert told[1][2] == "True"
