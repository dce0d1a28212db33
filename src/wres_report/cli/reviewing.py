"""The commands for those who review and approve. Light: each loads what it does when it runs."""

from __future__ import annotations

from pathlib import Path

import click

from wres_report.cli.options import project_option
from wres_report.faults import ExitStatus


@click.command()
@click.argument("old")
@click.argument("new")
@project_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=None,
              help="The outputs that trust-years are read from. Default: outputs/.")  # fmt: skip
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), default=None,
              metavar="FILE", help="Write a page with pictures side by side.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
def diff(
    old: str, new: str, project: Path, out: Path | None, html: Path | None, as_json: bool
) -> ExitStatus:
    """Say what differs between two builds of one trust, the gravest first.

    OLD and NEW are each a trust-year, an outputs folder such as kept/RV9/2021, or a pinned build.
    """
    from wres_report.cli.differing import diff as run

    return run(old, new, project, out, html, as_json=as_json)


@click.command()
@click.argument("trust_year", metavar="RV9/2021")
@click.option("--by", default="", metavar="NAME", help="Who approved the build.")
@click.option("--on", default="", metavar="YYYY-MM-DD", help="The day. Default: today.")
@click.option("--note", default="", metavar="TEXT", help="A remark that is shown with it.")
@click.option("--show", is_flag=True, help="Say what is pinned, and change nothing.")
@click.option("--remove", is_flag=True, help="Remove the pin.")
@project_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=None,
              help="The outputs folder that the build stands in. Default: outputs/.")  # fmt: skip
def pin(
    trust_year: str, by: str, on: str, note: str, show: bool, remove: bool, project: Path,
    out: Path | None,
) -> ExitStatus:  # fmt: skip
    """Keep the build that stands in the outputs folder as the one that was approved.

    Later builds say on their first page what differs from it.
    """
    if (show and remove) or ((show or remove) and (by or on or note)):
        raise click.UsageError("--show and --remove stand alone.")
    from wres_report.cli.pinning import approval_of
    from wres_report.cli.pinning import pin as run

    approval = None if show or remove else approval_of(by, on, note)
    return run(trust_year, project, out, approval, remove=remove)


@click.command()
@click.argument("document", type=click.Path(path_type=Path))
@click.option("--of", required=True, metavar="RV9/2021", help="The trust-year of the report.")
@click.option("--apply", "applied", is_flag=True,
              help="Write the proposed changes into the narrative and the plan.")  # fmt: skip
@click.option("--remove-rows", "removing", is_flag=True,
              help="Take rows that were deleted from the plan out of its file too.")  # fmt: skip
@click.option("--base", type=click.Path(path_type=Path, dir_okay=False), default=None,
              metavar="FILE", help="The Word file that was sent out, where it is not the one in "
              "the outputs folder.")  # fmt: skip
@project_option
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=None,
              help="The outputs folder with the report. Default: outputs/.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print comments and changes as JSON.")
def review(
    document: Path, of: str, applied: bool, removing: bool, base: Path | None, project: Path,
    out: Path | None, as_json: bool,
) -> ExitStatus:  # fmt: skip
    """Bring the comments and edits of a reviewed Word file back to their sources.

    DOCUMENT is the report.docx of a trust-year with comments, tracked changes and other edits.
    Changes of the trust's own words are proposed as a patch; those of figures and of generated
    sentences are refused, with the reason.
    """
    from wres_report.cli.bringing_back import review as run

    return run(
        document, of, project, out, base, applied=applied, removing=removing, as_json=as_json
    )
