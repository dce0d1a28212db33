"""A few words for the XML of Word, so that the code which uses them can be read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Attributes whose words are prefixes, by their local names: Word takes a part for damaged that
# names one which is not declared, and lxml does not know that it is used.
OF_PREFIXES = ("Ignorable", "MustUnderstand", "ProcessContent", "PreserveElements",
               "PreserveAttributes", "Requires")  # fmt: skip


def parse(content: bytes) -> etree._Element:
    """Root of a part; entities and outside addresses are not followed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(content, parser)


def serialise(root: etree._Element) -> bytes:
    """Bytes of a part, always written the same way."""
    kept = ["w", "r", "wp", "a", "pic", "m", *_named_prefixes(root)]
    etree.cleanup_namespaces(root, keep_ns_prefixes=kept)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _named_prefixes(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        for name, words in element.attrib.items():
            if etree.QName(name).localname in OF_PREFIXES:
                yield from (word.partition(":")[0] for word in str(words).split())


def make(
    name: str,
    /,
    *children: etree._Element,
    text: str | None = None,
    space: bool = False,
    **attributes: str,
) -> etree._Element:
    """An element of Word's own namespace with attributes of the same."""
    element = etree.Element(W + name, nsmap={"w": NAMESPACE})
    for key, value in attributes.items():
        element.set(W + key, value)
    element.extend(children)
    element.text = text
    if space:
        element.set(SPACE, "preserve")
    return element


def find(element: etree._Element, path: str) -> etree._Element | None:
    """First descendant along a path such as ``pPr/sectPr``."""
    return element.find(_qualified(path))


@cache
def _qualified(path: str) -> str:
    return "/".join(W + part for part in path.split("/"))


def iter_tags(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """All descendants of one name, in order."""
    yield from element.iter(W + name)


def text_of(element: etree._Element) -> str:
    """Visible text below an element; a tab is a tab."""
    found = []
    for part in element.iter(W + "t", W + "tab"):
        inside_run = part.getparent() is not None and part.getparent().tag == W + "r"
        if part.tag == W + "t":
            found.append(part.text or "")
        elif inside_run:
            found.append("\t")
    return "".join(found)


def run(text: str, style: str = "") -> etree._Element:
    """A run of text, in a character style where one is named."""
    properties = [make("rPr", make("rStyle", val=style))] if style else []
    return make("r", *properties, make("t", text=text, space=True))


def field(code: str, *shown: etree._Element) -> list[etree._Element]:
    """The runs of a field that shows ``shown`` until Word computes it anew."""
    return [
        make("r", make("fldChar", fldCharType="begin")),
        make("r", make("instrText", text=f" {code} ", space=True)),
        make("r", make("fldChar", fldCharType="separate")),
        *shown,
        make("r", make("fldChar", fldCharType="end")),
    ]
