"""The Word report: real styles, filled contents, fields, text alternatives, turned pages."""

from __future__ import annotations

import datetime
import re
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
import sample
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from wres_report.report import docx_finish, office_properties, pptx_finish
from wres_report.report.ooxml import make, serialise


@pytest.fixture(scope="module")
def word(rendered: Path):
    return Document(str(rendered / "report.docx"))


def styled(word, style: str) -> list[str]:
    return [p.text for p in word.paragraphs if p.style.name == style]


def level_in_list(paragraph) -> int | None:
    numbers = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    return None if numbers is None else int(numbers.find(qn("w:ilvl")).get(qn("w:val")))


def headings_as_shown(word) -> list[str]:
    """Headings of two levels with the numbers that Word counts, as in the contents."""
    shown, at = [], [0, 0]
    for paragraph in word.paragraphs:
        if paragraph.style.name not in {"Heading 1", "Heading 2"}:
            continue
        level = level_in_list(paragraph)
        if level is not None:
            at = [at[0] + 1, 0] if level == 0 else [at[0], at[1] + 1]
        number = "" if level is None else f"{at[0]}" if level == 0 else f"{at[0]}.{at[1]}"
        shown.append(number + paragraph.text)
    return shown


def test_headings_are_real_headings_that_word_numbers(word) -> None:
    shown = headings_as_shown(word)
    assert "4Data and evidence" in shown
    assert "Appendix 1: progress on last year’s plan" in shown
    assert sum(heading.startswith("4.") for heading in shown) == 9
    assert not any(re.match(r"[0-9]", t) for n in "12" for t in styled(word, f"Heading {n}"))


def test_the_numbers_of_headings_are_a_list_style_of_two_levels(word) -> None:
    style = next(s for s in word.styles.element if s.get(qn("w:styleId")) == "SectionNumbers")
    assert style.get(qn("w:type")) == "numbering"
    numbering = word.part.numbering_part.element
    (definition,) = [a for a in numbering.iter(qn("w:abstractNum"))
                     if a.find(qn("w:styleLink")) is not None]  # fmt: skip
    assert definition.find(qn("w:styleLink")).get(qn("w:val")) == "SectionNumbers"
    forms = [text.get(qn("w:val")) for text in definition.iter(qn("w:lvlText"))]
    assert forms == ["%1", "%1.%2"]
    used = {
        p._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val"))
        for p in word.paragraphs
        if p.style.name in {"Heading 1", "Heading 2"} and level_in_list(p) is not None
    }
    named = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val"))
    assert used == {named}


def test_the_contents_show_every_heading_without_an_update(word) -> None:
    entries = [
        "".join(t.text or "" for t in p.iter(qn("w:t")))
        for p in word.element.body.iter(qn("w:p"))
        if (s := p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) is not None
        and s.get(qn("w:val")) in {"TOC1", "TOC2"}
    ]
    assert entries == headings_as_shown(word)
    names = {b.get(qn("w:name")) for b in word.element.body.iter(qn("w:bookmarkStart"))}
    for link in word.element.body.iter(qn("w:hyperlink")):
        if link.get(qn("w:anchor")):
            assert link.get(qn("w:anchor")) in names


def test_fields_begin_and_end_in_pairs_and_nothing_asks_for_an_update(rendered: Path) -> None:
    with zipfile.ZipFile(rendered / "report.docx") as package:
        text = package.read("word/document.xml").decode()
        settings = package.read("word/settings.xml").decode()
    assert text.count('fldCharType="begin"') == text.count('fldCharType="end"')
    assert "w:dirty" not in text
    assert "updateFields" not in settings


def test_captions_carry_sequence_fields(word) -> None:
    codes = [c.text for c in word.element.body.iter(qn("w:instrText"))]
    assert sum("SEQ Table" in code for code in codes) == len(styled(word, "Table Caption"))
    assert sum("SEQ Figure" in code for code in codes) == 8
    assert "Figure\xa01: What indicator 1 shows, year by year" in styled(word, "Image Caption")


def test_every_picture_has_a_text_alternative(word) -> None:
    found = [e for e in word.element.body.iter() if e.tag.endswith("}docPr")]
    assert len(found) == 17
    assert all(e.get("descr") for e in found)
    assert len({e.get("id") for e in found}) == 17


def test_head_rows_repeat_and_rows_stay_whole(word) -> None:
    for table in word.tables:
        rows = table._tbl.tr_lst
        assert rows[0].trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_every_table_has_its_caption_and_columns_for_an_alternative_text(word) -> None:
    captions = [text.replace("\xa0", " ") for text in styled(word, "Table Caption")]
    told = [
        [table._tbl.tblPr.find(qn(f"w:{name}")) for name in ("tblCaption", "tblDescription")]
        for table in word.tables
    ]
    assert [title.get(qn("w:val")) for title, _ in told if title is not None] == captions
    for table, (_, columns) in zip(word.tables, told, strict=True):
        first = table.rows[0].cells[0].text.strip()
        assert columns is not None
        assert first in columns.get(qn("w:val"))


def test_the_end_of_what_is_signed_stays_with_its_signature(built: Path) -> None:
    document = Document(str(built / "RV9/2021/report.docx"))
    paragraphs = document.paragraphs
    signed = [
        before
        for before, after in pairwise(paragraphs)
        if after.style.name == "Signature" != before.style.name
    ]
    assert len(signed) >= 2
    assert all(paragraph.paragraph_format.keep_with_next for paragraph in signed)


def test_text_below_a_table_does_not_touch_it(built: Path) -> None:
    document = Document(str(built / "ZZX/2021/report.docx"))
    below = [
        after
        for before, after in pairwise(document.element.body.iter(qn("w:tbl"), qn("w:p")))
        if before.getparent().tag == qn("w:tc") and after.getparent() is document.element.body
    ]
    told = [Paragraph(element, document) for element in below]
    # What begins a page has room above it anyway.
    told = [p for p in told if p.style.name not in ("Heading 1", "Section Break")]
    assert len(told) >= 10
    for paragraph in told:
        room = paragraph.paragraph_format.space_before
        if room is None:
            room = paragraph.style.paragraph_format.space_before
        assert room is None or room.pt >= 4, paragraph.text


def test_wide_plans_stand_in_turned_sections_with_header_and_footer(word) -> None:
    turned = [s for s in word.sections if s.orientation == WD_ORIENT.LANDSCAPE]
    assert len(turned) == 2
    for section in word.sections:
        assert section.page_width
        assert section.left_margin
        assert "Sandmouth NHS Foundation Trust" in section.header.paragraphs[0].text
        assert "Synthetic data" in section.header.paragraphs[0].text
        assert "page" in section.footer.paragraphs[0].text


def test_the_header_is_words_and_no_field_that_a_program_works_out_anew(rendered: Path) -> None:
    with zipfile.ZipFile(rendered / "report.docx") as package:
        header = package.read("word/header1.xml").decode()
    assert "Sandmouth NHS Foundation Trust" in header
    assert "Workforce Race Equality Standard" in header
    assert "instrText" not in header
    assert "fldChar" not in header


def test_every_prefix_that_a_part_names_is_declared_in_it(rendered: Path) -> None:
    named = 0
    with zipfile.ZipFile(rendered / "report.docx") as package:
        for part in package.namelist():
            if not part.endswith(".xml"):
                continue
            for element in etree.fromstring(package.read(part)).iter(etree.Element):
                for name, words in element.attrib.items():
                    if etree.QName(name).localname in ("Ignorable", "MustUnderstand", "Requires"):
                        named += 1
                        assert set(words.split()) <= set(element.nsmap), f"{part}: {words}"
    assert named


def test_the_cover_has_no_header_and_begins_with_the_trust(word) -> None:
    assert word.sections[0].different_first_page_header_footer
    assert [p.style.name for p in word.paragraphs[:4]] == ["Author", "Title", "Subtitle", "Date"]


def test_properties_are_those_of_the_report_and_do_not_move(word) -> None:
    properties = word.core_properties
    assert properties.title == sample.DOCUMENT
    assert properties.author == "Sandmouth NHS Foundation Trust"
    assert properties.language == "en-GB"
    assert properties.created.replace(tzinfo=None) == datetime.datetime(2021, 3, 31)


def test_its_own_properties_tell_of_the_data_and_no_setting_of_a_renderer(rendered: Path) -> None:
    with zipfile.ZipFile(rendered / "report.docx") as package:
        part = etree.fromstring(package.read("docProps/custom.xml"))
    assert {one.get("name"): "".join(one.itertext()) for one in part} == {
        "Trust": "Sandmouth NHS Foundation Trust",
        "Years": "WRES 2021 · actions for 2021-22",
        "Data as at": "31 March 2021",
        "State": "draft",
        "Synthetic data": "yes",
    }
    assert [one.get("pid") for one in part] == ["2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        ("draft", "Draft"),
        ("approved", ""),
        ("published", ""),
        ("changed", "Changed since it was approved"),
        ("national", ""),
    ],
)
def test_headers_and_feet_of_slides_say_of_a_state_what_the_pages_of_the_pdf_say(
    state: str, mark: str
) -> None:
    header = serialise(make("hdr", make("p", make("r", make("t", text="title")))))
    metadata = {"title": "Report", "wres": {"trust": "Trust", "state": state}}
    said = "".join(etree.fromstring(docx_finish.finish_header(header, metadata)).itertext())
    assert said == "  ·  ".join(filter(None, ["Report", mark]))
    assert pptx_finish.foot_words(metadata) == said


def test_the_report_of_all_trusts_has_no_trust_and_no_state_for_a_property() -> None:
    wres = {"trust": "13 trusts", "state": "national", "years": "WRES 2025", "synthetic": False}
    own = etree.fromstring(office_properties.custom_properties({"wres": wres}))
    assert {one.get("name"): "".join(one.itertext()) for one in own} == {
        "Years": "WRES 2025", "Synthetic data": "no",
    }  # fmt: skip


def test_a_heading_holds_its_number_and_its_words_and_no_empty_run(word) -> None:
    headings = [p for p in word.paragraphs if p.style.name in {"Heading 1", "Heading 2"}]
    assert len(headings) > 10
    for heading in headings:
        assert all(run.text for run in heading.runs), heading.text


def test_a_picture_is_described_by_words_and_by_no_file(word) -> None:
    body = word.element.body
    outer = [e.get("descr") for e in body.iter() if e.tag.endswith("}docPr")]
    inner = [e.get("descr") for e in body.iter() if e.tag.endswith("}cNvPr")]
    assert inner == outer


def test_there_is_no_style_for_code_in_colours(word) -> None:
    assert not [style.name for style in word.styles if style.name.endswith("Tok")]


def test_the_language_of_the_text_is_british_english(rendered: Path) -> None:
    with zipfile.ZipFile(rendered / "report.docx") as package:
        assert 'w:val="en-GB"' in package.read("word/styles.xml").decode()
        assert all(i.date_time == (2021, 3, 31, 0, 0, 0) for i in package.infolist())


def test_a_group_cell_of_a_plan_is_one_merged_cell_and_its_lists_start_at_its_edge(word) -> None:
    plan = next(t for t in word.tables if t.cell(0, 0).text == "WRES indicator")
    merges = [m.get(qn("w:val")) for m in plan._tbl.iter(qn("w:vMerge"))]
    assert merges.count("restart") == 8
    assert len(merges) == 24
    lists = [
        p for p in plan._tbl.iter(qn("w:p")) if p.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    ]
    assert len(lists) == 96
    assert {p.find(f"{qn('w:pPr')}/{qn('w:ind')}").get(qn("w:left")) for p in lists} == {"255"}
