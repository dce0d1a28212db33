"""How a build is to be done, as the command line says it."""

from __future__ import annotations

import calendar
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from wres_report.faults import usage_fault
from wres_report.formats import USUAL
from wres_report.inputs.trust_year import TrustYear


@dataclass(frozen=True)
class Shard:
    """Part ``index`` of ``count`` of the trust-years, counted from 1."""

    index: int
    count: int

    @classmethod
    def parse(cls, text: str) -> Shard:
        """Read ``3/8``; raise a usage fault for anything else."""
        parts = text.split("/")
        if len(parts) == 2 and all(part.isascii() and part.isdigit() for part in parts):
            shard = cls(int(parts[0]), int(parts[1]))
            if 1 <= shard.index <= shard.count:
                return shard
        raise usage_fault(f"“{text}” is not a shard.", "--shard", "Write it like 3/8.")

    def __str__(self) -> str:
        return f"{self.index}/{self.count}"

    def of(self, trust_years: list[TrustYear]) -> list[TrustYear]:
        """The trust-years of this shard; those of all shards together are all, each once."""
        return sorted(trust_years)[self.index - 1 :: self.count]


@dataclass(frozen=True)
class BuildOptions:
    """out: the outputs folder. jobs: processes at one time. executor: ``local``, ``dask`` or
    ``dask:ADDRESS``. force: run every step, whatever the store holds."""

    out: Path
    formats: tuple[str, ...] = USUAL
    renderer: str = "auto"
    runner: Literal["warm", "cold"] = "warm"
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    executor: str = "local"
    shard: Shard | None = None
    force: bool = False
    fail_fast: bool = False

    def own(self, trust_years: list[TrustYear]) -> list[TrustYear]:
        """Those of the trust-years that this build is to make."""
        return self.shard.of(trust_years) if self.shard else trust_years

    def epoch(self, trust_year: TrustYear) -> int:
        """The time written into documents, in seconds since 1970.

        That of the snapshot, so that a report built again is the same; ``SOURCE_DATE_EPOCH``
        overrides it.
        """
        given = os.environ.get("SOURCE_DATE_EPOCH", "")
        if given.isdigit():
            return int(given)
        return snapshot_epoch(trust_year)


def snapshot_epoch(trust_year: TrustYear) -> int:
    """The start of 31 March of the WRES year, in seconds since 1970."""
    return calendar.timegm(datetime(trust_year.year, 3, 31, tzinfo=UTC).timetuple())
