"""Writes report/reference.docx: the styles, header and footer of the Word report.

pandoc takes every style, the page size, the header and the footer of a Word report from this
file. It can be changed in Word by hand; this program makes it anew, and gives the same bytes each
time. It starts from pandoc's own reference document, which has all the style names that pandoc
uses, and changes their look.

    python docs/tools/make_reference_docx.py

Needs python-docx and pypandoc_binary.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pypandoc
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

TARGET = Path(__file__).parents[2] / "report" / "reference.docx"
BLUE, DARK, INK, SOFT = "005EB8", "003087", "212B32", "4C6272"
LINE, GROUND, PALE, AMBER = "D8DDE0", "F0F4F5", "E8F1FA", "FFF4D6"
FONT = "Arial"
MOMENT = (2024, 1, 1, 0, 0, 0)


def style(document, name, kind=WD_STYLE_TYPE.PARAGRAPH, base=None):
    names = {s.name: s for s in document.styles}
    found = names.get(name) or document.styles.add_style(name, kind)
    if base:
        found.base_style = document.styles[base]
    return found


def text(found, size=None, bold=None, colour=None, italic=None):
    font = found.font
    if size:
        font.size = Pt(size)
    if bold is not None:
        font.bold = bold
    if italic is not None:
        font.italic = italic
    if colour:
        font.color.rgb = RGBColor.from_string(colour)
    fonts = found.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), FONT)


def space(found, before=0.0, after=0.0, line=None, keep_next=None, keep_lines=None):
    form = found.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    if line:
        form.line_spacing = line
    if keep_next is not None:
        form.keep_with_next = keep_next
    if keep_lines is not None:
        form.keep_together = keep_lines


def edge(found, fill=None, left=None, top=None, box=None):
    """Ground and borders of a paragraph: how a box looks in Word."""
    properties = found.element.get_or_add_pPr()
    for tag in ("w:pBdr", "w:shd"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    borders = ""
    if top:
        borders += f'<w:top w:val="single" w:sz="24" w:space="6" w:color="{top}"/>'
    if left:
        borders += f'<w:left w:val="single" w:sz="36" w:space="8" w:color="{left}"/>'
    if box:
        for side in ("top", "left", "bottom", "right"):
            borders += f'<w:{side} w:val="dashed" w:sz="6" w:space="6" w:color="{box}"/>'
    found.paragraph_format.widow_control = True
    after = [
        qn(f"w:{tag}")
        for tag in (
            "shd",
            "tabs",
            "suppressAutoHyphens",
            "spacing",
            "ind",
            "contextualSpacing",
            "jc",
            "outlineLvl",
        )
    ]
    for xml in (
        f"<w:pBdr {nsdecls('w')}>{borders}</w:pBdr>" if borders else "",
        f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "",
    ):
        if xml:
            place = next((child for child in properties if child.tag in after), None)
            node = parse_xml(xml)
            properties.append(node) if place is None else place.addprevious(node)


def field(paragraph, code, shown):
    """A field with the text that stands until Word computes it."""
    for xml in (
        '<w:r {0}><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r {0}><w:instrText xml:space="preserve"> ' + code + " </w:instrText></w:r>",
        '<w:r {0}><w:fldChar w:fldCharType="separate"/></w:r>',
        "<w:r {0}><w:t>" + shown + "</w:t></w:r>",
        '<w:r {0}><w:fldChar w:fldCharType="end"/></w:r>',
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))


def paragraphs(document):
    base = style(document, "Normal")
    text(base, 10, colour=INK)
    space(base, 0, 0, 1.15)
    for name in ("Body Text", "First Paragraph"):
        found = style(document, name)
        text(found)
        space(found, 6 if name == "First Paragraph" else 0, 6)
    compact = style(document, "Compact")
    text(compact)
    space(compact, 1.5, 1.5, 1.05)
    for level, (size, before, after, colour) in enumerate(
        [(20, 0, 12, DARK), (14, 20, 7, DARK), (11.5, 14, 5, INK), (10.5, 12, 4, INK)], start=1
    ):
        found = style(document, f"Heading {level}")
        text(found, size, True, colour, False)
        space(found, before, after, 1.05, keep_next=True, keep_lines=True)
        if level == 1:
            found.paragraph_format.page_break_before = True
            edge(found, top=BLUE)
        if level <= 2:
            found.paragraph_format.tab_stops.add_tab_stop(Mm(10 if level == 1 else 12))
    number = style(document, "Section Number", WD_STYLE_TYPE.CHARACTER)
    text(number, bold=False, colour=SOFT)
    # The cover: who, what, and as at when
    author = style(document, "Author")
    text(author, 14, True, DARK)
    space(author, 20, 150)
    author.paragraph_format.alignment = 0
    title = style(document, "Title")
    text(title, 32, True, DARK)
    space(title, 0, 10, 1.0)
    title.paragraph_format.alignment = 0
    edge(title, top=BLUE)
    subtitle = style(document, "Subtitle")
    text(subtitle, 15, False, INK, False)
    space(subtitle, 0, 40)
    subtitle.paragraph_format.alignment = 0
    date = style(document, "Date")
    text(date, 12, False, INK)
    space(date, 0, 6, 1.5)
    date.paragraph_format.alignment = 0
    heading = style(document, "TOC Heading")
    text(heading, 20, True, DARK, False)
    space(heading, 0, 12)
    heading.paragraph_format.page_break_before = True
    edge(heading, top=BLUE)
    for level, (before, indent, bold) in {1: (6, 0, True), 2: (1, 8, False)}.items():
        found = style(document, f"toc {level}", base="Normal")
        text(found, 10.5, bold)
        space(found, before, 1.5, 1.1)
        found.paragraph_format.left_indent = Mm(indent)
        found.paragraph_format.tab_stops.add_tab_stop(Mm(indent + (8 if level == 1 else 11)))
        found.paragraph_format.tab_stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT)
    for name, before, after, bold, colour in (
        ("Table Caption", 12, 5, True, INK),
        ("Image Caption", 3, 14, False, SOFT),
    ):
        found = style(document, name)
        text(found, 9.5, bold, colour, False)
        space(found, before, after, 1.1, keep_next=name == "Table Caption", keep_lines=True)
    figure = style(document, "Captioned Figure")
    text(figure)
    space(figure, 8, 2, 1.0, keep_next=True)
    for name, fill, left in (
        ("Key Findings", PALE, BLUE),
        ("Summary", PALE, BLUE),
        ("Headline", PALE, BLUE),
        ("Note", GROUND, SOFT),
        ("Important", AMBER, "B35900"),
    ):
        found = style(document, name, base="Normal")
        text(found, 11 if name == "Headline" else 10)
        space(found, 4, 7, 1.15)
        found.paragraph_format.left_indent = Mm(4)
        edge(found, fill=fill, left=left)
    missing = style(document, "Not Supplied", base="Normal")
    text(missing, 10, colour=SOFT)
    space(missing, 8, 10)
    missing.paragraph_format.left_indent = missing.paragraph_format.right_indent = Mm(3)
    edge(missing, box=SOFT)
    definition = style(document, "Definition", base="Normal")
    text(definition, 10, colour=SOFT)
    space(definition, 0, 8)
    definition.paragraph_format.left_indent = Mm(4)
    edge(definition, left=LINE)
    note = style(document, "Table Note", base="Normal")
    text(note, 8.5, colour=SOFT)
    space(note, 4, 12, 1.15)
    signature = style(document, "Signature", base="Normal")
    text(signature, 10)
    space(signature, 12, 6, keep_lines=True)
    signature.paragraph_format.left_indent = Mm(4)
    edge(signature, left=BLUE)
    turn = style(document, "Section Break", base="Normal")
    text(turn, 1)
    space(turn, 0, 0, 1.0)
    for name, colour in (
        ("Word Red", "801650"),
        ("Word Amber", "8A4100"),
        ("Word Green", "00603A"),
        ("Word Blue", "12436D"),
        ("Word Grey", SOFT),
    ):
        text(
            style(document, name, WD_STYLE_TYPE.CHARACTER), bold=name != "Word Grey", colour=colour
        )
    link = style(document, "Hyperlink", WD_STYLE_TYPE.CHARACTER)
    text(link, colour=BLUE)


def table(document):
    """pandoc's style for tables: a strong line under the head, hair lines, nothing upright."""
    found = style(document, "Table", WD_STYLE_TYPE.TABLE)
    element = found.element
    for tag in ("w:pPr", "w:rPr", "w:tblPr", "w:tblStylePr"):
        for old in element.findall(qn(tag)):
            element.remove(old)
    for xml in (
        f'<w:pPr {nsdecls("w")}><w:spacing w:before="30" w:after="30" w:line="250"'
        ' w:lineRule="auto"/></w:pPr>',
        f'<w:rPr {nsdecls("w")}><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>',
        f'<w:tblPr {nsdecls("w")}><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{LINE}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>'
        '<w:tblCellMar><w:top w:w="15" w:type="dxa"/><w:left w:w="55" w:type="dxa"/>'
        '<w:bottom w:w="15" w:type="dxa"/><w:right w:w="55" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>",
        f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:rPr><w:b/><w:bCs/>'
        f'<w:color w:val="{DARK}"/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="12" w:space="0" w:color="{BLUE}"/></w:tcBorders>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>',
    ):
        element.append(parse_xml(xml))


def page(document):
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(19)
    section.header_distance, section.footer_distance = Mm(11), Mm(10)
    section.different_first_page_header_footer = True
    for name in ("Header", "Footer"):
        text(style(document, name), 8.5, colour=SOFT)
        space(style(document, name), 0, 0)
    for part in (section.header, section.footer):
        part.is_linked_to_previous = False
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    head.style, foot.style = document.styles["Header"], document.styles["Footer"]
    # Words that the report's own stand in for, and no fields: a program works those out anew, from
    # a title that has the year and not the name of the standard.
    for words in ("trust", "  ·  ", "title"):
        head.add_run(words)
    foot.alignment = WD_TABLE_ALIGNMENT.RIGHT
    foot.add_run("page ")
    field(foot, "PAGE", "1")
    foot.add_run(" of ")
    field(foot, "NUMPAGES", "1")
    section.first_page_header.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False


def language(document):
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for found in defaults.iter(qn("w:lang")):
        found.set(qn("w:val"), "en-GB")
    for fonts in defaults.iter(qn("w:rFonts")):
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for key in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{key}"), FONT)


def main() -> None:
    pandoc = pypandoc.get_pandoc_path()
    base = subprocess.run(
        [pandoc, "--print-default-data-file", "reference.docx"], capture_output=True, check=True
    ).stdout
    document = Document(io.BytesIO(base))
    language(document)
    paragraphs(document)
    table(document)
    page(document)
    buffer = io.BytesIO()
    document.save(buffer)
    # Entries in a fixed order with a fixed time: the same bytes at each run.
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(TARGET, "w") as target:
        for name in sorted(made.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, made.read(name))


if __name__ == "__main__":
    main()
