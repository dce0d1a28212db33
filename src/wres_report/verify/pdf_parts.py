"""Where two PDFs differ: the text of which page, which property, or else which object."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from wres_report.verify.parts import Part, byte_parts, excerpts, line_parts

if TYPE_CHECKING:
    from pypdf import PdfReader

ABSENT = "absent"


def pdf_parts(before: bytes, again: bytes) -> list[Part]:
    """The pages and properties that differ, or the objects; bytes where either is no PDF.

    Objects are told only where all that can be read is the same: a changed word changes many.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        one, other = PdfReader(BytesIO(before)), PdfReader(BytesIO(again))
        found = [*_page_parts(one, other), *_property_parts(one, other)]
        found = found or list(_object_parts(one, other))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        # What is no PDF any more may fail in any of these ways, and differs all the same.
        found = []
    return found or byte_parts(before, again)


def _page_parts(before: PdfReader, again: PdfReader) -> Iterator[Part]:
    if len(before.pages) != len(again.pages):
        yield Part("number of pages", str(len(before.pages)), str(len(again.pages)))
    for number, (one, other) in enumerate(zip(before.pages, again.pages, strict=False), start=1):
        for part in line_parts(one.extract_text(), other.extract_text()):
            yield part.within(f"page {number}")


def _property_parts(before: PdfReader, again: PdfReader) -> Iterator[Part]:
    one, other = dict(before.metadata or {}), dict(again.metadata or {})
    for name in sorted(one.keys() | other.keys()):
        ours, theirs = str(one.get(name, ABSENT)), str(other.get(name, ABSENT))
        if ours != theirs:
            yield Part(f"property {name.removeprefix('/')}", *excerpts(ours, theirs))


def _object_parts(before: PdfReader, again: PdfReader) -> Iterator[Part]:
    sizes = [int(str(reader.trailer["/Size"])) for reader in (before, again)]
    if sizes[0] != sizes[1]:
        yield Part("number of objects", *map(str, sizes))
    for number in range(1, min(sizes)):
        one, other = _object(before, number), _object(again, number)
        ours, theirs = _written(one), _written(other)
        for part in byte_parts(ours, theirs):
            yield part.within(f"object {number}{_kind(one)}")


def _object(reader: PdfReader, number: int) -> Any:
    from pypdf.generic import IndirectObject

    return reader.get_object(IndirectObject(number, 0, reader))


def _written(found: Any) -> bytes:
    if found is None:
        return b""
    stream = BytesIO()
    found.write_to_stream(stream)
    return stream.getvalue()


def _kind(found: Any) -> str:
    known = found if isinstance(found, dict) else {}
    names = [str(known[key]) for key in ("/Type", "/Subtype") if key in known]
    return f" ({' '.join(names)})" if names else ""
