"""What a Word or PowerPoint file says of itself: title, author, language, date and its data."""

from __future__ import annotations

import datetime
from typing import Any

from lxml import etree

from .ooxml import serialise

# The set of properties that users see as "custom".
USERS_OWN = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

# States of a report that bear no mark on their pages; the second is no report of one trust.
FINISHED, OF_ALL_TRUSTS = {"approved", "published"}, "national"


def page_mark(metadata: dict[str, Any]) -> str:
    """What each page or slide says of the report's state, as each page of the PDF does.

    metadata: of the document: ``wres.state``, ``wres.synthetic``. Empty where there is nothing to
    say.
    """
    wres = metadata.get("wres") or {}
    state = wres.get("state")
    if wres.get("synthetic"):
        return "Synthetic data"
    if state == "changed":
        return "Changed since it was approved"
    return "" if state in {*FINISHED, OF_ALL_TRUSTS} else "Draft"


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


def custom_properties(metadata: dict[str, Any]) -> bytes:
    """The part ``docProps/custom.xml``: what the data are and how far the report has come.

    pandoc would write its own settings there, and Quarto more of them. metadata: of the document:
    ``wres.trust``, ``wres.years``, ``wres.snapshot``, ``wres.state``, ``wres.synthetic``.
    """
    wres = metadata.get("wres") or {}
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    types = f"{office}/docPropsVTypes"
    of_all = wres.get("state") == OF_ALL_TRUSTS
    root = etree.Element(
        f"{{{office}/custom-properties}}Properties",
        nsmap={None: f"{office}/custom-properties", "vt": types},
    )
    told = {
        "Trust": None if of_all else wres.get("trust") or metadata.get("author"),
        "Years": wres.get("years"),
        "Data as at": wres.get("snapshot"),
        "State": None if of_all else wres.get("state"),
        "Synthetic data": "yes" if wres.get("synthetic") else "no",
    }
    # The first two numbers are kept for Office itself.
    for number, (name, value) in enumerate(told.items(), start=2):
        if value:
            element = etree.SubElement(
                root, f"{{{office}/custom-properties}}property",
                fmtid=USERS_OWN, pid=str(number), name=name,
            )  # fmt: skip
            etree.SubElement(element, f"{{{types}}}lpwstr").text = str(value)
    return serialise(root)
