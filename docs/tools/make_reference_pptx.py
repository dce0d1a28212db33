"""Writes report/reference.pptx: the look of the slides for the board.

pandoc takes the size of the slides, the layouts, colours, fonts and the style of tables from this
file. It can be changed in PowerPoint by hand; this program makes it anew, and gives the same bytes
each time. It starts from pandoc's own reference document, which has the names of layouts that
pandoc looks for, and changes their look.

    python docs/tools/make_reference_pptx.py

Needs python-pptx and pypandoc_binary.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import pypandoc
from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches

from wres_report.files import write_package

TARGET = Path(__file__).parents[2] / "report" / "reference.pptx"
BLUE, DARK, INK, SOFT, LINE, PALE = "005EB8", "003087", "212B32", "4C6272", "AEB7BD", "F0F4F5"
PALETTE = ("12436D", "28A197", "801650", "F46A25", "005EB8", "4C6272")
FONT = "Arial"
EPOCH = 1704067200  # 1 January 2024
WIDTH, HEIGHT = 13.333, 7.5
LEFT, FULL, HALF, RIGHT = 0.6, 12.13, 5.9, 6.83
TITLE = (LEFT, 0.35, FULL, 0.85)
STYLE = "{7B2E9C3A-5A1D-4E0B-9D54-0C6F5C1F8A11}"
# Where the parts of each layout stand, by the index of the placeholder, in inches.
PLACES = {
    "Title and Content": {1: (LEFT, 1.35, FULL, 5.35)},
    "Two Content": {1: (LEFT, 1.35, HALF, 5.35), 2: (RIGHT, 1.35, HALF, 5.35)},
    "Comparison": {
        1: (LEFT, 1.3, HALF, 1.4), 2: (LEFT, 2.75, HALF, 3.95),
        3: (RIGHT, 1.3, HALF, 1.4), 4: (RIGHT, 2.75, HALF, 3.95),
    },
    "Content with Caption": {2: (LEFT, 1.25, FULL, 1.15), 1: (LEFT, 2.45, FULL, 4.3)},
}  # fmt: skip
FOOT = {10: (LEFT, 6.95, 0.4, 0.35), 11: (LEFT, 6.95, 11.0, 0.35), 12: (11.73, 6.95, 1.0, 0.35)}
# Sizes of text in points: of a body by level, of the text above a picture or table.
BODY, CAPTION, HEADING = (18, 16, 14), 16, 28


def place(shape, box):
    shape.left, shape.top, shape.width, shape.height = (Emu(int(Inches(part))) for part in box)


def coloured(theme: bytes) -> bytes:
    """The theme with the colours and the font of the report."""
    text = theme.decode()
    fixed = {"dk1": INK, "lt1": "FFFFFF", "dk2": DARK, "lt2": PALE, "hlink": BLUE, "folHlink": DARK}
    fixed |= {f"accent{n}": colour for n, colour in enumerate(PALETTE, start=1)}
    for name, colour in fixed.items():
        text = re.sub(
            rf"(<a:{name}>).*?(</a:{name}>)", rf'\1<a:srgbClr val="{colour}"/>\2', text, count=1
        )
    for kind in ("majorFont", "minorFont"):
        text = re.sub(rf'(<a:{kind}><a:latin typeface=")[^"]*"', rf'\1{FONT}"', text, count=1)
    return text.encode()


def table_styles() -> bytes:
    """One style for tables: a dark head, thin rules between rows, none between columns."""

    def rule(side, colour, width):
        return (
            f'<a:{side}><a:ln w="{width}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
            f"</a:ln></a:{side}>"
        )

    rules = "".join(rule(side, LINE, 6350) for side in ("bottom", "insideH"))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:tblStyleLst {nsdecls("a")} def="{STYLE}">'
        f'<a:tblStyle styleId="{STYLE}" styleName="Report">'
        f'<a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/><a:srgbClr val="{INK}"/></a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr>{rules}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
        '<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"/><a:srgbClr val="FFFFFF"/>'
        f'</a:tcTxStyle><a:tcStyle><a:tcBdr/><a:fill><a:solidFill><a:srgbClr val="{DARK}"/>'
        "</a:solidFill></a:fill></a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    ).encode()


def finish_master(master):
    """Titles at the left in dark blue, text in sizes that a room can read, a bar at the top."""
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    run = title.find(qn("a:defRPr"))
    run.set("sz", str(HEADING * 100))
    run.set("b", "1")
    run.find(qn("a:solidFill"))[0].set("val", "tx2")
    body = styles.find(qn("p:bodyStyle"))
    for level, size in enumerate((*BODY, *[BODY[-1]] * 6), start=1):
        found = body.find(qn(f"a:lvl{level}pPr"))
        found.find(qn("a:defRPr")).set("sz", str(size * 100))
    bar = (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="20" name="Bar"/><p:cNvSpPr/><p:nvPr '
        'userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{int(Inches(WIDTH))}" cy="{int(Inches(0.14))}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{BLUE}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody>'
        "</p:sp>"
    )
    master.shapes._spTree.insert(2, parse_xml(bar))
    places = {0: TITLE, 1: PLACES["Title and Content"][1], 2: FOOT[10], 3: FOOT[11], 4: FOOT[12]}
    for shape in master.placeholders:
        place(shape, places[shape.placeholder_format.idx])
        left_of_footer(shape, shape.placeholder_format.idx == 3)


def left_of_footer(shape, is_footer):
    """The foot of a slide starts at its left edge; pandoc's own stands in the middle."""
    if is_footer:
        shape._element.txBody.find(qn("a:lstStyle")).find(qn("a:lvl1pPr")).set("algn", "l")


def finish_layout(layout):
    """Every placeholder of a layout at its place; what is above a picture is plain text."""
    places = {0: TITLE, **FOOT, **PLACES.get(layout.name, {})}
    for shape in list(layout.placeholders):
        index = shape.placeholder_format.idx
        if index == 10:  # a date of today would differ from one opening to the next
            shape._element.getparent().remove(shape._element)
            continue
        if index in places and not layout.name.startswith(("Title Slide", "Section")):
            place(shape, places[index])
        elif index not in places:
            scaled(shape)
        kind = str(shape.placeholder_format.type)
        if layout.name in PLACES and (kind.startswith("BODY") or kind.startswith("OBJECT")):
            sizes(shape, CAPTION if kind.startswith("BODY") else None)
        if index == 0:
            plain_title(shape)
        if index == 11:
            shape.text_frame.text = "Footer"


def scaled(shape):
    """What is not used by the report keeps its place on the wider slide."""
    across, down = Inches(WIDTH) / 9144000, Inches(HEIGHT) / 5143500
    shape.left, shape.width = Emu(int(shape.left * across)), Emu(int(shape.width * across))
    shape.top, shape.height = Emu(int(shape.top * down)), Emu(int(shape.height * down))


def plain_title(shape):
    """The title as the master has it, whatever size the layout gave it."""
    body = shape._element.txBody
    old = body.find(qn("a:lstStyle"))
    if old is not None:
        for child in list(old):
            old.remove(child)
    body.find(qn("a:bodyPr")).set("anchor", "ctr")


def sizes(shape, size):
    """A text above a picture has no bullet and one size; other text is as the master has it."""
    body = shape._element.txBody
    style = body.find(qn("a:lstStyle"))
    for child in list(style):
        style.remove(child)
    frame = body.find(qn("a:bodyPr"))
    for name in ("anchor",):
        frame.attrib.pop(name, None)
    frame.set("anchor", "t")
    if size is not None:
        style.append(
            parse_xml(
                f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0"><a:buNone/>'
                f'<a:defRPr sz="{size * 100}" b="0"/></a:lvl1pPr>'
            )
        )


def main() -> None:
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.pptx"]
    made = subprocess.run(command, capture_output=True, check=True).stdout
    deck = Presentation(io.BytesIO(made))
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    finish_master(deck.slide_master)
    for layout in deck.slide_layouts:
        finish_layout(layout)
    deck.core_properties.author = deck.core_properties.title = ""
    buffer = io.BytesIO()
    deck.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in parts:
        if name.startswith("ppt/theme/"):
            parts[name] = coloured(parts[name])
        elif name.endswith(".xml"):
            etree.fromstring(parts[name])
    parts["ppt/tableStyles.xml"] = table_styles()
    write_package(TARGET, parts, EPOCH)


if __name__ == "__main__":
    main()
