"""The stock way: each tool's own command or API, one after the other, nothing shared.

python -m bench.stock gate WORKSPACE RV9/2021
python -m bench.stock api NOTEBOOK OUTPUT WORKSPACE RV9/2021 RUNS
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import timing
from bench.timing import Measured
from wres_report.inputs.params import read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import read_tables
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.notebooks.jobs import notebook_parameters

FILTERS = ("list-tables.lua", "structure.lua", "tables.lua")


def notebook_command(
    workspace: Workspace, trust_year: TrustYear, notebook: Path, output: Path
) -> list[str]:
    """papermill's command line for one notebook of a trust-year."""
    parameters = notebook_parameters(trust_year, read_params(workspace, trust_year))
    given = [part for name, value in parameters.items() for part in ("-p", name, str(value))]
    return [
        sys.executable, "-m", "papermill", str(notebook), str(output), *given,
        "--cwd", str(workspace.root), "--no-progress-bar",
    ]  # fmt: skip


def notebooks(workspace: Workspace, trust_year: TrustYear) -> list[Measured]:
    """Each of the nine notebooks by papermill's command line, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            timing.command(
                notebook_command(workspace, trust_year, path, Path(folder) / path.name),
                workspace.root,
            )
            for path in sorted(workspace.templates("notebooks").glob("*.ipynb"))
        ]


def gate(workspace: Workspace, trust_year: TrustYear) -> Measured:
    """A Great Expectations checkpoint over the tables of one trust-year, in a new process."""
    arguments = [sys.executable, "-m", "bench.stock", "gate", str(workspace.root), str(trust_year)]
    return timing.command(arguments, Path.cwd())


def documents(project: Path) -> dict[str, Measured]:
    """pandoc for each format from the Markdown of a staged report, and Typst for the PDF."""
    from wres_report.report import embedded
    from wres_report.report.embeds import Notebooks
    from wres_report.report.pandoc import executable
    from wres_report.report.qmd import expand

    filters = [f"--lua-filter={project / 'filters' / name}" for name in FILTERS]
    crossref = f"--lua-filter={embedded.LUA / 'crossref.lua'}"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "document.md").write_text(
            expand(project, Notebooks(project, work)).text, encoding="utf-8"
        )
        metadata = json.dumps(embedded.metadata_of(project))
        (work / "metadata.json").write_text(metadata, encoding="utf-8")
        for path in project.iterdir():
            if not (work / path.name).exists():
                (work / path.name).symlink_to(path)
        common = [
            executable(), "document.md", "--standalone", "--metadata-file", "metadata.json",
            "--toc", "--number-sections", crossref, *filters,
        ]  # fmt: skip
        compile_typst = "import typst; typst.compile('report.typ', output='report.pdf')"
        return {
            "html": timing.command(
                [
                    *common,
                    "--template",
                    "html/report.html",
                    "--embed-resources",
                    "--mathml",
                    "-o",
                    "report.html",
                ],
                work,
            ),
            "docx": timing.command(
                [*common, "--reference-doc", "reference.docx", "-o", "report.docx"], work
            ),
            "typst": timing.command(
                [*common, "--template", "typst/report.typ", "-t", "typst", "-o", "report.typ"], work
            ),
            "pdf": timing.command([sys.executable, "-c", compile_typst], work),
        }


def run_checkpoint(workspace: Workspace, trust_year: TrustYear) -> None:
    """Validate the tables of a trust-year as the documentation of Great Expectations shows it."""
    import great_expectations as gx

    from wres_report.gate.frames import planned_in, stack_of
    from wres_report.gate.suites import load_suites
    from wres_report.gate.years import read_year

    context = gx.get_context(mode="ephemeral")
    source = context.data_sources.add_pandas("workspace")
    year = read_year(workspace, trust_year)
    definitions: list[Any] = []
    frames: dict[str, Any] = {}
    params = {trust_year: read_params(workspace, trust_year)}
    standard = workspace.standard(trust_year)
    suites = load_suites(workspace, standard)
    for name in read_tables(standard):
        if name not in year.tables:
            continue
        rules = suites[name]
        stack = stack_of(name, [year], planned_in([year]), params, standard)
        frames[name] = stack.frame(stack.columns)
        asset = source.add_dataframe_asset(name)
        batch = asset.add_batch_definition_whole_dataframe(name)
        expectations = [rule.for_great_expectations() for rule in rules]
        suite = context.suites.add(gx.ExpectationSuite(name=name, expectations=expectations))
        definition = gx.ValidationDefinition(name=name, data=batch, suite=suite)
        definitions.append(context.validation_definitions.add(definition))
    for definition in definitions:
        checkpoint = gx.Checkpoint(
            name=definition.name, validation_definitions=[definition],
            result_format={"result_format": "COMPLETE"},
        )  # fmt: skip
        checkpoint = context.checkpoints.add(checkpoint)
        checkpoint.run(batch_parameters={"dataframe": frames[definition.name]})


def run_api(
    notebook: Path, output: Path, workspace: Workspace, trust_year: TrustYear, runs: int
) -> None:
    """papermill's API with a new kernel each time, in one process that has loaded it."""
    import papermill

    parameters = notebook_parameters(trust_year, read_params(workspace, trust_year))

    def execute() -> None:
        papermill.execute_notebook(
            notebook, output, parameters=parameters, cwd=workspace.root, progress_bar=False
        )

    print(json.dumps(timing.function(execute, runs).as_dict()))


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "gate":
        run_checkpoint(Workspace(Path(rest[0])), TrustYear.parse(rest[1]))
    else:
        run_api(Path(rest[0]), Path(rest[1]), Workspace(Path(rest[2])), TrustYear.parse(rest[3]),
                int(rest[4]))  # fmt: skip
