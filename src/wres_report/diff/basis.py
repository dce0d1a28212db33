"""What the figures rest on: definitions, benchmarks, settings, input files and the program."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from wres_report.diff.figures import is_benchmark, value_change
from wres_report.diff.model import Build, Change
from wres_report.diff.words import marked, word_diff
from wres_report.finished.files import MANIFEST
from wres_report.inputs.hash_key import KEYED
from wres_report.measures.value import Value
from wres_report.standard import read_key
from wres_report.standard.key import PREVIOUS

METHOD = "report/fragments/method.md"
# Settings as results.json tells them, and as variables; the second of each is told between two
# builds of one year only, since another year has another.
ABOUT = ("name", "kind", "term", "state", "published", "synthetic")
ABOUT_OF_A_YEAR = ("action_year",)
VARIABLES = ("report.confidence",)
VARIABLES_OF_A_YEAR = ("report.as_at", "national.year")
# Told word by word elsewhere, or no input of a figure.
TOLD_ELSEWHERE = re.compile(r"^pins/|/narrative/|/(actions|progress)\.csv$")
SHORT_HASH = 12


def basis_changes(old: Build, new: Build) -> list[Change]:
    """Everything that differs below the figures, in the order in which it is told."""
    return [
        *_definitions(old, new),
        *_restated(old, new),
        *_benchmarks(old, new),
        *_settings(old, new),
        *_inputs(old, new),
        *_program(old, new),
    ]


def _definitions(old: Build, new: Build) -> Iterator[Change]:
    for key in sorted({*old.method, *new.method}):
        was, now = old.method.get(key), new.method.get(key)
        stretches = word_diff(was or "", now or "")
        if stretches:
            change = marked(stretches) if was and now else None
            yield Change(f"definition/{key}", "definition", was, now, change, where=METHOD,
                         stretches=stretches)  # fmt: skip


def _restated(old: Build, new: Build) -> Iterator[Change]:
    """Figures of an earlier year of which the two reports say different things."""
    if old.trust_year == new.trust_year:
        return
    pairs = {}
    for key in {*old.values, *new.values}:
        read = read_key(key)
        if read.year and not read.benchmark:
            pairs[key] = (old.values.get(key), new.values.get(key))
        elif read.form == PREVIOUS:
            plain = str(read.this_year)
            if old.trust_year == new.trust_year.previous:
                pairs[plain] = (old.values.get(plain), new.values.get(key))
            elif new.trust_year == old.trust_year.previous:
                pairs[plain] = (old.values.get(key), new.values.get(plain))
    for key, (was, now) in sorted(pairs.items()):
        if _ok(was) and _ok(now):
            change = value_change(key, was, now, by_chance=False, kind="restated")
            if change is not None and change.kind == "restated":
                yield change


def _ok(value: Value | None) -> bool:
    return value is not None and value.ok


def _benchmarks(old: Build, new: Build) -> Iterator[Change]:
    """Benchmarks, with the year and the scope that they are of."""
    two_years = old.trust_year != new.trust_year
    for key in sorted(filter(is_benchmark, {*old.values, *new.values})):
        was, now = old.values.get(key), new.values.get(key)
        if two_years and read_key(key).year and not (was and now):
            continue
        change = value_change(key, was, now, by_chance=False, kind="benchmark")
        notes = [value.note if value is not None else "" for value in (was, now)]
        if change is not None:
            yield Change(
                key, "benchmark", _noted(change.old, notes[0]), _noted(change.new, notes[1]),
                change.change, where=change.where,
            )  # fmt: skip
        elif not two_years and notes[0] != notes[1] and was is not None and now is not None:
            yield Change(key, "benchmark", _noted(was.display, notes[0]),
                         _noted(now.display, notes[1]))  # fmt: skip
    for key in sorted({*old.variables, *new.variables}):
        beside = _set_beside(key, new)
        told = any(beside in build.values for build in (old, new))
        was_text, now_text = old.variables.get(key), new.variables.get(key)
        if beside and not told and was_text != now_text:
            yield Change(key, "benchmark", was_text, now_text)


def _set_beside(variable: str, build: Build) -> str:
    """The key of the benchmark that a variable ``national.i2_ratio`` prints; empty for another."""
    read = read_key(variable)
    for indicator in build.standard.indicators if read.stem == "national" else ():
        if read.figure.startswith(f"{indicator.id}_"):
            return f"{indicator.id}.{read.figure.removeprefix(f'{indicator.id}_')}.benchmark"
    return ""


def _noted(text: str | None, note: str) -> str | None:
    return f"{text} ({note})" if text is not None and note else text


def _settings(old: Build, new: Build) -> Iterator[Change]:
    one_year = old.trust_year == new.trust_year
    where = ", ".join(dict.fromkeys(f"params/{build.trust_year}.yaml" for build in (old, new)))
    about = ABOUT + (ABOUT_OF_A_YEAR if one_year else ())
    variables = VARIABLES + (VARIABLES_OF_A_YEAR if one_year else ())
    told = [(f"settings/{name}", old.about.get(name), new.about.get(name)) for name in about]
    told += [
        (f"settings/{name.removeprefix('report.')}", old.variables.get(name),
         new.variables.get(name))
        for name in variables
    ]  # fmt: skip
    for key, was, now in told:
        if was != now:
            yield Change(key, "setting", _text(was), _text(now), where=where)


def _text(setting: Any) -> str | None:
    if isinstance(setting, bool):
        return "yes" if setting else "no"
    return None if setting is None else str(setting)


def _inputs(old: Build, new: Build) -> Iterator[Change]:
    """Input files of one year by hash; two years have their own files."""
    if old.trust_year != new.trust_year:
        return
    was, now = ({
        name: digest
        for name, digest in build.manifest.get("inputs", {}).items()
        if not TOLD_ELSEWHERE.search(name)
    } for build in (old, new))  # fmt: skip
    yield from _by_hash(was, now, "input")


def _program(old: Build, new: Build) -> Iterator[Change]:
    before, after = (
        {f"code/{name}": digest for name, digest in build.manifest.get("code", {}).items()}
        for build in (old, new)
    )
    yield from _by_hash(before, after, "program")
    was, now = (_environment(build.manifest.get("environment", {})) for build in (old, new))
    for name in sorted({*was, *now}):
        if was.get(name) != now.get(name):
            yield Change(name, "program", was.get(name), now.get(name), where=MANIFEST)


def _environment(environment: Mapping[str, Any]) -> dict[str, str]:
    found = {f"version/{name}": v for name, v in environment.get("versions", {}).items()}
    found |= {name: environment[name] for name in ("platform", "renderer") if name in environment}
    return found


def _by_hash(was: Mapping[str, str], now: Mapping[str, str], kind: str) -> Iterator[Change]:
    for name in sorted({*was, *now}):
        before, after = was.get(name), now.get(name)
        if before != after:
            yield Change(name, kind, _short(before), _short(after), where=MANIFEST)


def _short(digest: str | None) -> str | None:
    if digest is None:
        return None
    # What says that a key went in is alike in both; the digits behind it tell the two apart.
    keyed = KEYED if digest.startswith(KEYED) else ""
    return keyed + digest.removeprefix(keyed)[:SHORT_HASH]
