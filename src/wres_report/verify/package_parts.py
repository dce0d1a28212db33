"""Where two Word or Excel files differ: which member of the package, and which element in it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from wres_report.verify.parts import Part, byte_parts, excerpts, text_parts

XML = (".xml", ".rels")


def package_parts(before: bytes, again: bytes) -> list[Part]:
    """The members in which two zip files differ; bytes where either is none."""
    try:
        with zipfile.ZipFile(BytesIO(before)) as one, zipfile.ZipFile(BytesIO(again)) as other:
            found = list(_parts(one, other))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError):
        found = []
    return found or byte_parts(before, again)


def _parts(before: zipfile.ZipFile, again: zipfile.ZipFile) -> Iterator[Part]:
    names, others = before.namelist(), again.namelist()
    for name in sorted(set(names) ^ set(others)):
        yield Part(name, *("there" if name in known else "absent" for known in (names, others)))
    for name in (name for name in names if name in others):
        one, other = before.read(name), again.read(name)
        for part in _member_parts(name, one, other):
            yield part.within(name)
        yield from _packing_parts(before.getinfo(name), again.getinfo(name))
    if names != others and sorted(names) == sorted(others):
        yield Part("order of the members", *excerpts(" ".join(names), " ".join(others)))


def _packing_parts(before: zipfile.ZipInfo, again: zipfile.ZipInfo) -> Iterator[Part]:
    """What is written of a member beside its content; no two builds should disagree on it."""
    told = ("date_time", "compress_type", "create_system", "external_attr")
    for name in told:
        one, other = getattr(before, name), getattr(again, name)
        if one != other:
            yield Part(f"{before.filename}, {name} in the package", str(one), str(other))


def _member_parts(name: str, before: bytes, again: bytes) -> list[Part]:
    if before == again:
        return []
    if not name.endswith(XML):
        return byte_parts(before, again)
    return xml_parts(before, again) or text_parts(before, again)


def xml_parts(before: bytes, again: bytes) -> list[Part]:
    """The elements in which two XML files differ; none where either is no XML."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        one, other = (etree.fromstring(content, parser) for content in (before, again))
    except etree.XMLSyntaxError:
        return []
    return list(_element_parts(one, other, _name(one)))


def _element_parts(before: Any, again: Any, path: str) -> Iterator[Part]:
    if before.tag != again.tag:
        yield Part(path, _name(before), _name(again))
        return
    for name in sorted(set(before.attrib) | set(again.attrib)):
        one, other = before.get(name), again.get(name)
        if one != other:
            yield Part(f"{path} @{_local(name)}", *excerpts(one or "absent", other or "absent"))
    for kind in ("text", "tail"):
        one, other = getattr(before, kind) or "", getattr(again, kind) or ""
        if one != other:
            yield Part(path if kind == "text" else f"{path}, after it", *excerpts(one, other))
    if len(before) != len(again):
        yield Part(f"{path}, number of elements", str(len(before)), str(len(again)))
    seen: dict[str, int] = {}
    for one, other in zip(before, again, strict=False):
        name = _name(one)
        seen[name] = seen.get(name, 0) + 1
        yield from _element_parts(one, other, f"{path}/{name}[{_place(one, seen[name])}]")


def _place(element: Any, number: int) -> str:
    """The cell of a worksheet by its own name, any other element by its number."""
    return element.get("r") if _name(element) == "c" and element.get("r") else str(number)


def _name(element: Any) -> str:
    return _local(element.tag) if isinstance(element.tag, str) else "comment"


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
