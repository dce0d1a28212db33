"""A workspace: a folder with ``data/`` and ``params/``, and perhaps its own templates."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from wres_report.faults import Fault, input_fault
from wres_report.inputs.trust_year import TRUST_YEAR_PATTERN, TrustYear
from wres_report.standard import HOME, Standard, load_standard, standards_known

PACKAGED = Path(__file__).resolve().parents[1] / "_workspace"
# In a source checkout the templates stand at the top level, beside src/.
CHECKOUT = Path(__file__).resolve().parents[3]
NATIONAL = "national"  # in the folder of a standard's notebooks
STANDARDS = "standards"  # of the workspace's own
# What a report is made of, whatever a workspace changes in it. A folder “report” without any of it
# is something else, such as last year's documents.
OF_REPORT = ("_quarto.yml", "index.qmd", "kinds", "sections", "filters")


@dataclass(frozen=True)
class Workspace:
    """root: the folder that holds ``data/`` and ``params/``; absolute."""

    root: Path

    @classmethod
    def open(cls, folder: Path) -> Workspace:
        """Open the workspace at ``folder``; raise an input fault where it is none."""
        root = folder.resolve()
        if not (root / "data").is_dir():
            raise input_fault(
                "There is no data folder here.",
                where=str(folder),
                action="Run wres in the folder that holds data/ and params/, or name it with "
                '--project. To start one here: wres new RV9/2022 --name "Example NHS Trust"',
            )
        return cls(root)

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def outputs(self) -> Path:
        return self.root / "outputs"

    @property
    def store(self) -> Path:
        """What earlier builds made; the variable ``WRES_STORE`` may name another folder."""
        named = os.environ.get("WRES_STORE", "")
        return Path(named).resolve() if named else self.root / ".wres"

    def data_folder(self, trust_year: TrustYear) -> Path:
        return self.data / str(trust_year)

    def params_file(self, trust_year: TrustYear) -> Path:
        return self.root / "params" / trust_year.code / f"{trust_year.name}.yaml"

    def pin_file(self, trust_year: TrustYear) -> Path:
        """The build of a trust-year that was approved, where one was pinned."""
        return self.root / "pins" / trust_year.code / f"{trust_year.name}.json"

    @property
    def standards(self) -> Path:
        """Standards of the workspace's own, beside those that come with the program."""
        return self.root / STANDARDS

    def standard(self, trust_year: TrustYear) -> Standard:
        """The standard that a trust-year is measured by; raises a fault where it is not known."""
        try:
            return load_standard(trust_year.standard, self.standards)
        except KeyError as lacking:
            raise input_fault(
                f"The files of the standard “{trust_year.standard}” do not say {lacking}.",
                f"standards/{trust_year.standard}/",
                "Say it as the standards of the program do; null where there is none.",
            ) from None
        except LookupError:
            raise self._no_standard(trust_year) from None

    def notebooks(self, standard: Standard) -> Path:
        """The folder of a standard's notebooks."""
        return self.templates("notebooks") / standard.notebooks

    def national_notebooks(self, standard: Standard) -> Path:
        """The folder of those that read the table of all trusts; raises an input fault where one is
        not there."""
        folder = self.notebooks(standard) / NATIONAL
        for name in standard.in_notebooks():
            if not (folder / f"{name}.ipynb").is_file():
                raise input_fault(
                    f"There is no notebook of the national report on {standard.short} "
                    f"{standard.noun} {standard.in_notebooks()[name][0].number}.",
                    f"notebooks/{standard.notebooks + '/' if standard.notebooks else ''}{NATIONAL}/"
                    f"{name}.ipynb",
                    "Write it as the others there are written, or leave out --to: the table of "
                    "all trusts needs none.",
                )
        return folder

    def other_standards(self, trust_year: TrustYear) -> tuple[str, ...]:
        """The folders that lie in that of a trust-year and belong to other standards."""
        if trust_year.standard != HOME:
            return ()
        return tuple(name for name in standards_known(self.standards) if name != HOME)

    def _no_standard(self, trust_year: TrustYear) -> Fault:
        return input_fault(
            f"There is no standard “{trust_year.standard}”.",
            f"standards/{trust_year.standard}/",
            f"Choose one of: {', '.join(standards_known(self.standards))}.",
        )

    def relative(self, path: Path) -> str:
        """The path as people write it: from the workspace, with forward slashes."""
        # Not resolved: data/ may be a link to a shared drive, and is data/ all the same.
        return path.absolute().relative_to(self.root).as_posix()

    def templates(self, name: str) -> Path:
        """The folder ``notebooks``, ``expectations`` or ``report``.

        The workspace's own where it has one, otherwise the one inside the package. Raises an input
        fault for one of a report that is not whole.
        """
        for folder in (self.root / name, PACKAGED / name, CHECKOUT / name):
            if folder.is_dir() and (name != "report" or _is_of_report(folder)):
                return folder
        raise input_fault(
            f"The templates “{name}” are neither in the workspace nor in the installed package.",
            action="Install wres-report again.",
        )

    def trust_years(self) -> list[TrustYear]:
        """Every trust-year that has a settings file, in order."""
        found = []
        named = {None, *standards_known(self.standards)} - {HOME}
        for path in (self.root / "params").glob("*/*.yaml"):
            place = f"{path.parent.name}/{path.stem.replace('-', '/', 1)}"
            match = TRUST_YEAR_PATTERN.match(place)
            if match and match["standard"] in named:
                found.append(TrustYear.parse(place))
        return sorted(found)

    def select(self, names: tuple[str, ...]) -> list[TrustYear]:
        """The trust-years meant by ``RV9/2021``, ``RV9`` or ``all``; nothing means all.

        Raises an input fault for one that is not in the workspace.
        """
        known = self.trust_years()
        if not known:
            raise input_fault(
                "There is no trust-year in this workspace.",
                where="params/",
                action='Start one: wres new RV9/2022 --name "Example NHS Trust"',
            )
        if not names or "all" in names:
            return known
        chosen: set[TrustYear] = set()
        for name in names:
            if "/" in name or "\\" in name:
                wanted = [TrustYear.parse(name)]
                self.standard(wanted[0])  # it may be none
                where = self.relative(self.params_file(wanted[0]))
            else:
                wanted, where = [t for t in known if t.code == name.upper()], f"params/{name}/"
            if not wanted or wanted[0] not in known:
                listed = ", ".join(str(t) for t in known)
                raise input_fault(
                    f"There is no trust-year {name} in this workspace.",
                    where=where,
                    action=f"Choose one of: {listed}.",
                )
            chosen.update(wanted)
        return sorted(chosen)


def _is_of_report(folder: Path) -> bool:
    """Whether a folder holds what reports are made of; raises an input fault for a part of it."""
    missing = [name for name in OF_REPORT if not (folder / name).exists()]
    if missing and len(missing) < len(OF_REPORT):
        raise input_fault(
            "The folder “report” of this workspace is not whole.",
            where=", ".join(f"report/{name}" for name in missing),
            action="Put back what is missing from the report folder of wres-report, or rename the "
            "folder: then the one that comes with the program is used.",
        )
    return not missing
