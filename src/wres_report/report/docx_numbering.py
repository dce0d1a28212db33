"""Numbers of headings as Word counts them: a list style of two levels, and no typed digits."""

from __future__ import annotations

from lxml import etree

from .docx_text import HEADINGS, styled
from .ooxml import W, find, iter_tags, make, text_of

STYLE = "SectionNumbers"
# The looks of a number are those of the character style that typed numbers have.
NUMBER_LOOK = "SectionNumber"
FORMS = ("%1", "%1.%2")


def number_headings(
    document: etree._Element, numbering: etree._Element, styles: etree._Element
) -> None:
    """Numbered headings of two levels become entries of one list, in place of typed numbers.

    Where the list would not count to the very numbers that stand there, and that the text refers
    to, all are left as they are.
    """
    numbered = [
        (HEADINGS[style], paragraph)
        for style, paragraph in styled(document)
        if style in HEADINGS and _typed(paragraph) is not None
    ]
    if not numbered or [text_of(p).partition("\t")[0] for _, p in numbered] != _counted(
        [level for level, _ in numbered]
    ):
        return
    identifier = _define(numbering)
    _name_style(styles, identifier)
    for level, paragraph in numbered:
        for typed in _typed(paragraph) or ():
            paragraph.remove(typed)
        properties = find(paragraph, "pPr")
        assert properties is not None
        _place(properties, make(
            "numPr", make("ilvl", val=str(level - 1)), make("numId", val=identifier)
        ))  # fmt: skip


def _typed(heading: etree._Element) -> list[etree._Element] | None:
    """The runs of a typed number and of the tab behind it; None where there is none."""
    first = next(iter_tags(heading, "r"), None)
    look = None if first is None else find(first, "rPr/rStyle")
    if first is None or look is None or look.get(W + "val") != NUMBER_LOOK:
        return None
    tab = first.getnext()
    return [first, tab] if tab is not None else [first]


def _counted(levels: list[int]) -> list[str]:
    """The numbers that a list counts to: ``1``, ``2``, ``2.1``, ``2.2``, ``3``."""
    found, high, low = [], 0, 0
    for level in levels:
        high, low = (high + 1, 0) if level == 1 else (high, low + 1)
        found.append(str(high) if level == 1 else f"{high}.{low}")
    return found


def _define(numbering: etree._Element) -> str:
    """Define the list; the number by which paragraphs name it."""
    abstract = _next(numbering, "abstractNum", "abstractNumId")
    identifier = _next(numbering, "num", "numId")
    levels = [
        make(
            "lvl", make("start", val="1"), make("numFmt", val="decimal"),
            make("suff", val="tab"), make("lvlText", val=form), make("lvlJc", val="left"),
            make("pPr", make("ind", left="0", firstLine="0")),
            make("rPr", make("b", val="0"), make("color", val="4C6272")),
            ilvl=str(place),
        )
        for place, form in enumerate(FORMS)
    ]  # fmt: skip
    definition = make(
        "abstractNum", make("multiLevelType", val="multilevel"), make("styleLink", val=STYLE),
        *levels, abstractNumId=abstract,
    )  # fmt: skip
    # All definitions come before all lists.
    first = find(numbering, "num")
    if first is None:
        numbering.append(definition)
    else:
        first.addprevious(definition)
    numbering.append(make("num", make("abstractNumId", val=abstract), numId=identifier))
    return identifier


def _next(numbering: etree._Element, name: str, attribute: str) -> str:
    taken = [int(str(e.get(W + attribute))) for e in numbering.findall(W + name)]
    return str(max(taken, default=0) + 1)


def _name_style(styles: etree._Element, identifier: str) -> None:
    styles.append(
        make(
            "style", make("name", val="Section Numbers"), make("uiPriority", val="99"),
            make("pPr", make("numPr", make("numId", val=identifier))),
            type="numbering", customStyle="1", styleId=STYLE,
        )
    )  # fmt: skip


def _place(properties: etree._Element, numbers: etree._Element) -> None:
    """Put the list behind what the schema wants before it."""
    before = {W + name for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore",
                                    "framePr", "widowControl")}  # fmt: skip
    last = [child for child in properties if child.tag in before]
    if last:
        last[-1].addnext(numbers)
    else:
        properties.insert(0, numbers)
