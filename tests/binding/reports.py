"""The narratives of the repository with the figures of their reports, and typed figures in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wres_report.claims.figures import Figures, figures_of
from wres_report.inputs.given.tables import printed
from wres_report.inputs.params import read_params
from wres_report.inputs.reading import read_table
from wres_report.inputs.supplied import rows_of
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.narrative.binding.check import check_text
from wres_report.narrative.binding.remark import Remark
from wres_report.narrative.collect import collect_variables
from wres_report.narrative.variables import VARIABLE
from wres_report.standard import load_standard

DIGITS = "0123456789"


@dataclass(frozen=True)
class Narrative:
    """One file, with what its report prints for each variable."""

    where: str
    text: str
    variables: dict[str, str]
    figures: Figures

    def check(self, text: str) -> list[Remark]:
        return check_text(text, self.where, self.variables, self.figures)


@dataclass(frozen=True)
class Use:
    """A variable where a narrative names it. before, after: the rest of its paragraph."""

    narrative: Narrative
    key: str
    before: str
    after: str

    @property
    def paragraph(self) -> str:
        return f"{self.before}{{{{< var {self.key} >}}}}{self.after}"

    @property
    def printed(self) -> str:
        return self.narrative.variables[self.key]

    def check(self, typed: str) -> list[Remark]:
        """What is said of the paragraph with ``typed`` in the place of the variable."""
        return self.narrative.check(self.before + typed + self.after)

    def __str__(self) -> str:
        return f"{self.narrative.where}: {self.key}"


def narratives(built: Path) -> list[Narrative]:
    """built: the outputs of all trust-years, in the workspace that they are built from."""
    workspace = Workspace(built.parent)
    found = []
    for path in sorted(workspace.root.glob("data/*/*/narrative/*.md")):
        trust_year = TrustYear.parse("/".join(path.parts[-4:-2]))
        text, where = path.read_text(encoding="utf-8"), workspace.relative(path)
        found.append(Narrative(where, text, *_report(workspace, trust_year, built)))
    return found


def _report(
    workspace: Workspace, trust_year: TrustYear, built: Path
) -> tuple[dict[str, str], Figures]:
    folder = workspace.data_folder(trust_year)
    results = json.loads((built / str(trust_year) / "results.json").read_text(encoding="utf-8"))
    tables = {
        name: read_table(path, TABLES[name], workspace.relative(path))
        for name in ("facts", "locality")
        if (path := folder / f"{name}.csv").is_file()
    }
    variables = collect_variables(
        trust_year, read_params(workspace, trust_year), load_standard(), results["values"],
        results["words"], printed(tables, load_standard()),
    )  # fmt: skip
    return variables, figures_of(results, rows_of(workspace, trust_year, "reported"))


def uses(narrative: Narrative) -> Iterator[Use]:
    """The variables in a narrative that print digits."""
    for paragraph in re.split(r"\n\n", narrative.text):
        for match in VARIABLE.finditer(paragraph):
            use = Use(narrative, match[1], paragraph[: match.start()], paragraph[match.end() :])
            if re.search(r"\d", use.printed):
                yield use


def changes(printed: str) -> list[str]:
    """All that one other, one more or one less digit makes of a figure."""
    found = []
    for place, sign in enumerate(printed):
        start, end = printed[:place], printed[place + 1 :]
        if sign.isdigit():
            found += [start + other + end for other in DIGITS if other != sign] + [start + end]
            found += [start + other + sign + end for other in DIGITS]
            found += [start + sign + other + end for other in DIGITS]
    return list(dict.fromkeys(change for change in found if change != printed))
