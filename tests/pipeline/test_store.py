"""The store: content under its hash, steps under their keys, and what a sweep takes away."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres_report.faults import Fault
from wres_report.store import Objects, StepRecord, Store, sweep

KEY = "ab" + "0" * 62
LONG_AGO = time.time() - 10 * 86400


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def grow_old(store: Store) -> None:
    for path in store.root.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


@given(content=st.binary(max_size=200))
def test_what_is_kept_comes_back_as_it_was(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    objects = Objects(tmp_path_factory.mktemp("objects"))
    digest = objects.put(content)
    assert digest in objects
    assert objects.get(digest) == content
    assert objects.put(content) == digest


def test_an_object_that_was_changed_is_refused_and_written_anew(store: Store) -> None:
    digest = store.objects.put(b"a report")
    store.objects.path(digest).write_bytes(b"another")
    with pytest.raises(Fault, match="removed or changed") as caught:
        store.objects.get(digest)
    assert "Build again" in caught.value.action
    assert store.objects.put(b"a report") == digest
    assert store.objects.get(digest) == b"a report"


def test_a_step_is_found_by_its_key_with_its_facts(store: Store) -> None:
    record = StepRecord({"report.pdf": store.objects.put(b"pdf")}, {"renderer": "typst"})
    store.save(KEY, record)
    assert store.find(KEY) == record
    assert store.find("cd" + KEY[2:]) is None


@pytest.mark.parametrize("how", ["lost", "changed"])
def test_a_step_whose_object_is_not_whole_is_not_found(store: Store, how: str) -> None:
    digest = store.objects.put(b"pdf")
    store.save(KEY, StepRecord({"report.pdf": digest}))
    path = store.objects.path(digest)
    path.unlink() if how == "lost" else path.write_bytes(b"pd")
    assert store.find(KEY) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"form": 0, "outputs": {}}'])
def test_a_record_that_cannot_be_understood_is_not_found(store: Store, content: bytes) -> None:
    store.save(KEY, StepRecord({}))
    store.step_path(KEY).write_bytes(content)
    assert store.find(KEY) is None


def test_a_record_that_was_changed_by_a_byte_is_not_found(store: Store) -> None:
    store.save(KEY, StepRecord({}, {"notes": 1}))
    store.keep_latest("steps/RV9/2021", {"steps": {}})
    assert store.find(KEY) == StepRecord({}, {"notes": 1})
    for path in (store.step_path(KEY), store.latest_path("steps/RV9/2021")):
        content = path.read_bytes()
        json.loads(content)
        for at in range(len(content)):
            path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
            assert store.find(KEY) is None or path != store.step_path(KEY)
            assert not store.latest("steps/RV9/2021") or path == store.step_path(KEY)
        path.write_bytes(content)


def test_a_store_is_kept_out_of_version_control(store: Store) -> None:
    store.prepare()
    assert (store.root / ".gitignore").read_text() == "*\n"


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file, not a folder")
    with pytest.raises(Fault, match="cannot be written to") as caught:
        Store(tmp_path / "store").objects.put(b"a")
    assert "WRES_STORE" in caught.value.action


def test_a_sweep_keeps_what_the_latest_builds_name_and_takes_the_rest(store: Store) -> None:
    kept, gone = store.objects.put(b"kept"), store.objects.put(b"gone")
    other = "cd" + KEY[2:]
    store.save(KEY, StepRecord({"a": kept}))
    store.save(other, StepRecord({"a": gone, "b": kept}))
    store.keep_latest("steps/RV9/2021", {"steps": {"html": {"key": KEY, "parts": {}}}})
    grow_old(store)
    swept = sweep(store)
    assert (swept.removed, swept.kept) == (2, 2)
    assert store.find(KEY) is not None
    assert store.find(other) is None
    assert gone not in store.objects


def test_a_sweep_leaves_alone_what_is_young_or_was_asked_for_a_moment_ago(store: Store) -> None:
    digest = store.objects.put(b"young")
    store.save(KEY, StepRecord({"a": digest}))
    assert sweep(store).removed == 0
    grow_old(store)
    assert store.find(KEY) is not None
    assert store.objects.put(b"young") == digest
    assert sweep(store).removed == 0
    assert sweep(store, everything=True).removed == 2


def test_a_sweep_takes_away_what_a_killed_build_has_left(store: Store) -> None:
    digest = store.objects.put(b"a")
    halves = [store.objects.path(digest).with_name(".half"), store.unfinished / ".half"]
    store.unfinished.mkdir(exist_ok=True)
    for half in halves:
        half.write_bytes(b"ha")
    grow_old(store)
    sweep(store)
    assert not any(half.exists() for half in halves)


def _write_for_ever(root: str) -> None:
    store = Store(Path(root))
    for number in range(10**9):
        digest = store.objects.put(f"{number}".encode() * 5000)
        store.save(digest, StepRecord({"a": digest}))


def test_a_writer_that_is_killed_at_any_moment_leaves_only_whole_files(tmp_path: Path) -> None:
    for delay in (0.05, 0.11, 0.17):
        process = multiprocessing.get_context("spawn").Process(
            target=_write_for_ever, args=(str(tmp_path),)
        )
        process.start()
        deadline = time.monotonic() + 30
        while not list(tmp_path.glob("objects/*/*")) and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(delay)
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
    store = Store(tmp_path)
    whole = list(tmp_path.glob("objects/*/[!.]*"))
    assert whole
    for path in whole:
        store.objects.get(path.parent.name + path.name)
    for path in tmp_path.glob("steps/*/[!.]*"):
        assert store.find(path.parent.name + path.stem) is not None
