"""What an import says on the terminal: headings, rules, counts, what a person must know."""

from __future__ import annotations

import click

from wres_report.imports.model import Imported, Remark, Undecided
from wres_report.words import counted

SHOWN_COLUMNS, SHOWN_PLACES, SHOWN_ROWS = 40, 30, 60
LONGEST = 44


def show(imported: Imported) -> None:
    """Print everything but the rows of many trusts, of which the number stands for all."""
    click.echo(f"{imported.file}: {imported.sheet}")
    _show_columns(imported)
    for rule in imported.rules:
        click.echo(f"\n{rule}")
    if imported.reconciliation:
        click.echo("")
        width = max(len(f"{line.number:,}") for line in imported.reconciliation)
        for line in imported.reconciliation:
            click.echo(f"{line.number:>{width},}  {line.what}")
    for remark in imported.remarks:
        _show_remark(remark)
    if imported.undecided:
        _show_undecided(imported.undecided)
    elif len(imported.tables) == 1:
        _show_table(imported)
    elif imported.tables:
        rows = sum(len(table.rows) for table in imported.tables)
        click.echo(f"\n{counted(len(imported.tables), 'trust')}, {counted(rows, 'row')}")


def _show_columns(imported: Imported) -> None:
    width = min(LONGEST, max((len(p.heading) for p in imported.columns), default=0) + 1)
    click.echo(f"\n{'Heading':<{width}} {'Taken as':<32} How sure")
    for placement in imported.columns[:SHOWN_COLUMNS]:
        heading = placement.heading or f"column {placement.index + 1}"
        meaning = placement.meaning or "nothing"
        reason = f"  ({placement.reason})" if placement.reason else ""
        click.echo(
            f"{_short(heading, width):<{width}} {_short(meaning, 32):<32} "
            f"{placement.certainty}{reason}"
        )
    if len(imported.columns) > SHOWN_COLUMNS:
        click.echo(f"and {len(imported.columns) - SHOWN_COLUMNS} more; --json lists them")


def _show_remark(remark: Remark) -> None:
    click.echo(f"\n{remark.text}")
    for place in remark.places[:SHOWN_PLACES]:
        click.echo(f"  {place}")
    if len(remark.places) > SHOWN_PLACES:
        click.echo(f"  and {len(remark.places) - SHOWN_PLACES} more; --json lists them")


def _show_undecided(undecided: tuple[Undecided, ...]) -> None:
    click.echo("\nNobody knows what these are, so nothing can be counted yet:")
    for one in undecided:
        click.echo(f"  {one.column} “{one.value}”: {one.people:,}")
        if one.proposal:
            click.echo(f"    perhaps: {one.proposal}")
        click.echo(f"    to do: {one.option}")
    click.echo("Or add them to data/lookups/ of the workspace, which serves every trust and year.")


def _show_table(imported: Imported) -> None:
    table = imported.tables[0]
    rows = [table.columns, *table.rows[:SHOWN_ROWS]]
    widths = [max(len(row[i]) for row in rows) for i in range(len(table.columns))]
    click.echo("")
    for row in rows:
        click.echo("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)))
    if len(table.rows) > SHOWN_ROWS:
        click.echo(f"and {len(table.rows) - SHOWN_ROWS} more rows")


def _short(text: str, length: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= length else plain[: length - 1] + "…"
