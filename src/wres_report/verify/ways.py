"""The ways in which a report is built again, and the surroundings of each."""

from __future__ import annotations

import locale
import os
import site
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wres_report.faults import usage_fault

# What a build could take from whoever runs it; none of it reaches a build elsewhere.
_PERSONAL = (
    "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_PATH", "JUPYTER_RUNTIME_DIR",
    "LANG", "LANGUAGE", "MATPLOTLIBRC", "MPLBACKEND", "MPLCONFIGDIR", "PYTHONHASHSEED",
    "PYTHONSTARTUP", "TZ", "WRES_STORE",
)  # fmt: skip


@dataclass(frozen=True)
class Way:
    """One way to build a report again.

    timezone: as in ``TZ``, written so that it needs no table of time zones. locales: the first
    of them that this machine has is taken. user, seed: whose build it seems to be, and the seed
    of Python's hashes. All four are None in a way that changes nothing but the place.
    """

    name: str
    runner: str
    jobs: int
    timezone: str | None = None
    locales: tuple[str, ...] = ()
    user: str | None = None
    seed: int | None = None

    def variables(self) -> dict[str, str]:
        """The variables by which the build differs from one that is started here."""
        found = {}
        if self.timezone is not None:
            found["TZ"] = self.timezone
        if self.locales:
            chosen = next(filter(_is_there, self.locales), "C")
            found |= {"LC_ALL": chosen, "LANG": chosen}
        if self.user is not None:
            found |= {"USER": self.user, "LOGNAME": self.user, "USERNAME": self.user}
        if self.seed is not None:
            found["PYTHONHASHSEED"] = str(self.seed)
        return found

    def __str__(self) -> str:
        options = f"--runner {self.runner} --jobs {self.jobs}"
        variables = self.variables()
        told = [f"{name}={variables[name]}" for name in variables if name not in _TOLD_ONCE]
        home = ["a home of its own"] if self.user is not None else []
        return ", ".join([options, *told, *home])


_TOLD_ONCE = ("LANG", "LOGNAME", "USERNAME")

WAYS = {
    way.name: way
    for way in (
        Way("cold", "cold", 1, "NZDT-13", ("tr_TR.UTF-8", "de_DE.UTF-8", "POSIX"), "reader", 1),
        Way("warm", "warm", 3, "NST3:30", ("C.UTF-8", "C.utf8", "en_US.UTF-8"), "clerk", 4242),
        Way("plain", "warm", 1),
    )
}


def chosen_ways(text: str) -> list[Way]:
    """Read ``cold,warm``; raise a usage fault for a name that is no way."""
    names = list(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    wrong = [name for name in names if name not in WAYS]
    if wrong or not names:
        raise usage_fault(
            f"“{', '.join(wrong)}” is no way to build again." if wrong else "No way is named.",
            "--ways",
            f"Choose from {', '.join(WAYS)}, parted by commas.",
        )
    return [WAYS[name] for name in names]


def surroundings(way: Way, home: Path, store: Path, epoch: int | None) -> dict[str, str]:
    """All variables of a build in that way.

    home: an empty folder, used where the way is another person's. epoch: the time to write into
    documents, None for that of the snapshot.
    """
    found = dict(os.environ) if way.user is None else _of_another_person(home)
    found.pop("SOURCE_DATE_EPOCH", None)
    found |= way.variables() | _absolute(os.environ)
    found["WRES_STORE"] = str(store)
    if epoch is not None:
        found["SOURCE_DATE_EPOCH"] = str(epoch)
    return found


def _of_another_person(home: Path) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _PERSONAL and not name.startswith(("LC_", "XDG_"))
    }
    # Packages may be installed in the home that is left behind.
    base = {"PYTHONUSERBASE": site.getuserbase()}
    return kept | base | {"HOME": str(home), "USERPROFILE": str(home)}


def _absolute(variables: Mapping[str, str]) -> dict[str, str]:
    """Paths as they are meant here: the build runs in another folder."""
    found = {}
    path = variables.get("PYTHONPATH", "")
    if path:
        folders = [str(Path(folder).absolute()) for folder in path.split(os.pathsep)]
        found["PYTHONPATH"] = os.pathsep.join(folders)
    quarto = variables.get("QUARTO", "")
    if os.sep in quarto:
        found["QUARTO"] = str(Path(quarto).absolute())
    return found


def _is_there(name: str) -> bool:
    """Whether this machine has a locale; asking means to set it for a moment."""
    kept = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, name)
    except locale.Error:
        return False
    finally:
        locale.setlocale(locale.LC_ALL, kept)
    return True
