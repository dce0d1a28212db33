"""The hashes of the inputs of a trust-year."""

from __future__ import annotations

from pathlib import Path

from wres_report.hashes import files_below
from wres_report.inputs.opening import plain_hash
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

ABSENT = "absent"


class InputHashes:
    """The hashes of a workspace's inputs, each file read once in a build."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._folders: dict[Path, dict[str, str]] = {}

    def of(self, trust_year: TrustYear) -> dict[str, str]:
        """Hash by path from the workspace.

        Settings, every file of the year, last year's tables, and the build that was approved.
        """
        found = {}
        for path in (self.workspace.params_file(trust_year), self.workspace.pin_file(trust_year)):
            if path.is_file():
                where = self.workspace.relative(path)
                found[where] = plain_hash(path, where)
        found |= self.data(trust_year)
        last = f"data/{trust_year.previous}/"
        for name, digest in self.data(trust_year.previous).items():
            if name.endswith(".csv") and "/" not in name.removeprefix(last):
                found[name] = digest
        return found

    def data(self, trust_year: TrustYear) -> dict[str, str]:
        """Hash by path from the workspace: every file of the trust-year's data folder."""
        folder = self.workspace.data_folder(trust_year)
        if folder not in self._folders:
            self._folders[folder] = {
                where: plain_hash(path, where)
                for name, path in files_below(folder, linked=False)
                for where in (f"data/{trust_year}/{name}",)
            }
        return self._folders[folder]
