"""Cells of executed notebooks as markdown: what ``{{< embed >}}`` puts into the document."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from wres_report.yaml_loaders import SafeLoader

from .errors import RenderError

OPTION = re.compile(r"^#\|\s?(.*)$")
ALT_SAFE = str.maketrans({'"': "”", "\n": " ", "\\": "/"})


@dataclass
class Notebooks:
    """Reads cells from the notebooks of a project; pictures go to ``media`` inside ``work``.

    A labelled cell may be embedded once in a document, as in Quarto: a second time would give
    two figures one number.
    """

    project: Path
    work: Path
    _cells: dict[str, dict[str, Any]] = field(default_factory=dict)
    _used: dict[str, str] = field(default_factory=dict)

    def embed(self, target: str, where: str) -> list[str]:
        """Markdown lines of the cells that ``notebook.ipynb#label[,label]`` names."""
        path, _, labels = target.partition("#")
        if not labels:
            raise RenderError(
                f"The embed names no cell: {target}",
                where=where,
                todo="write the notebook, then # and the label of the cell",
            )
        cells = self._load(path, where)
        lines: list[str] = []
        for label in labels.split(","):
            if label not in cells:
                known = ", ".join(cells) or "none"
                raise RenderError(
                    f"The notebook {path} has no cell labelled {label}.",
                    where=where,
                    todo=f"choose one of its labels: {known}",
                )
            address = f"{path}#{label}"
            if address in self._used:
                raise RenderError(
                    f"The cell {address} is embedded twice; it first stands in "
                    f"{self._used[address]}.",
                    where=where,
                    todo="refer to the first one by its number instead",
                )
            self._used[address] = where
            lines += self._cell(path, label, cells[label], where)
        return lines

    def _load(self, path: str, where: str) -> dict[str, Any]:
        if path not in self._cells:
            file = self.project / path.lstrip("/")
            if not file.is_file():
                raise RenderError(f"The notebook does not exist: {path}", where=where)
            try:
                content = json.loads(file.read_text(encoding="utf-8"))
            except ValueError as fault:
                raise RenderError(
                    f"The notebook cannot be read: {path}", where=where, said=str(fault)
                ) from fault
            found: dict[str, Any] = {}
            for cell in content.get("cells", []):
                options = _options(cell)
                label = options.get("label") or cell.get("id")
                if label:
                    found[str(label)] = (cell, options)
            self._cells[path] = found
        return self._cells[path]

    def _cell(self, path: str, label: str, found: tuple[Any, Any], where: str) -> list[str]:
        cell, options = found
        kind = label.partition("-")[0]
        caption = str(options.get(f"{kind}-cap", "")).strip()
        alt = str(options.get("fig-alt", "")).strip()
        body: list[str] = []
        pictures = 0
        for output in cell.get("outputs", []):
            if output.get("output_type") == "stream":
                continue
            data = output.get("data", {})
            if "text/markdown" in data:
                body += ["", *_text(data["text/markdown"]).splitlines(), ""]
            elif "image/png" in data:
                if not alt:
                    raise RenderError(
                        f"The chart {label} of {path} has no text alternative.",
                        where=where,
                        todo="add a line “#| fig-alt:” to the cell",
                    )
                pictures += 1
                name = f"media/{Path(path).stem}-{label}-{pictures}.png"
                target = self.work / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(base64.b64decode(_text(data["image/png"])))
                body += ["", f'![]({name}){{fig-alt="{alt.translate(ALT_SAFE)}"}}', ""]
        if not body:
            raise RenderError(
                f"The cell {label} of {path} has no output to show.",
                where=where,
                todo="run the notebook; a table gives text/markdown, a chart image/png",
            )
        if caption and kind in {"fig", "tbl"}:
            return ["", f":::::: {{#{label} .cell}}", *body, "", caption, "", "::::::", ""]
        return ["", f":::::: {{#{label} .cell-output .cell-output-display}}", *body, "::::::", ""]


def _options(cell: dict[str, Any]) -> dict[str, Any]:
    lines = []
    for line in _text(cell.get("source", "")).splitlines():
        match = OPTION.match(line)
        if not match:
            break
        lines.append(match.group(1))
    try:
        found = yaml.load("\n".join(lines), Loader=SafeLoader) if lines else {}
    except yaml.YAMLError:
        found = {}
    return found if isinstance(found, dict) else {}


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)
