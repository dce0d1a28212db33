"""The documentation says what is there: links, options, settings, columns, rules, statuses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any

import click
import pytest
import yaml

from wres_report.cli.main import wres
from wres_report.faults import ExitStatus
from wres_report.gate.filling import filled_in
from wres_report.inputs.params_schema import PARAMS_SCHEMA, check_settings
from wres_report.inputs.settings_file import SettingsFile
from wres_report.inputs.tables import TABLES
from wres_report.plans.layout_schema import SHOWN
from wres_report.plans.timeframe import Kind, parse_timeframe
from wres_report.standard import load_standard

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"
REFERENCE = DOCS / "reference"
PAGES = [
    *sorted(DOCS.rglob("*.md")),
    *(REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
]

FENCE = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.*?) *$", re.MULTILINE)
INDENTED = re.compile(r"^(?: {4}|\t).*$", re.MULTILINE)
WEB_ADDRESS = re.compile(r"https?://")
MACHINE_PATH = re.compile(
    r"(?<![\w./])/(home|tmp|root|work|Users|opt|usr|var|mnt)/|\b[A-Z]:\\|file://"
)


def name_of(page: Path) -> str:
    return page.relative_to(REPOSITORY).as_posix()


@cache
def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@cache
def anchors_of(page: Path) -> frozenset[str]:
    """The anchors of a page's headings, as GitHub writes them."""
    anchors: set[str] = set()
    for heading in HEADING.findall(FENCE.sub("", text_of(page))):
        plain = LINK.sub(lambda m: m[0][1 : m[0].index("]")], heading).replace("`", "")
        anchors.add(re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-"))
    return frozenset(anchors)


def links_of(page: Path) -> Iterator[str]:
    text = FENCE.sub("", text_of(page))
    yield from LINK.findall(CODE.sub("", INDENTED.sub("", text)))


def section(page: Path, title: str) -> str:
    """The text below the heading of that title, up to the next heading of its level."""
    parts = re.split(r"^## +", text_of(page), flags=re.MULTILINE)
    found = [part for part in parts if part.splitlines()[0].strip() == title]
    assert found, f"{name_of(page)} has no section “{title}”"
    return found[0]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_relative_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    broken = []
    for link in links_of(page):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors_of(target)):
            broken.append(link)
    assert not broken


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_page_names_a_web_address_or_a_path_of_a_machine(page: Path) -> None:
    assert not WEB_ADDRESS.search(text_of(page))
    assert not MACHINE_PATH.search(text_of(page))


def test_the_map_leads_to_every_page() -> None:
    reached = {(DOCS / link.partition("#")[0]).resolve() for link in links_of(DOCS / "README.md")}
    pages = {page for page in DOCS.rglob("*.md") if page != DOCS / "README.md"}
    assert not pages - reached


def test_a_decision_is_at_most_thirty_lines_with_three_parts() -> None:
    for page in sorted((DOCS / "decisions").glob("*.md")):
        assert len(text_of(page).splitlines()) <= 30, page.name
        for title in ("Context", "Decision", "Consequences"):
            section(page, title)


def commands_of(group: click.Group, typed: str = "wres") -> dict[str, click.Command]:
    """Every command by what is typed for it; a group's commands stand in its place."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        words = f"{typed} {name}"
        inner = commands_of(command, words) if isinstance(command, click.Group) else {}
        found |= inner or {words: command}
    return found


COMMANDS = commands_of(wres)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_of_a_command_is_in_the_reference(name: str) -> None:
    command = COMMANDS[name]
    text = section(REFERENCE / "command-line.md", name)
    with click.Context(command, **wres.context_settings) as context:
        parameters = command.get_params(context)
    expected = {
        option
        for parameter in parameters
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--")
    }
    listed = set(re.findall(r"^\| `(--[a-z-]+)`", text, flags=re.MULTILINE))
    assert listed == expected


def test_the_choices_of_every_option_are_in_the_reference() -> None:
    for name, command in COMMANDS.items():
        text = section(REFERENCE / "command-line.md", name)
        for parameter in command.params:
            if isinstance(parameter.type, click.Choice):
                for choice in parameter.type.choices:
                    assert f"`{choice}`" in text, f"{name}: {parameter.name} {choice}"


def test_the_reference_knows_no_command_that_does_not_exist() -> None:
    text = text_of(REFERENCE / "command-line.md")
    assert set(re.findall(r"^## (wres .+?) *$", text, flags=re.MULTILINE)) == set(COMMANDS)


def test_no_page_uses_a_command_that_does_not_exist() -> None:
    for page in PAGES:
        used = set(re.findall(r"(?:^ {4}|`)wres ([a-z]+)\b", text_of(page), flags=re.MULTILINE))
        assert used <= set(wres.commands), name_of(page)


def test_every_exit_status_is_in_the_reference() -> None:
    text = section(REFERENCE / "command-line.md", "Exit statuses")
    listed = [int(number) for number in re.findall(r"^\| (\d+) \|", text, flags=re.MULTILINE)]
    assert listed == sorted(int(status) for status in ExitStatus)  # each once


def settings_of(schema: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every setting by its name; those of a list's items are named after the list."""
    for name, entry in schema["properties"].items():
        yield prefix + name, entry
        inner = entry.get("items", entry)
        if "properties" in inner:
            yield from settings_of(inner, f"{prefix}{name}.")


def forms_of(entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What a setting may be: the schema itself, or those of its forms, its items, its values."""
    yield entry
    nested = [*entry.get("oneOf", ()), *entry.get("patternProperties", {}).values()]
    if "items" in entry and "properties" not in entry["items"]:
        nested.append(entry["items"])
    for form in nested:
        yield from forms_of(form)


def test_every_setting_is_in_the_reference_with_its_values_and_default() -> None:
    text = text_of(REFERENCE / "settings.md")
    rows = dict(re.findall(r"^\| `([\w.]+)` \|(.*)$", text, flags=re.MULTILINE))
    # The settings of the two plans are the same, so the rows of one serve both.
    settings = [
        (re.sub(r"^last_plan\.", "plan.", name), entry)
        for name, entry in settings_of(PARAMS_SCHEMA)
    ]
    assert set(rows) == {name for name, _ in settings}
    for name, entry in settings:
        for form in forms_of(entry):
            if form.get("enum") == list(SHOWN):
                assert "plan-layout.md#what-a-column-can-show" in rows[name], name
                continue
            for value in form.get("enum", ()):
                assert f"`{value}`" in rows[name], name
            for limit in ("minimum", "maximum", "exclusiveMinimum"):
                assert limit not in form or str(form[limit]) in rows[name], name
        default = entry.get("default", "")
        written = str(default).lower() if isinstance(default, bool) else str(default)
        assert not written or f"`{written}`" in rows[name], name


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=name_of)
def test_every_example_of_settings_is_as_settings_may_be(page: Path) -> None:
    for block in re.findall(r"(?:^ {4}.*\n)+", text_of(page), flags=re.MULTILINE):
        if re.match(r" {4}(name|plan|last_plan|appendix|disclosure|term|as_at): *", block):
            settings = {"name": "Example"} | yaml.safe_load(dedent(block))
            plain = json.loads(json.dumps(settings, default=str))
            check_settings(SettingsFile(plain, name_of(page)))


def test_everything_that_a_column_can_show_is_in_the_reference() -> None:
    text = section(REFERENCE / "plan-layout.md", "What a column can show")
    listed = re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)
    assert sorted(listed) == sorted(SHOWN)


def test_every_kind_of_timeframe_is_in_the_reference() -> None:
    text = section(REFERENCE / "plan-layout.md", "How a timeframe is read")
    examples = re.findall(r"^\| ([a-z ]+) \| (.+?) \| (.+?) \|", text, flags=re.MULTILINE)
    assert {kind.replace(" ", "_") for kind, _, _ in examples} == {str(kind) for kind in Kind}
    for kind, written, due in examples:
        for words in re.findall(r"`([^`]*)`", written):
            read = parse_timeframe(words, date(2021, 4, 1))
            assert read.kind == kind.replace(" ", "_"), words
            day = f"{read.due.day} {read.due:%B %Y}" if read.due else "none"
            assert due == day, words


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_column_of_a_table_is_in_the_reference(table: str) -> None:
    schema = TABLES[table]
    text = section(REFERENCE / "data-tables.md", f"{table}.csv")
    rows = dict(re.findall(r"^\| `(\w+)` \| (yes|no) \|", text, flags=re.MULTILINE))
    assert rows == {c: "no" if c in schema.optional else "yes" for c in schema.columns}


SUITES = sorted((REPOSITORY / "expectations").glob("*.json"))


@pytest.mark.parametrize("suite", SUITES, ids=lambda path: path.stem)
def test_every_rule_is_in_the_reference_with_its_severity(suite: Path) -> None:
    titles = {"files": "Files and columns", "agreement": "What must agree"}
    text = section(REFERENCE / "checks.md", titles.get(suite.stem, f"{suite.stem}.csv"))
    expected = {
        (entry["meta"]["rule"], entry["severity"], entry["meta"]["message"])
        for raw in json.loads(suite.read_text(encoding="utf-8"))["expectations"]
        for entry in [filled_in(raw, load_standard())]
    }
    for rule, severity, message in sorted(expected):
        rows = [line for line in text.splitlines() if line.startswith(f"| `{rule}` | {severity} |")]
        assert any(message in row for row in rows), f"{rule}, {severity}: {message}"
    listed = set(re.findall(r"^\| `(\w+)` \| (\w+) \|", text, flags=re.MULTILINE))
    assert listed == {(rule, severity) for rule, severity, _ in expected}


def test_every_notebook_parameter_and_label_is_in_the_reference() -> None:
    text = text_of(REFERENCE / "notebooks.md")
    notebooks = sorted((REPOSITORY / "notebooks").glob("*.ipynb"))
    assert len(notebooks) == 9
    for path in notebooks:
        assert f"`{path.name}`" in text
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        for cell in cells:
            source = "".join(cell["source"])
            for label in re.findall(r"#\| label: ([a-z]+-i[1-9](?:-[a-z-]+)?)", source):
                family = re.sub(r"-i[1-9]$", "-i1", label)
                assert f"`{family}`" in text, label
            if "parameters" in cell["metadata"].get("tags", ()):
                for name, default in re.findall(r"^(\w+): \w+ = (\S+)", source, re.MULTILINE):
                    assert re.search(rf"^\| `{name}` \|.*`{re.escape(default)}", text, re.M), name


def test_every_section_a_trust_may_write_is_in_the_guide() -> None:
    text = text_of(DOCS / "how-to" / "write-the-narrative.md")
    for page in sorted((REPOSITORY / "report" / "sections").glob("*.qmd")):
        for name in re.findall(r"include narrative/([\w-]+\.md)", text_of(page)):
            known = re.sub(r"indicator-[2-8]\.md", "indicator-1.md", name)
            assert f"`{known}`" in text, name
