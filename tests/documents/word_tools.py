"""Word files as Word itself writes them, part by part: what python-docx writes is too tidy."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "r": OFFICE,
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    }.items()
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TrustHeading"><w:name w:val="Trust Heading"/>'
    '<w:basedOn w:val="Heading2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Date"><w:name w:val="Date"/>'
    '<w:basedOn w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="character" w:styleId="Withdrawn"><w:name w:val="Withdrawn"/>'
    "<w:rPr><w:strike/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="FootnoteReference">'
    '<w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def t(text: str, properties: str = "") -> str:
    """A run."""
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*inner: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of words."""
    runs = "".join(part if part.startswith("<") else t(part) for part in inner)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def inserted(inner: str, name: str = "ins") -> str:
    return f'<w:{name} w:id="1" w:author="A" w:date="2024-05-01T10:00:00Z">{inner}</w:{name}>'


def deleted(text: str) -> str:
    run = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return inserted(run, "del")


def control(inner: str, *, placeholder: bool = False, more: str = "") -> str:
    shown = "<w:showingPlcHdr/>" if placeholder else ""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="7"/>{shown}{more}</w:sdtPr>'
        f"<w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def tc(inner: str, properties: str = "") -> str:
    body = inner if inner.startswith("<w:p>") or inner.startswith("<w:t") else p(inner)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{body}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    held = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{held}{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def text_box(*paragraphs: str) -> str:
    """A shape with text, twice, as Word writes it: for itself and for older programs."""
    inner = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def word_file(path: Path, *body: str, parts: dict[str, str] | None = None) -> Path:
    """A package. parts: the inside of further parts by name, such as ``footnotes`` or
    ``chart1``; the reference to each has its name as id."""
    wanted = {"styles": STYLES} | (parts or {})
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes",
             "endnotes": "endnotes", "header": "hdr", "footer": "ftr"}  # fmt: skip
    relations = ""
    main = _relation("rId1", "officeDocument", "word/document.xml")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", HEAD + _types(wanted))
        archive.writestr("_rels/.rels", _rels(main))
        for name, inner in wanted.items():
            kind = name.rstrip("0123456789")
            root = f"w:{roots[kind]}" if kind in roots else ""
            content = f"<{root} {NAMESPACES}>{inner}</{root}>" if root else inner
            content = content.replace("NAMESPACES", NAMESPACES)
            archive.writestr(f"word/{name}.xml", HEAD + content)
            relations += _relation(name, kind, f"{name}.xml")
        archive.writestr("word/_rels/document.xml.rels", _rels(relations))
        inside = f"<w:body>{''.join(body)}<w:sectPr/></w:body>"
        document = f"<w:document {NAMESPACES}>{inside}</w:document>"
        archive.writestr("word/document.xml", HEAD + document)
    return path


def _types(names: Iterable[str]) -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    drawn = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    kinds = {name: name.rstrip("0123456789") for name in names} | {"document": "document.main"}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="'
        f'{drawn if kind == "chart" else f"{word}.{kind}+xml"}"/>'
        for name, kind in kinds.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _rels(inner: str) -> str:
    name = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{name}">{inner}</Relationships>'


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def drawing(inner: str) -> str:
    """A run with a picture, a chart or a diagram."""
    graphic = f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing>{graphic}</w:drawing></w:r>"
