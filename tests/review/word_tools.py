"""Edits a Word file in its XML as Word does: tracked changes, comments with answers, moves."""

from __future__ import annotations

import copy
import zipfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = {
    "comments": "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "commentsExtended":
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
}  # fmt: skip
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DATE = "2021-07-12T09:30:00Z"


def element(name: str, /, *children: Any, text: str | None = None, **attributes: str) -> Any:
    made = etree.Element(W + name, nsmap={"w": NAMESPACE})
    for key, value in attributes.items():
        made.set(W + key, value)
    made.extend(children)
    made.text = text
    if text is not None:
        made.set(SPACE, "preserve")
    return made


class Edited:
    """A Word file on its way through a reviewer's hands."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.body = self.root.find(W + "body")
        self.numbers = count(5000)
        self.comments: list[Any] = []
        self.threads: list[tuple[str, str, bool]] = []

    def paragraphs(self) -> Iterator[Any]:
        return self.body.iter(W + "p")

    def paragraph(self, words: str, nth: int = 0) -> Any:
        return [p for p in self.paragraphs() if words in self.text(p)][nth]

    @staticmethod
    def text(paragraph: Any) -> str:
        return "".join(t.text or "" for t in paragraph.iter(W + "t"))

    def runs(self, paragraph: Any, start: int, end: int) -> list[Any]:
        """The runs that hold exactly the letters from ``start`` to before ``end``."""
        found, place = [], 0
        for run in list(paragraph.iter(W + "r")):
            words = "".join(t.text or "" for t in run.findall(W + "t"))
            first, last = max(start - place, 0), min(end - place, len(words))
            place += len(words)
            if first >= last or not words:
                continue
            parts = [(words[:first], False), (words[first:last], True), (words[last:], False)]
            for text, wanted in parts:
                if text:
                    part = copy.deepcopy(run)
                    for old in part.findall(W + "t"):
                        part.remove(old)
                    part.append(element("t", text=text))
                    run.addprevious(part)
                    found += [part] if wanted else []
            run.getparent().remove(run)
        return found

    def at(self, paragraph: Any, place: int) -> tuple[Any, bool]:
        """The run that ends (False) or begins (True) at a place."""
        length = len(self.text(paragraph))
        if place:
            return self.runs(paragraph, place - 1, place)[0], False
        return self.runs(paragraph, 0, min(1, length))[0], True

    def marked(self, name: str, author: str, *children: Any) -> Any:
        number = str(next(self.numbers))
        return element(name, *children, id=number, author=author, date=DATE)

    def put(self, paragraph: Any, place: int, new: Any) -> None:
        run, before = self.at(paragraph, place)
        if before:
            run.addprevious(new)
        else:
            run.addnext(new)

    def insert(self, paragraph: Any, place: int, text: str, author: str = "Ann Lee") -> None:
        run = element("r", element("t", text=text))
        self.put(paragraph, place, self.marked("ins", author, run))

    def delete(self, paragraph: Any, start: int, end: int, author: str = "Ann Lee") -> None:
        for run in self.runs(paragraph, start, end):
            self.struck(run, "del", author)

    def struck(self, run: Any, name: str, author: str) -> Any:
        wrapper = self.marked(name, author)
        run.addprevious(wrapper)
        wrapper.append(run)
        if name == "del":
            for text in run.iter(W + "t"):
                text.tag = W + "delText"
        return wrapper

    def replace(self, paragraph: Any, old: str, new: str, author: str = "Ann Lee") -> None:
        start = self.text(paragraph).index(old)
        self.insert(paragraph, start + len(old), new, author)
        self.delete(paragraph, start, start + len(old), author)

    def rewrite(self, paragraph: Any, old: str, new: str) -> None:
        """A silent edit: nobody tracked it."""
        start = self.text(paragraph).index(old)
        if not old:
            self.put(paragraph, start, element("r", element("t", text=new)))
            return
        first, *others = self.runs(paragraph, start, start + len(old))
        first.find(W + "t").text = new
        for run in others:
            run.getparent().remove(run)

    def mark_end(self, paragraph: Any, name: str, author: str = "Ann Lee") -> None:
        properties = paragraph.find(W + "pPr")
        if properties is None:
            properties = element("pPr")
            paragraph.insert(0, properties)
        marks = properties.find(W + "rPr")
        if marks is None:
            marks = element("rPr")
            properties.append(marks)
        marks.insert(0, self.marked(name, author))

    def delete_paragraph(self, paragraph: Any, author: str = "Ann Lee") -> None:
        self.delete(paragraph, 0, len(self.text(paragraph)), author)
        self.mark_end(paragraph, "del", author)

    def insert_paragraph(self, after: Any, text: str, author: str = "Ann Lee") -> Any:
        """As Word does: the end of the paragraph before is new, the new one keeps its old end."""
        self.mark_end(after, "ins", author)
        new = element("p")
        properties = after.find(W + "pPr")
        if properties is not None:
            new.append(copy.deepcopy(properties))
            marks = new.find(f"{W}pPr/{W}rPr")
            if marks is not None:
                new.find(W + "pPr").remove(marks)
        run = element("r", element("t", text=text))
        new.append(self.marked("ins", author, run))
        after.addnext(new)
        return new

    def split(self, paragraph: Any, place: int, author: str = "Ann Lee") -> None:
        """A tracked Enter within a paragraph."""
        run, _ = self.at(paragraph, place)
        new = element("p")
        properties = paragraph.find(W + "pPr")
        if properties is not None:
            new.append(copy.deepcopy(properties))
        following = list(run.itersiblings())
        new.extend(following)
        paragraph.addnext(new)
        self.mark_end(paragraph, "ins", author)

    def move_paragraph(self, paragraph: Any, after: Any, author: str = "Ann Lee") -> None:
        """A tracked move of a whole paragraph behind another."""
        name = f"move{next(self.numbers)}"
        target = element("p")
        properties = paragraph.find(W + "pPr")
        if properties is not None:
            target.append(copy.deepcopy(properties))
        words = self.text(paragraph)
        copied = element("r", element("t", text=words))
        target.append(self.marked("moveTo", author, copied))
        for run in self.runs(paragraph, 0, len(words)):
            self.struck(run, "moveFrom", author)
        self.mark_end(paragraph, "moveFrom", author)
        self.mark_end(target, "moveTo", author)
        for moved, kind in ((paragraph, "moveFrom"), (target, "moveTo")):
            number = str(next(self.numbers))
            start = element(f"{kind}RangeStart", id=number, author=author, date=DATE, name=name)
            place = moved.find(W + "pPr")
            if place is None:
                moved.insert(0, start)
            else:
                place.addnext(start)
            moved.append(element(f"{kind}RangeEnd", id=number))
        after.addnext(target)

    def comment(
        self, first: Any, start: int, last: Any, end: int, text: str, author: str = "Ann Lee",
        replies: tuple[tuple[str, str], ...] = (), *, resolved: bool = False,
    ) -> None:  # fmt: skip
        """A comment from a place of one paragraph to a place of another."""
        number = self._stored(text, author, "", resolved)
        numbers = [number]
        parent = f"{int(number):08X}"
        for name, words in replies:
            numbers.append(self._stored(words, name, parent, resolved))
        for one in numbers:
            self.put(last, end, element("r", element("commentReference", id=one)))
            self.put(last, end, element("commentRangeEnd", id=one))
        for one in numbers:
            self.put(first, start, element("commentRangeStart", id=one))

    def comment_on(self, paragraph: Any, words: str, text: str, **more: Any) -> None:
        start = self.text(paragraph).index(words)
        self.comment(paragraph, start, paragraph, start + len(words), text, **more)

    def _stored(self, text: str, author: str, parent: str, resolved: bool) -> str:
        number = str(next(self.numbers))
        paragraph = element("p", element("r", element("t", text=text)))
        identifier = f"{int(number):08X}"
        paragraph.set(f"{{{W14}}}paraId", identifier)
        comment = element("comment", paragraph, id=number, author=author, date=DATE, initials="A")
        self.comments.append(comment)
        self.threads.append((identifier, parent, resolved))
        return number

    def save(self, path: Path) -> Path:
        parts = dict(self.parts)
        parts["word/document.xml"] = etree.tostring(
            self.root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        if self.comments:
            root = element("comments", *self.comments)
            parts["word/comments.xml"] = etree.tostring(root)
            extended = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
            for identifier, parent, resolved in self.threads:
                entry = etree.SubElement(extended, f"{{{W15}}}commentEx")
                entry.set(f"{{{W15}}}paraId", identifier)
                if parent:
                    entry.set(f"{{{W15}}}paraIdParent", parent)
                entry.set(f"{{{W15}}}done", "1" if resolved else "0")
            parts["word/commentsExtended.xml"] = etree.tostring(extended)
            _register(parts)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return path


def _register(parts: dict[str, bytes]) -> None:
    """Make the parts of comments known to the package."""
    rels = etree.fromstring(parts["word/_rels/document.xml.rels"])
    types = etree.fromstring(parts["[Content_Types].xml"])
    place = types.tag.rpartition("}")[0] + "}"
    known = {r.get("Type") for r in rels}
    for name, kind in KINDS.items():
        if kind not in known:
            entry = etree.SubElement(rels, f"{{{RELATIONSHIPS}}}Relationship")
            entry.set("Id", f"rIdReview{name}")
            entry.set("Type", kind)
            entry.set("Target", f"{name}.xml")
        part = f"/word/{name}.xml"
        if part not in {t.get("PartName") for t in types}:
            entry = etree.SubElement(types, f"{place}Override")
            entry.set("PartName", part)
            entry.set("ContentType", f"{WORDML}.{name}+xml")
    parts["word/_rels/document.xml.rels"] = etree.tostring(rels)
    parts["[Content_Types].xml"] = etree.tostring(types)
