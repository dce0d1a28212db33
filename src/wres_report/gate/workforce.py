"""The sums of ``workforce.csv``: what its rows add up to, and what they must equal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wres_report.gate.comparisons import Comparison, Row
from wres_report.gate.results import people
from wres_report.standard import Standard

STAFF_GROUPS = ("non_clinical", "clinical", "medical")
NON_MEDICAL = STAFF_GROUPS[:2]
WORDS = {"non_clinical": "non-clinical", "clinical": "clinical", "medical": "medical"}


@dataclass(frozen=True)
class Sum:
    """What parts add up to.

    parts: each with its name. complete: whether every part that has a row has a figure.
    """

    parts: tuple[tuple[str, float], ...]
    complete: bool

    @property
    def number(self) -> float:
        return sum(number for _, number in self.parts)

    @property
    def words(self) -> str:
        if len(self.parts) == 1:
            return f"as many as its part {self.parts[0][0]}"
        return "the sum of " + " + ".join(f"{name} {people(n)}" for name, n in self.parts)


class WorkforceSums:
    """The workforce of one trust-year. rows: those of ``workforce.csv``, each key once."""

    def __init__(self, rows: list[Row], file: str, standard: Standard) -> None:
        self.groups = standard.groups.names
        self.rows = {(row["staff_group"], row["band"]): row for row in rows}
        self.file = file
        self.bands = [band.id for band in standard.bands]
        # A part of another grade is counted in that grade already, so it is never added.
        self.grades = [g.id for g in standard.medical_grades if g.part_of is None]
        self.parts = {g.id: g.part_of for g in standard.medical_grades if g.part_of}
        self.clusters = {c.id: c.members for c in standard.clusters}
        self.groups_given = {staff_group for staff_group, _ in self.rows}

    def given(self, staff_group: str, band: str, group: str) -> float | None:
        """The figure in that row; None where there is no row, or no figure in it."""
        row = self.rows.get((staff_group, band))
        return None if row is None else row[group]

    def sum_of(self, staff_group: str, bands: Sequence[str], group: str) -> Sum | None:
        """What the rows of these bands add up to; None where none has a figure."""
        present = [band for band in bands if (staff_group, band) in self.rows]
        return _sum([(b, self.given(staff_group, b, group)) for b in present])

    def of_bands(self, staff_group: str, group: str) -> Sum | None:
        members = self.grades if staff_group == "medical" else self.bands
        return self.sum_of(staff_group, members, group)

    def of_group(self, staff_group: str, group: str) -> float | None:
        """A staff group: from its bands where they are all given, otherwise from its total."""
        bands = self.of_bands(staff_group, group)
        if bands is not None and bands.complete:
            return bands.number
        return self.given(staff_group, "all", group)

    def total(self, group: str) -> float | None:
        """The whole workforce: as given, otherwise the sum of the three staff groups.

        Without any row of medical staff there are none; the others every trust has.
        """
        given = self.given("all", "all", group)
        if given is not None:
            return given
        named = [*NON_MEDICAL, *(["medical"] if "medical" in self.groups_given else [])]
        groups = _sum([(staff_group, self.of_group(staff_group, group)) for staff_group in named])
        return groups.number if groups is not None and groups.complete else None

    def headcount(self) -> float | None:
        """Everyone, whatever their ethnicity; None where a part of it is not known."""
        totals = [self.total(group) for group in self.groups]
        known = [total for total in totals if total is not None]
        return sum(known) if len(known) == len(totals) else None

    def of_groups(self, group: str) -> Sum | None:
        return _sum([(s, self.of_group(s, group)) for s in STAFF_GROUPS])

    def comparisons(self) -> Iterator[Comparison]:
        """Everything in the table that must add up."""
        for group in self.groups:
            for staff_group in STAFF_GROUPS:
                bands = self.of_bands(staff_group, group)
                yield from self._meets(staff_group, "all", group, bands, "bands_minus_row")
            groups = self.of_groups(group)
            yield from self._meets("all", "all", group, groups, "groups_minus_row")
            # Under “all” the bands and clusters leave out medical and dental staff.
            medical = self.of_group("medical", group)
            bands = _with(self.of_bands("all", group), "medical", medical)
            yield from self._meets("all", "all", group, bands, "bands_minus_row")
            for staff_group in ("non_clinical", "clinical", "all"):
                yield from self._clusters(staff_group, group, medical)
            for part, whole in self.parts.items():
                part_sum = self.sum_of("medical", [part], group)
                if part_sum is not None and self.given("medical", whole, group) is not None:
                    incomplete = Sum(part_sum.parts, complete=False)
                    yield from self._meets("medical", whole, group, incomplete, "")

    def gaps(self) -> Iterator[Comparison]:
        """What keeps a total from being one: empty cells among its parts, groups without a row."""
        for group in self.groups:
            for staff_group in (*STAFF_GROUPS, "all"):
                members = self.grades if staff_group == "medical" else self.bands
                yield from self._empty_parts(staff_group, members, group)
        if self.groups_given and not self.rows.get(("all", "all")):
            yield from self._groups_without_rows()

    def _empty_parts(
        self, staff_group: str, members: Sequence[str], group: str
    ) -> Iterator[Comparison]:
        rows = {band: self.rows[staff_group, band] for band in members
                if (staff_group, band) in self.rows}  # fmt: skip
        empty = [band for band, row in rows.items() if row[group] is None]
        if len(empty) == len(rows) or self.given(staff_group, "all", group) is not None:
            return
        for band in empty:
            yield Comparison(
                self.file, rows[band]["file_row"], group,
                f"an empty cell ({staff_group}, {band})",
                "a number, as the other rows of these staff have; 0 where there is nobody",
                {"empty_parts": 1},
            )  # fmt: skip

    def _groups_without_rows(self) -> Iterator[Comparison]:
        has_all = any(staff_group == "all" for staff_group, _ in self.rows)
        for staff_group in STAFF_GROUPS:
            if staff_group in self.groups_given or (has_all and staff_group != "medical"):
                continue
            name = "medical_missing" if staff_group == "medical" else "groups_missing"
            yield Comparison(
                self.file, 0, "staff_group", f"no row of {WORDS[staff_group]} staff",
                f"rows of {WORDS[staff_group]} staff, or the row of all staff (all, all)",
                {name: 1},
            )  # fmt: skip

    def _clusters(
        self, staff_group: str, group: str, medical: float | None
    ) -> Iterator[Comparison]:
        for cluster, members in self.clusters.items():
            bands = self.sum_of(staff_group, members, group)
            yield from self._meets(staff_group, cluster, group, bands, "cluster_bands_minus_row")
        clusters = _sum([(c, self.given(staff_group, c, group)) for c in self.clusters])
        if staff_group == "all":
            clusters = _with(clusters, "medical", medical)
        yield from self._meets(staff_group, "all", group, clusters, "clusters_minus_row")

    def _meets(
        self, staff_group: str, band: str, group: str, parts: Sum | None, measure: str
    ) -> Iterator[Comparison]:
        whole = self.given(staff_group, band, group)
        if parts is None or whole is None:
            return
        complete = parts.complete
        least = f"{people(parts.number)}, {parts.words}"
        yield Comparison(
            file=self.file,
            row=self.rows[staff_group, band]["file_row"],
            column=group,
            found=f"{people(whole)} ({staff_group}, {band})",
            expected=least if complete else f"at least {least}",
            measures={measure if complete else "part_minus_whole": parts.number - whole},
        )


def _sum(parts: Sequence[tuple[str, float | None]]) -> Sum | None:
    known = tuple((name, number) for name, number in parts if number is not None)
    return Sum(known, complete=len(known) == len(parts)) if known else None


def _with(total: Sum | None, name: str, number: float | None) -> Sum | None:
    """The sum with one more part; incomplete where that is not known."""
    if total is None:
        return None
    if number is None:
        return Sum(total.parts, complete=False)
    return Sum((*total.parts, (name, number)), total.complete)
