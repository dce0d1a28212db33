"""What has changed since a report was built is named from its manifest alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.hashing import InputHashes
from wres_report.verify.changes import changes_since
from wres_report.verify.elsewhere import copy_inputs
from wres_report.verify.manifest import Manifest, read_manifest

ZZX = TrustYear("ZZX", 2021)
NOTHING_MADE = json.dumps({
    "inputs": {}, "outputs": {}, "code": {},
    "environment": {"versions": {}, "platform": "", "renderer": ""},
})  # fmt: skip


@pytest.fixture
def out(workspace: Path, built: Path) -> Path:
    """The outputs of one report in a workspace of its own; a test may spoil both."""
    shutil.copytree(built / "ZZX", workspace / "outputs/ZZX")
    return workspace / "outputs"


def told(workspace: Path, manifest: Manifest) -> list[str]:
    found = changes_since(manifest, Workspace.open(workspace), workspace / "outputs")
    return [str(change) for change in found]


def test_nothing_has_changed_where_nothing_has_changed(workspace: Path, out: Path) -> None:
    assert told(workspace, read_manifest(out, ZZX)) == []


def append(name: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        with (root / name).open("a", encoding="utf-8") as file:
            file.write("\n")

    return change


def move(name: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        (root / name).rename(root / f"{name}.new")

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (append("data/ZZX/2021/training.csv"), ["data data/ZZX/2021/training.csv: changed"]),
        (append("data/ZZX/2020/board.csv"), ["data data/ZZX/2020/board.csv: changed"]),
        (append("params/ZZX/2021.yaml"), ["settings params/ZZX/2021.yaml: changed"]),
        (
            move("data/ZZX/2021/board.csv"),
            # What is not read is nobody's input, so the new name is none.
            ["data data/ZZX/2021/board.csv: gone"],
        ),
        (append("outputs/ZZX/2021/index.html"), ["output ZZX/2021/index.html: changed"]),
        (
            move("outputs/ZZX/2021/report/index.qmd"),
            [
                "output ZZX/2021/report/index.qmd: gone",
                "output ZZX/2021/report/index.qmd.new: new",
            ],
        ),
    ],
)
def test_a_file_that_has_changed_is_named(
    workspace: Path, out: Path, change: Callable[[Path], None], expected: list[str]
) -> None:
    manifest = read_manifest(out, ZZX)
    change(workspace)
    assert told(workspace, manifest) == expected


def test_data_is_named_before_outputs(workspace: Path, out: Path) -> None:
    append("outputs/ZZX/2021/index.html")(workspace)
    append("data/ZZX/2021/training.csv")(workspace)
    assert [line.split()[0] for line in told(workspace, read_manifest(out, ZZX))] == [
        "data",
        "output",
    ]


def test_the_code_is_named_by_its_file(workspace: Path, out: Path, repository: Path) -> None:
    shutil.copytree(repository / "notebooks", workspace / "notebooks")
    append("notebooks/3_disciplinary.ipynb")(workspace)
    assert told(workspace, read_manifest(out, ZZX)) == [
        "code notebooks/3_disciplinary.ipynb: changed"
    ]


def test_of_an_earlier_manifest_the_code_is_named_by_its_part(workspace: Path, out: Path) -> None:
    manifest = read_manifest(out, ZZX)
    earlier = replace(manifest, code_files={}, code={**manifest.code, "notebooks": "0" * 64})
    assert told(workspace, earlier) == ["code notebooks: changed"]


def test_versions_and_the_platform_are_named_with_both(workspace: Path, out: Path) -> None:
    manifest = read_manifest(out, ZZX)
    now = manifest.versions["pandas"]
    other = replace(
        manifest,
        versions={**manifest.versions, "pandas": "1.0"},
        kernel={**manifest.kernel, "pandas": "1.0"},
        platform="sunos 5",
    )
    assert told(workspace, other) == [
        f"version pandas: 1.0 → {now}",
        f"platform: sunos 5 → {manifest.platform}",
    ]


def test_a_quarto_that_is_not_there_any_more_is_named(
    workspace: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUARTO", "no-such-quarto")
    manifest = replace(read_manifest(out, ZZX), rendered_by="quarto 1.10.3")
    assert manifest.renderer == "quarto"
    assert told(workspace, manifest) == ["version quarto: quarto 1.10.3 → no Quarto"]


def test_a_manifest_that_all_reports_do_not_list_is_named(workspace: Path, out: Path) -> None:
    listing = {"reports": {"ZZX/2021": "0" * 64}}
    (out / "manifest.json").write_text(json.dumps(listing), encoding="utf-8")
    (line,) = told(workspace, read_manifest(out, ZZX))
    assert line.startswith("output ZZX/2021/manifest.json")


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"environment": {}}', NOTHING_MADE])
def test_without_a_manifest_there_is_nothing_to_verify(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "ZZX/2021").mkdir(parents=True)
        (tmp_path / "ZZX/2021/manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(Fault) as caught:
        read_manifest(tmp_path, ZZX)
    assert caught.value.status is ExitStatus.INPUT_MISSING
    assert "wres build ZZX/2021" in caught.value.action


def test_the_formats_and_the_date_are_read_from_the_manifest(out: Path) -> None:
    manifest = read_manifest(out, ZZX)
    assert manifest.formats == ("html", "pdf", "docx")
    assert manifest.renderer == "embedded"
    assert manifest.epoch == 1_617_148_800  # 31 March 2021


def test_the_other_place_has_the_inputs_of_the_manifest_and_no_more(
    workspace: Path, out: Path, tmp_path: Path
) -> None:
    manifest, place = read_manifest(out, ZZX), tmp_path / "place"
    opened = Workspace.open(workspace)
    copy_inputs(opened, [ZZX], place)
    files = {p.relative_to(place).as_posix() for p in place.rglob("*") if p.is_file()}
    assert files == {*manifest.inputs, "data/hash-key.txt"}
    assert InputHashes(Workspace.open(place)).of(ZZX) == manifest.inputs


def test_templates_of_the_workspace_s_own_come_along(
    workspace: Path, tmp_path: Path, repository: Path
) -> None:
    shutil.copytree(repository / "expectations", workspace / "expectations")
    copy_inputs(Workspace.open(workspace), [ZZX], tmp_path / "place")
    assert (tmp_path / "place/expectations/board.json").is_file()
    assert not (tmp_path / "place/notebooks").exists()


def test_a_kernel_that_was_not_of_the_program_is_told(workspace: Path, out: Path) -> None:
    manifest = read_manifest(out, ZZX)
    assert manifest.kernel["wres-report"] == manifest.versions["wres-report"]
    kernel = dict(manifest.kernel)
    others = {"Python": "3.9.1", "code": "0" * 64}
    assert told(workspace, replace(manifest, kernel=kernel | others)) == [
        f"kernel Python: 3.9.1, and {kernel['Python']} elsewhere",
        "kernel code: another program",
    ]
