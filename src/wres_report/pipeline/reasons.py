"""Why a step runs: what it read when it last ran, held against what it reads now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from wres_report.pipeline.hashing import ABSENT
from wres_report.pipeline.steps import Parts


class Why(StrEnum):
    """Kinds of reason, in the order in which they are told."""

    FIRST = "first time"
    FORCED = "forced"
    DATA = "data changed"
    PARAMETER = "parameter changed"
    CODE = "code changed"
    ENVIRONMENT = "environment changed"
    RESULTS = "results changed"
    OUTPUT_MISSING = "output missing"


# Kind of input → why a step runs when it has changed. A kind not named here is code.
_OF_KIND = {
    "data": Why.DATA,
    "parameters": Why.PARAMETER,
    "date": Why.PARAMETER,
    "environment": Why.ENVIRONMENT,
    "renderer": Why.ENVIRONMENT,
    "results": Why.RESULTS,
}
SHOWN = 3


@dataclass(frozen=True)
class Reason:
    """why: the kind. what: the inputs that differ, by name."""

    why: Why
    what: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.what:
            return self.why.value
        more = f" and {len(self.what) - SHOWN} more" if len(self.what) > SHOWN else ""
        return f"{self.why.value}: {', '.join(self.what[:SHOWN])}{more}"

    def as_dict(self) -> dict[str, Any]:
        return {"why": self.why.value, "what": list(self.what)}


def reason_to_run(parts: Parts, last: Parts | None) -> Reason:
    """Why a step whose result is not in the store runs.

    parts: what it reads now. last: what it read when this trust-year was last built, if ever.
    """
    if last is None:
        return Reason(Why.FIRST)
    changed: dict[Why, list[str]] = {}
    for kind in sorted({*parts, *last}):
        names = _changed(dict(parts.get(kind, {})), dict(last.get(kind, {})))
        if names:
            changed.setdefault(_OF_KIND.get(kind, Why.CODE), []).extend(names)
    if not changed:
        return Reason(Why.OUTPUT_MISSING)
    # The settings file is data of the workspace, but people call it by its name.
    why = min(changed, key=list(Why).index)
    if why is Why.DATA and all(name.startswith("params/") for name in changed[why]):
        why, changed = Why.PARAMETER, {Why.PARAMETER: changed[why]}
    return Reason(why, tuple(changed[why]))


def _changed(now: dict[str, str], then: dict[str, str]) -> list[str]:
    names = []
    for name in sorted({*now, *then}):
        before, after = then.get(name, ABSENT), now.get(name, ABSENT)
        if before == after:
            continue
        if after == ABSENT:
            name += " (gone)"
        elif before == ABSENT:
            name += " (new)"
        elif len(before) < 40 and len(after) < 40:
            name += f" ({before} → {after})"
        names.append(name)
    return names
