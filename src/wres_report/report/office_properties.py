"""What a Word or PowerPoint file says of itself: title, author, language, a fixed date."""

from __future__ import annotations

import datetime
from typing import Any

from lxml import etree

from .ooxml import serialise


def core_properties(metadata: dict[str, Any], epoch: int) -> bytes:
    """The part ``docProps/core.xml``.

    metadata: of the document: ``title``, ``wres.document``, ``wres.trust``. epoch: seconds since
    1970.
    """
    wres = metadata.get("wres") or {}
    stamp = datetime.datetime.fromtimestamp(epoch, tz=datetime.UTC)
    moment = stamp.strftime("%Y-%m-%dT%H:%M:%SZ")
    cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dc, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    root = etree.Element(
        f"{{{cp}}}coreProperties", nsmap={"cp": cp, "dc": dc, "dcterms": terms, "xsi": xsi}
    )
    author = str(wres.get("trust") or metadata.get("author") or "")
    for name, value in (
        ("title", wres.get("document") or metadata.get("title")),
        ("subject", metadata.get("subtitle")),
        ("creator", author),
        ("language", metadata.get("lang") or "en-GB"),
    ):
        if value:
            etree.SubElement(root, f"{{{dc}}}{name}").text = str(value)
    for name in ("created", "modified"):
        element = etree.SubElement(root, f"{{{terms}}}{name}")
        element.set(f"{{{xsi}}}type", "dcterms:W3CDTF")
        element.text = moment
    return serialise(root)
