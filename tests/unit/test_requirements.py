"""The pinned requirements agree with one another and with what the project asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from wres_report.program import DISTRIBUTIONS

PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==([^ ;]+)", re.MULTILINE)


def pins(path: Path) -> dict[str, str]:
    found = PIN.findall(path.read_text(encoding="utf-8"))
    return {name.lower(): version for name, version in found}


def test_no_package_is_pinned_at_two_versions(repository: Path) -> None:
    versions: dict[str, set[str]] = {}
    for path in (repository / "requirements").glob("*.txt"):
        for name, version in pins(path).items():
            versions.setdefault(name, set()).add(version)
    assert len(versions) > 100
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_everything_that_a_report_needs_is_pinned_for_reports_and_for_tests(
    repository: Path,
) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[><=\[ ]", line)[0].lower() for line in project["dependencies"]}
    plain = {name.replace("_", "-") for name in asked}
    for file in ("report.txt", "dev.txt"):
        pinned = {n.replace("_", "-") for n in pins(repository / "requirements" / file)}
        assert plain <= pinned


def test_what_the_program_asks_for_by_name_is_installed_with_it_for_reports(
    repository: Path,
) -> None:
    """``wres doctor`` calls each of these missing where it is not there."""
    pinned = {n.replace("_", "-") for n in pins(repository / "requirements/report.txt")}
    asked = {name.replace("_", "-") for name in DISTRIBUTIONS} - {"wres-report"}
    assert asked <= pinned


def test_every_pin_has_a_hash(repository: Path) -> None:
    for path in (repository / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        for block in re.split(r"\n(?=[A-Za-z])", text.strip()):
            assert not PIN.match(block) or "--hash=sha256:" in block, block.splitlines()[0]
