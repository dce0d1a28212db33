"""Plans once, before the notebooks of a trust-year run warm, what each of them would plan anew."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from wres_report.disclosure.order import planned_for
from wres_report.faults import Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.notebooks.jobs import NotebookJob

if TYPE_CHECKING:
    from wres_report.notebook import YearData


def plan_before(jobs: Iterable[NotebookJob]) -> None:
    """Let the forks of this process find the plans of the jobs' tables made already.

    A plan is a function of its tables' content, so a notebook that finds none makes the same one;
    where tables cannot be read, it is the notebook that says so.
    """
    from wres_report.notebook import open_year

    years: dict[TrustYear, list[YearData]] = {}
    for job in jobs:
        if job.runner != "warm":
            continue
        standard = Workspace(job.folder).standard(job.trust_year)
        indicators = standard.in_notebooks().get(job.notebook.stem, ())
        tables = [table for i in indicators for table in i.tables]
        for table in planned_for(tables, standard)[-1:]:
            with suppress(Fault, ValueError, KeyError):
                if job.trust_year not in years:
                    data = open_year(**{**job.parameters, "project": str(job.folder)})  # type: ignore[arg-type]
                    years[job.trust_year] = [data, data.previous] if data.previous else [data]
                for year in years[job.trust_year]:
                    year.plan(table)
