"""``wres help`` prints the documentation; ``wres doctor`` says how packages come here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Command
from wres_report.cli.doctor import network
from wres_report.cli.helping import as_text, documentation, pages_in

pytestmark = pytest.mark.functional


def test_a_page_is_printed_with_the_commands_that_lead_on(wres: Command, tmp_path: Path) -> None:
    told = wres("help", "add-a-trust-year", folder=tmp_path)
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("# ")
    assert "wres new" in told.stdout
    assert "](" not in told.stdout
    assert re.search(r"\(wres help [\w-]+\)", told.stdout)


def test_the_list_names_every_page_for_users(wres: Command, tmp_path: Path) -> None:
    told = wres("help", folder=tmp_path)
    assert told.returncode == 0, told.stderr
    for name in pages_in(REPOSITORY / "docs"):
        assert name in told.stdout


def test_a_page_that_does_not_exist_is_told_with_those_it_may_be(
    wres: Command, tmp_path: Path
) -> None:
    told = wres("help", "trust-year", folder=tmp_path)
    assert told.returncode == 2
    assert "add-a-trust-year" in told.stderr


def test_every_page_can_be_printed() -> None:
    pages = pages_in(documentation())
    assert len(pages) > 40
    for path in pages.values():
        text = as_text(path.read_text("utf-8"), set(pages))
        assert not re.search(r"\]\([^)\s]*\.md", text), path


def test_the_address_of_a_proxy_is_not_printed() -> None:
    checks = list(network({"https_proxy": "http://me:secret@proxy.example:8080"}))
    told = " ".join(check.what + check.action for check in checks)
    assert "HTTPS_PROXY" in told
    assert "secret" not in told
    assert "proxy.example" not in told


def test_certificates_that_are_not_there_are_named(tmp_path: Path) -> None:
    checks = list(network({"PIP_CERT": str(tmp_path / "none.pem")}))
    assert any("PIP_CERT" in check.what and check.mark == "note" for check in checks)
    (tmp_path / "none.pem").write_text("x", "utf-8")
    checks = list(network({"PIP_CERT": str(tmp_path / "none.pem")}))
    assert not any("not there" in check.what for check in checks)


def test_in_an_empty_folder_doctor_and_build_name_the_way_to_start(
    wres: Command, tmp_path: Path
) -> None:
    told = wres("doctor", folder=tmp_path)
    assert "wres new" in told.stdout
    assert "wres build can run" not in told.stdout
    built = wres("build", folder=tmp_path)
    assert built.returncode == 15
    assert 'wres new RV9/2022 --name "' in built.stderr


def test_pages_whose_name_has_the_word_are_proposed_first(tmp_path: Path, wres: Command) -> None:
    told = wres("help", "wdes", folder=tmp_path)
    assert told.returncode == 2
    assert "Perhaps: report-on-the-wdes" in told.stderr
