"""One thing that is to be said of a trust's own words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Remark:
    """where: file and line. wrong: whether it stops a strict build."""

    where: str
    what: str
    action: str
    wrong: bool

    def __str__(self) -> str:
        return f"{self.where}: {self.what}\n  to do: {self.action}"
