"""``wres publish``: what goes onto a website, what does not, and what stops it."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import Command
from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.website.site import publish

PASSED = ("LON/2020", "R1L/2021", "RV9/2021", "RX7/2023")


def years(*names: str) -> list[TrustYear]:
    return [TrustYear.parse(name) for name in names]


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "web & site é"
    publish(built, folder, years(*PASSED), drafts=False)
    return folder


def test_every_file_is_where_its_address_says_and_as_its_build_left_it(
    built: Path, site: Path
) -> None:
    listing = json.loads((site / "files.json").read_text("utf-8"))["files"]
    for entry in listing:
        content = (site / entry["address"]).read_bytes()
        assert len(content) == entry["size"]
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    report = (site / "rv9/2021/rv9-2021-report.pdf").read_bytes()
    assert report == (built / "RV9/2021/report.pdf").read_bytes()
    files = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    assert files == {entry["address"] for entry in listing} | {"index.html", "files.json"}


def test_each_page_leads_to_the_files_beside_it_under_their_names_there(site: Path) -> None:
    for address in ("rv9/2021", "rx7/2023"):
        page = BeautifulSoup((site / address / "index.html").read_text("utf-8"), "lxml")
        links = [str(a["href"]) for a in page.select("nav.downloads a")]
        beside = {p.name for p in (site / address).iterdir()} - {"index.html"}
        assert set(links) == beside


def test_the_first_page_lists_each_file_with_its_size_and_every_link_leads_somewhere(
    site: Path,
) -> None:
    page = BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser")
    links = [a["href"] for a in page.find_all("a") if not a["href"].startswith("#")]
    assert links
    assert all((site / link).is_file() for link in links)
    assert len(page.find_all("table")) == len(PASSED)
    for table in page.find_all("table"):
        assert table.caption
        assert all(th.get("scope") for th in table.find_all("th"))
        for row in table.tbody.find_all("tr"):
            assert re.search(r"\d\s(kB|MB)$", row.find_all("td")[-1].text)


def test_addresses_are_in_small_letters_and_the_same_at_every_publication(
    built: Path, site: Path, tmp_path: Path
) -> None:
    publish(built, tmp_path / "again", years("RV9/2021"), drafts=False)
    first, second = (
        {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
        for folder in (site, tmp_path / "again")
    )
    assert second < first
    assert all(address == address.lower() for address in first)


def test_no_page_asks_for_anything_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for tag in page.find_all(["script", "link", "img", "iframe", "source"]):
            for name in ("src", "href"):
                assert not re.match(r"(?:https?:)?//", tag.get(name) or "")
        assert page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert not BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser").script


def test_notebooks_manifests_checks_and_slides_stay_at_home(site: Path) -> None:
    names = {path.name for path in site.rglob("*") if path.is_file()}
    assert not {n for n in names if n.endswith((".ipynb", ".pptx", ".qmd", ".csv"))}
    assert not {n for n in names if "manifest" in n or "quality" in n or "crate" in n}


def test_a_draft_is_refused_and_named_and_goes_with_the_flag(built: Path, tmp_path: Path) -> None:
    with pytest.raises(Fault) as refused:
        publish(built, tmp_path / "site", [], drafts=False)
    assert refused.value.status is ExitStatus.USAGE
    assert "RYC/2017" in str(refused.value)
    assert "--drafts" in refused.value.action
    assert not (tmp_path / "site").exists()
    publish(built, tmp_path / "site", [], drafts=True)
    assert (tmp_path / "site/ryc/2017/index.html").is_file()
    assert "Draft" in (tmp_path / "site/index.html").read_text("utf-8")


def test_what_was_published_before_is_replaced(built: Path, site: Path) -> None:
    publish(built, site, years("RX7/2023"), drafts=False)
    assert not (site / "rv9").exists()
    assert (site / "rx7/2023/index.html").is_file()
    assert [p.name for p in site.parent.iterdir() if p.name.startswith(".")] == []


def test_a_folder_with_anything_else_in_it_is_left_alone(built: Path, site: Path) -> None:
    (site / "rv9" / "minutes.docx").write_bytes(b"mine")
    with pytest.raises(Fault, match=r"not published here"):
        publish(built, site, years("RX7/2023"), drafts=False)
    assert (site / "rv9" / "minutes.docx").read_bytes() == b"mine"
    assert (site / "rv9/2021/index.html").is_file()


def test_a_report_that_was_changed_after_its_build_is_not_published(
    built: Path, tmp_path: Path
) -> None:
    shutil.copytree(built / "RV9", tmp_path / "out" / "RV9")
    (tmp_path / "out/RV9/2021/report.pdf").write_bytes(b"%PDF-1.7 another")
    with pytest.raises(Fault, match=r"report\.pdf"):
        publish(tmp_path / "out", tmp_path / "site", [], drafts=False)
    assert not (tmp_path / "site").exists()


def test_the_command_says_where_to_begin_and_what_is_missing(
    built: Path, wres: Command, tmp_path: Path
) -> None:
    folder = built.parent
    done = wres("publish", str(tmp_path / "site"), "rv9/2021", folder=folder)
    assert done.returncode == 0, done.stderr
    assert "index.html" in done.stdout
    empty = wres(
        "publish", str(tmp_path / "x"), "RV9/2021", "--out", str(tmp_path / "none"), folder=folder
    )
    assert empty.returncode == 15
    assert "wres build RV9/2021" in empty.stderr
