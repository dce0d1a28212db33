"""Makes a national report again elsewhere and tells whether every byte is the same."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wres_report.country.kept import MANIFEST, kept_of, read_table
from wres_report.country.report import write_report
from wres_report.faults import ExitStatus, input_fault
from wres_report.hashes import file_hash
from wres_report.inputs.workspace import STANDARDS, Workspace
from wres_report.standard import Standard, load_standard
from wres_report.verify.compare import SHOWN, Difference
from wres_report.verify.explain import explain

MAKE_AGAIN = "Make it again: wres country --out FOLDER --to html"


@dataclass(frozen=True)
class CountryVerification:
    """changed: files of the report, or what it was made from, that are not as they were written.

    Where there are such, nothing is made again. files: how many were compared.
    """

    changed: tuple[str, ...]
    files: int
    differences: tuple[Difference, ...]

    @property
    def status(self) -> ExitStatus:
        same = not self.changed and not self.differences
        return ExitStatus.DONE if same else ExitStatus.VERIFICATION_DIFFERS

    def as_dict(self) -> dict[str, Any]:
        differences = [difference.as_dict() for difference in self.differences]
        return {"changed": list(self.changed), "files": self.files, "differences": differences}


def verify_country(folder: Path, workspace: Workspace) -> CountryVerification:
    """Verify the national report of a folder, with the renderer and formats that it was made with.

    All notebooks run again. Raises an input fault where the folder has no national report, or its
    standard is not known, and whatever a build of it raises.
    """
    before = kept_of(folder)
    if not before:
        raise input_fault(
            "There is no national report to verify.", str(folder / MANIFEST), MAKE_AGAIN
        )
    hashes = {**before["inputs"], **before["outputs"]}
    changed = tuple(name for name, digest in hashes.items() if _hash(folder / name) != digest)
    if changed:
        return CountryVerification(changed, 0, ())
    standard = _standard(before["standard"], folder, workspace)
    with tempfile.TemporaryDirectory(prefix="wres-national-") as place:
        again = Path(place) / "again"
        again.mkdir()
        for name in before["inputs"]:
            shutil.copyfile(folder / name, again / name)
        renderer = before["renderer"]["name"]
        table = read_table(again, standard)
        write_report(table, again, workspace, before["formats"], renderer=renderer)
        return CountryVerification((), len(hashes), tuple(_differences(folder, again, before)))


def _standard(name: str, folder: Path, workspace: Workspace) -> Standard:
    """That of the report: the workspace's own, the one beside the table, or the program's."""
    for own in (workspace.standards, folder / STANDARDS):
        try:
            return load_standard(name, own)
        except LookupError:
            continue
    raise input_fault(
        f"There is no standard “{name}”.", str(folder / MANIFEST),
        "Name the workspace that has it: --project FOLDER.",
    )  # fmt: skip


def _differences(folder: Path, again: Path, before: dict[str, Any]) -> Iterator[Difference]:
    made = json.loads((again / MANIFEST).read_text(encoding="utf-8"))["outputs"]
    for name in sorted(before["outputs"].keys() | made.keys()):
        if name not in made:
            yield Difference(name, "missing")
        elif name not in before["outputs"]:
            yield Difference(name, "new")
        elif made[name] != before["outputs"][name]:
            parts = explain(name, (folder / name).read_bytes(), (again / name).read_bytes())
            yield Difference(name, "differs", tuple(parts[:SHOWN]), max(0, len(parts) - SHOWN))


def _hash(path: Path) -> str:
    return file_hash(path) if path.is_file() else ""
