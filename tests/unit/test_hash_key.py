"""Hashes of tables of counts, which must not tell what stands in them."""

from __future__ import annotations

import hashlib
import hmac
import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import pytest

from wres_report.faults import Fault
from wres_report.inputs.hash_key import KEYED, key_file
from wres_report.inputs.tables import SURVEY, counted_tables
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.hashing import InputHashes
from wres_report.standard import load_standard

COUNTED = (*counted_tables(load_standard()), SURVEY)

ZZX = TrustYear("ZZX", 2021)
CASES = "data/ZZX/2021/disciplinary.csv"


def hashes(root: Path) -> dict[str, str]:
    return InputHashes(Workspace.open(root)).of(ZZX)


def test_the_numbers_of_a_table_cannot_be_tried_against_its_published_hash(
    workspace: Path,
) -> None:
    published = hashes(workspace)[CASES]
    written = (workspace / CASES).read_text(encoding="utf-8")
    head, row = written.splitlines()
    measure, *numbers, basis = row.split(",")
    # Whoever knows the form of the file and about how many people there are tries them all.
    for guess in product(*(range(max(0, int(n) - 2), int(n) + 3) for n in numbers)):
        table = f"{head}\n{measure},{','.join(map(str, guess))},{basis}\n".encode()
        assert hashlib.sha256(table).hexdigest() not in published


def test_every_table_of_counts_of_both_years_has_a_keyed_hash_and_nothing_else(
    workspace: Path,
) -> None:
    keyed = {name for name, digest in hashes(workspace).items() if digest.startswith(KEYED)}
    assert keyed == {f"data/ZZX/{y}/{table}.csv" for y in (2020, 2021) for table in COUNTED}


def test_where_every_number_is_printed_the_hashes_are_plain() -> None:
    repository = Path(__file__).resolve().parents[2]
    found = InputHashes(Workspace.open(repository)).of(TrustYear("RV9", 2021))
    assert f"data/RV9/2021/{COUNTED[0]}.csv" in found
    assert not [name for name, digest in found.items() if digest.startswith(KEYED)]


def test_whoever_has_the_data_and_the_key_checks_a_table(workspace: Path) -> None:
    key = bytes.fromhex((workspace / "data/hash-key.txt").read_text(encoding="ascii").strip())
    made = hmac.new(key, (workspace / CASES).read_bytes(), hashlib.sha256).hexdigest()
    assert hashes(workspace)[CASES] == KEYED + made


def test_a_key_is_made_once_and_kept_beside_the_data(workspace: Path) -> None:
    (workspace / "data/hash-key.txt").unlink()
    first = hashes(workspace)
    assert first == hashes(workspace)
    assert first[CASES] != hashes(Path(__file__).resolve().parents[2])[CASES]
    assert len((workspace / "data/hash-key.txt").read_text().strip()) == 64
    assert not list((workspace / "data").glob(".hash-key*"))


def test_builds_that_start_together_agree_on_one_key(workspace: Path) -> None:
    (workspace / "data/hash-key.txt").unlink()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: hashes(workspace)[CASES], range(16)))
    assert len(set(found)) == 1


def test_where_nothing_may_be_written_beside_the_data_the_key_stands_in_the_store(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "data/hash-key.txt").unlink()
    real = Path.mkdir

    def refuse(self: Path, *args: object, **kwargs: object) -> None:
        if self == workspace / "data":
            raise PermissionError("read-only")
        real(self, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "mkdir", refuse)
    first = hashes(workspace)
    assert key_file(Workspace.open(workspace)) == workspace / ".wres/hash-key.txt"
    assert first == hashes(workspace)


def test_a_damaged_key_is_told_and_not_replaced(workspace: Path) -> None:
    (workspace / "data/hash-key.txt").write_text("not a key\n", encoding="ascii")
    with pytest.raises(Fault, match="key of the hashes is damaged"):
        hashes(workspace)
    assert (workspace / "data/hash-key.txt").read_text() == "not a key\n"


def test_no_output_holds_the_plain_hash_of_a_table_of_counts(built: Path) -> None:
    root = built.parent
    plain = {
        hashlib.sha256((root / f"data/ZZX/{year}/{table}.csv").read_bytes()).hexdigest()
        for year in (2020, 2021)
        for table in COUNTED
    }
    for path in sorted((built / "ZZX").rglob("*")):
        if path.suffix in {".html", ".json", ".md", ".qmd", ".yml", ".ipynb"}:
            text = path.read_text(encoding="utf-8")
            assert not [digest for digest in plain if digest[:16] in text], path
    manifest = json.loads((built / "ZZX/2021/manifest.json").read_text(encoding="utf-8"))
    assert manifest["inputs"][CASES].startswith(KEYED)


def test_a_copy_of_the_data_with_the_key_gives_the_same_hashes(
    workspace: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    for name in ("data", "params"):
        shutil.copytree(workspace / name, other / name)
    assert hashes(other) == hashes(workspace)
