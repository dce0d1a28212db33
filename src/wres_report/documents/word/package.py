"""The parts of a Word file."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from typing import Any

from wres_report.documents.word.names import W

RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# A text of that size is no report; an archive can say it in a few bytes.
LARGEST_PART = 256 * 2**20


class WordPackage:
    """An open file. body: of the main document. Raises whatever damage makes lxml stumble over."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            wanted = [i for i in archive.infolist() if i.filename.endswith((".xml", ".rels"))]
            if any(info.file_size > LARGEST_PART for info in wanted):
                raise ValueError("a part of this file is too large to be text")
            self._content = {info.filename.lstrip("/"): archive.read(info) for info in wanted}
        self._roots: dict[str, Any] = {}
        self.main = next(iter(self.related("", "officeDocument").values()), "word/document.xml")
        body = self.root(self.main).find(W + "body")
        if body is None:
            raise ValueError("this file has no body")
        self.body = body

    def root(self, name: str) -> Any:
        """The root element of a part. Raises a KeyError where there is none."""
        if name not in self._roots:
            from lxml import etree

            # Nothing outside the file is opened, and no entity is made longer than it is.
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            self._roots[name] = etree.fromstring(self._content[name], parser)
        return self._roots[name]

    def related(self, name: str, kind: str) -> dict[str, str]:
        """The parts that a part refers to, by the id of the reference.

        kind: the end of the type, such as ``footnotes``; nothing for all.
        """
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self._content:
            return {}
        return {
            element.get("Id", ""): posixpath.normpath(
                posixpath.join(folder, element.get("Target", ""))
            ).lstrip("/")
            for element in self.root(rels).iter(RELATIONSHIP)
            if element.get("TargetMode") != "External"
            and element.get("Type", "").endswith(f"/{kind}" if kind else "")
        }

    def addresses(self, name: str) -> dict[str, str]:
        """The addresses outside the file that a part refers to, by the id of the reference."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self._content:
            return {}
        return {
            element.get("Id", ""): element.get("Target", "")
            for element in self.root(rels).iter(RELATIONSHIP)
            if element.get("TargetMode") == "External"
            and element.get("Type", "").endswith("/hyperlink")
        }

    def properties(self) -> dict[str, str]:
        """What Word calls custom properties, by name."""
        parts = self.related("", "custom-properties").values()
        return {
            element.get("name", ""): "".join(element.itertext())
            for name in parts
            if name in self._content
            for element in self.root(name)
        }

    def part(self, kind: str) -> Any:
        """The root of the one part of a kind that the main document refers to, or None."""
        for name in self.related(self.main, kind).values():
            if name in self._content:
                return self.root(name)
        return None
