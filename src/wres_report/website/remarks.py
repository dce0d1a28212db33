"""What the builds of published reports had to say of the trust's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from wres_report.finished.files import MANIFEST, folder_of
from wres_report.finished.reading import NotWholeError, read_json
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.steps import STAGING
from wres_report.store.steps import StepRecord, Store
from wres_report.website.site import reports_of


def remarks_on(
    workspace: Workspace, out: Path, chosen: Sequence[TrustYear]
) -> Iterator[tuple[TrustYear, list[str]]]:
    """The remarks of each report that its build had any on, such as a figure that contradicts the
    data; chosen: as for ``publish``. None where the outputs were made by another workspace's build,
    of which no record is here."""
    store = Store(workspace.store)
    for report in reports_of(out, chosen):
        record = _record(store, report.trust_year)
        if record is not None and _is_of(record, out, report.trust_year):
            remarks = [str(remark) for remark in record.facts.get("remarks", ())]
            if remarks:
                yield report.trust_year, remarks


def _record(store: Store, trust_year: TrustYear) -> StepRecord | None:
    steps = store.latest(f"steps/{trust_year}").get("steps", {})
    return store.find(steps[STAGING]["key"]) if STAGING in steps else None


def _is_of(record: StepRecord, out: Path, trust_year: TrustYear) -> bool:
    """Whether the outputs are those that the step made: the same files, as far as both have them.

    A later build into another folder may have left another record.
    """
    try:
        outputs = read_json(folder_of(out, trust_year), MANIFEST)["outputs"]
    except (NotWholeError, KeyError):
        return False
    both = [name for name in record.outputs if name in outputs]
    return bool(both) and all(outputs[name] == record.outputs[name] for name in both)
