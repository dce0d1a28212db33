"""Hashes of tables that hold counts which no page may print, made with a key.

A table such as ``disciplinary.csv`` holds a handful of small numbers. Whoever has its plain hash,
and knows all but one of them from the report, tries the few that are left until the hash fits. So
what is published of such a table is an HMAC: without the key, which never leaves the workspace,
nothing can be tried. Source: RFC 2104.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import re
import secrets
import tempfile
from pathlib import Path

from wres_report.faults import Fault, input_fault
from wres_report.inputs.minimums import shows_all_numbers
from wres_report.inputs.opening import UNREADABLE, check_plain, plain_hash
from wres_report.inputs.places import WORKBOOK, nominal
from wres_report.inputs.tables import SURVEY, counted_tables
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

NAME = "hash-key.txt"
FORM = re.compile(r"[0-9a-f]{64}")
KEYED = "hmac-sha256:"  # what stands before such a hash, so that nobody takes it for a plain one


class TableHashes:
    """The hashes of a workspace's tables, as they may be published."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._key = b""
        self._hidden: dict[TrustYear, frozenset[str]] = {}

    def of(self, trust_year: TrustYear, where: str, path: Path) -> str:
        """The hash of one file of a trust-year's data, in hexadecimal.

        With the key where the file is a table of counts and the rules for small numbers are on.
        ``UNREADABLE`` for what is never read.
        """
        if trust_year not in self._hidden:
            self._hidden[trust_year] = self._hidden_tables(trust_year)
        hides = where in self._hidden[trust_year]
        return self._keyed(where, path) if hides else plain_hash(path, where)

    def again(self, where: str, path: Path, before: str) -> str:
        """The hash of a file now, in the form that it had before."""
        keyed = before.startswith(KEYED)
        return self._keyed(where, path) if keyed else plain_hash(path, where)

    def _keyed(self, where: str, path: Path) -> str:
        key = self._workspace_key()
        try:
            check_plain(path, where)
            return KEYED + hmac.new(key, path.read_bytes(), hashlib.sha256).hexdigest()
        except (Fault, OSError):
            return UNREADABLE

    def _hidden_tables(self, trust_year: TrustYear) -> frozenset[str]:
        """Tables whose small numbers the report hides. What stands in the others is printed."""
        if shows_all_numbers(self.workspace, trust_year):
            return frozenset()
        counted = (*counted_tables(self.workspace.standard(trust_year)), SURVEY)
        # The workbook may hold all of them.
        return frozenset({nominal(trust_year, name) for name in counted}
                         | {f"data/{trust_year}/{WORKBOOK}"})  # fmt: skip

    def _workspace_key(self) -> bytes:
        if not self._key:
            self._key = bytes.fromhex(_key_of(self.workspace))
        return self._key


def key_file(workspace: Workspace) -> Path | None:
    """Where the key of a workspace stands; None where there is none yet."""
    return next((path for path in _places(workspace) if path.is_file()), None)


def _places(workspace: Workspace) -> tuple[Path, Path]:
    """Beside the data it belongs to, or, where nothing may be written there, in the store."""
    return workspace.data / NAME, workspace.store / NAME


def _key_of(workspace: Workspace) -> str:
    path = key_file(workspace)
    if path is None:
        return _new_key(workspace)
    try:
        text = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeError):
        text = ""
    if not FORM.fullmatch(text):
        raise input_fault(
            "The key of the hashes is damaged.",
            f"data/{NAME}",
            "Take the file from a backup, or delete it: a new one is made, and the hashes of "
            "earlier reports can then not be checked any more.",
        )
    return text


def _new_key(workspace: Workspace) -> str:
    for path in _places(workspace):
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            return _written_once(path, secrets.token_hex(32))
    raise input_fault(
        "The key of the hashes cannot be written.",
        f"data/{NAME}",
        "Give this account the right to write into the folder data/, or into .wres/.",
    )


def _written_once(path: Path, key: str) -> str:
    """Write the key unless another process was first; the key that stands there then."""
    number, name = tempfile.mkstemp(prefix=f".{NAME}-", dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(number, "w", encoding="ascii") as file:
            file.write(key + "\n")
        try:
            os.link(aside, path)
        except FileExistsError:
            pass
        except OSError:  # a file system without hard links
            if not path.exists():
                aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return path.read_text(encoding="ascii").strip()
