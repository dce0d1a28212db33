"""The hashes of the inputs of a trust-year, as they may be published."""

from __future__ import annotations

from pathlib import Path

from wres_report.inputs.hash_key import TableHashes
from wres_report.inputs.opening import plain_hash
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import country_file, files_of, table_files, used_files
from wres_report.inputs.workspace import Workspace

ABSENT = "absent"


class InputHashes:
    """The hashes of a workspace's inputs, each file read once in a build."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._tables = TableHashes(workspace)
        self._known: dict[TrustYear, dict[str, str]] = {}
        self._shared: dict[str, str] = {}

    def of(self, trust_year: TrustYear) -> dict[str, str]:
        """Hash by path from the workspace.

        Settings, what is read of the year, last year's tables with the settings that its own report
        was made with, the build that was approved, and the table of all trusts.
        """
        found = {}
        workspace, last_year = self.workspace, trust_year.previous
        settings = [workspace.params_file(trust_year)]
        if workspace.data_folder(last_year).is_dir():
            settings.append(workspace.params_file(last_year))
        for path in (*settings, workspace.pin_file(trust_year)):
            if path.is_file():
                where = self.workspace.relative(path)
                found[where] = plain_hash(path, where)
        last = table_files(self.workspace, trust_year.previous)
        for year, files in (
            (trust_year, used_files(self.workspace, trust_year)), (trust_year.previous, last),
        ):  # fmt: skip
            found |= {where: self._hash(year, where, path) for where, path in files.items()}
        for where, path in country_file(workspace, trust_year).items():
            if where not in self._shared:
                self._shared[where] = plain_hash(path, where)
            found[where] = self._shared[where]
        return found

    def data(self, trust_year: TrustYear) -> dict[str, str]:
        """Hash by path from the workspace: what is read of the trust-year's data folder."""
        files = used_files(self.workspace, trust_year)
        return {where: self._hash(trust_year, where, path) for where, path in files.items()}

    def everything(self, trust_year: TrustYear) -> dict[str, str]:
        """The same of every file of the folder, for a notebook that may read any of them."""
        found = files_of(self.workspace, trust_year)
        return {where: self._hash(trust_year, where, path) for where, path in found.items()}

    def _hash(self, trust_year: TrustYear, where: str, path: Path) -> str:
        known = self._known.setdefault(trust_year, {})
        if where not in known:
            known[where] = self._tables.of(trust_year, where, path)
        return known[where]
