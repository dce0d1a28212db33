"""Paragraphs of Word files are read as Word shows them with all changes accepted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.documents.conftest import left, texts
from tests.documents.word_tools import control, deleted, drawing, field, inserted, p, t, text_box
from wres_report.documents.passages import Document, Kind

Word = Callable[..., Document]
RAISED = '<w:vertAlign w:val="superscript"/>'
RATE = "31.5 % of BME staff said so."


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("tracked changes within a figure",
         t("3") + deleted("2") + inserted(t("1")) + t(".5 % of BME staff said so.")),
        ("a tracked paragraph", inserted(t(RATE))),
        ("a move", inserted(t("31.5 %"), "moveTo") + t(" of BME staff ")
         + inserted(t("in 2020 "), "moveFrom") + t("said so.")),
        ("a content control", control(t("31.5 %")) + t(" of BME staff said so.")),
        ("a content control around an insertion", control(inserted(t(RATE)))),
        ("a field", field(" REF rate \\h ", t("31.5")) + t(" % of BME staff said so.")),
        ("a field in the instruction of another",
         field(" IF " + field(" REF a ", t("12.5")) + " = 1 ", t("31.5"))
         + t(" % of BME staff said so.")),
        ("a simple field", f'<w:fldSimple w:instr=" DOCPROPERTY rate ">{t("31.5")}</w:fldSimple>'
         + t(" % of BME staff said so.")),
        ("a smart tag", f'<w:smartTag w:element="date">{t("31.5")}</w:smartTag>'
         + t(" % of BME staff said so.")),
        ("a link", f'<w:hyperlink r:id="x">{t("31.5 %")}</w:hyperlink>'
         + t(" of BME staff said so.")),
        ("struck text", t("32.5", "<w:strike/>") + t(RATE)),
        ("text struck twice", t("32.5", '<w:dstrike w:val="true"/>') + t(RATE)),
        ("text struck by its style", t("32.5", '<w:rStyle w:val="Withdrawn"/>') + t(RATE)),
        ("text that is not struck, whatever its style says",
         t("31.5", '<w:rStyle w:val="Withdrawn"/><w:strike w:val="0"/>')
         + t(" % of BME staff said so.")),
        ("hidden text", t("32.5", "<w:vanish/>") + t(RATE)),
        ("text that a change of format once hid",
         t(RATE, '<w:rPrChange w:id="3"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
        ("a raised mark of a note", t("31.5 %") + t("1", RAISED) + t(" of BME staff said so.")),
        ("raised marks in several runs", t("31.5 %") + t("1", RAISED) + t(",", RAISED)
         + t(" 2", RAISED) + t(" of BME staff said so.")),
        ("a note sign raised by its position", t("31.5 % of BME staff said so.")
         + t("*", '<w:position w:val="8"/>')),
        ("a soft hyphen and a no-break space",
         t("31.5\u00a0% of BME st") + "<w:r><w:softHyphen/></w:r>" + t("aff said so.")),
        ("ligatures and a zero-width space", t("31.5 % of BME sta\ufb00 \u200bsaid so.")),
        ("full-width digits", t("３１.５ % of BME staff said so.")),
        ("a comment", t("31.5 %") + '<w:commentRangeStart w:id="0"/>' + t(" of BME staff")
         + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
         + t(" said so.")),
        ("an equation", "<m:oMath><m:r><m:t>31.5</m:t></m:r></m:oMath>"
         + t(" % of BME staff said so.")),
        ("a proof mark within a figure", t("31") + '<w:proofErr w:type="spellStart"/>' + t(".5 %")
         + '<w:bookmarkStart w:id="2" w:name="x"/>' + t(" of BME staff said so.")),
    ],
)  # fmt: skip
def test_a_figure_is_read_as_it_is_displayed(word: Word, name: str, runs: str) -> None:
    assert texts(word(p(runs))) == [RATE], name


def of_a_form(kind: str, data: str) -> str:
    """A field of a form in the manner of Word 2003, which stores its choice beside the text."""
    held = f"<w:ffData><w:enabled/>{data}</w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{held}</w:fldChar></w:r>'
    name = f"<w:r><w:instrText> {kind} </w:instrText></w:r>"
    return f'{begin}{name}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ('<w:result w:val="1"/>', "Complete"),
        ('<w:default w:val="2"/>', "Late"),
        ("", "Open"),
        ('<w:result w:val="7"/>', ""),
    ],
)
def test_the_choice_of_a_list_in_a_form_is_read(word: Word, data: str, shown: str) -> None:
    entries = "".join(f'<w:listEntry w:val="{one}"/>' for one in ("Open", "Complete", "Late"))
    choice = of_a_form("FORMDROPDOWN", f"<w:ddList>{data}{entries}</w:ddList>")
    assert texts(word(p(t("State: "), choice, t(".")))) == [f"State: {shown}."]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ('<w:default w:val="0"/><w:checked/>', "☒"),
        ('<w:default w:val="1"/>', "☒"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "☐"),
        ("<w:sizeAuto/>", "☐"),
    ],
)
def test_a_box_in_a_form_is_read_ticked_or_not(word: Word, data: str, shown: str) -> None:
    box = of_a_form("FORMCHECKBOX", f"<w:checkBox>{data}</w:checkBox>")
    assert texts(word(p(box, t(" done")))) == [f"{shown} done"]


def test_a_sign_of_comparison_from_the_font_symbol_is_read(word: Word) -> None:
    sign = '<w:r><w:sym w:font="{}" w:char="F0B3"/></w:r>'
    assert texts(word(p(t("It is "), sign.format("Symbol"), t(" 1.25.")))) == ["It is ≥ 1.25."]
    assert texts(word(p(t("It is "), sign.format("Wingdings"), t(" 1.25.")))) == ["It is 1.25."]


def test_a_fraction_that_only_word_draws_is_told(word: Word) -> None:
    fraction = field(" EQ \\f(1,6) ", "")
    document = word(p(t("About "), fraction, t(" of BME staff.")))
    assert left(document) == {"formulas": 1}


def test_a_minus_is_one_sign_whatever_was_typed(word: Word) -> None:
    for sign in ("-", "\u2212", "\u2011"):
        assert texts(word(p(f"The gap is {sign}3.1 points."))) == ["The gap is -3.1 points."]
    broken = t("The gap is ") + "<w:r><w:noBreakHyphen/></w:r>" + t("3.1 points.")
    assert texts(word(p(broken))) == ["The gap is -3.1 points."]


def test_a_raised_ordinal_stays(word: Word) -> None:
    assert texts(word(p(t("On 31") + t("st", RAISED) + t(" March.")))) == ["On 31st March."]


def test_a_paragraph_whose_end_is_deleted_runs_on_into_the_next(word: Word) -> None:
    mark = '<w:rPr><w:del w:id="4" w:author="A"/></w:rPr>'
    document = word(p("The ratio is ", properties=mark), p("1.46."))
    assert texts(document) == ["The ratio is 1.46."]
    assert texts(word(p("The ratio is 1.46.", properties=mark))) == ["The ratio is 1.46."]


def test_a_paragraph_that_was_moved_away_is_not_read(word: Word) -> None:
    mark = '<w:rPr><w:moveFrom w:id="4" w:author="A"/></w:rPr>'
    away = p(inserted(t("It was 9.99."), "moveFrom"), properties=mark)
    assert texts(word(away, p("It is 1.46."))) == ["It is 1.46."]


def test_a_block_of_a_content_control_is_read_and_an_untouched_one_is_not(word: Word) -> None:
    document = word(
        control(p(RATE)),
        control(p("Click or tap to enter 99.9 %."), placeholder=True),
        p(control(t("Click or tap to enter a date."), placeholder=True)),
    )
    assert texts(document) == [RATE]
    assert left(document) == {"placeholders": 2}


def test_text_boxes_are_read_once(word: Word) -> None:
    document = word(p(text_box(p(RATE), p("The ratio is 1.46."))), p("After."))
    assert texts(document) == [RATE, "The ratio is 1.46.", "After."]
    assert document.passages[0].where == "text box"


def test_a_shape_of_an_older_word_is_read(word: Word) -> None:
    box = f"<v:textbox><w:txbxContent>{p(RATE)}</w:txbxContent></v:textbox>"
    old = f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"
    assert texts(word(p(old))) == [RATE]


def test_what_is_not_read_is_told_with_its_number(word: Word) -> None:
    picture = drawing("<pic:pic/>")
    document = word(
        p(RATE, deleted("old"), t("old", "<w:strike/>"), t("old", "<w:vanish/>"), picture,
          '<w:r><w:commentReference w:id="0"/></w:r>',
          "<w:r><w:object><o:OLEObject/></w:object></w:r>"),
        p("Contents 1", style="TOC1"),
    )  # fmt: skip
    assert texts(document) == [RATE]
    assert left(document) == dict.fromkeys(
        ("deleted", "struck", "hidden", "pictures", "comments", "objects", "contents"), 1
    )
    assert all(one.places for one in document.not_read)


def test_notes_stand_behind_the_paragraph_that_names_them(word: Word) -> None:
    raised = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    note = f'<w:r>{raised}<w:footnoteReference w:id="2"/></w:r>'
    own = f"<w:r>{raised}<w:footnoteRef/></w:r>"
    notes = f'<w:footnote w:id="2">{p(own, t(" Of those who answered."))}</w:footnote>'
    document = word(
        p("Indicator 5", style="Heading1"), p(t("It is 31.5 %"), note, t(" now.")), p("After."),
        parts={"footnotes": notes},
    )  # fmt: skip
    assert texts(document)[1:] == ["It is 31.5 % now.", "Of those who answered.", "After."]
    told = document.passages[2]
    assert (told.kind, told.where, told.headings) == (Kind.NOTE, "footnote 1", ("Indicator 5",))


def test_headings_are_known_by_style_outline_and_look(word: Word) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="5"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="Indicator %1:"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    document = word(
        p("WRES report", style="Title"), p("Findings", style="Heading1"),
        p("Survey", style="TrustHeading"), p(t("Harassment from patients", "<w:b/>")),
        p("A word."), p("By outline", properties='<w:outlineLvl w:val="2"/>'),
        p("Harassment", style="Heading2", properties=listed),
        p("Bullying", style="Heading2", properties=listed),
        parts={"numbering": numbering},
    )  # fmt: skip
    found = [(p.level, p.text) for p in document.passages if p.kind is Kind.HEADING]
    assert found == [
        (0, "WRES report"), (1, "Findings"), (2, "Survey"), (6, "Harassment from patients"),
        (3, "By outline"), (2, "Indicator 5: Harassment"), (2, "Indicator 6: Bullying"),
    ]  # fmt: skip
    assert document.passages[4].headings == (
        "Findings", "Survey", "Harassment from patients",
    )  # fmt: skip


def test_list_items_know_the_paragraph_that_introduces_them(word: Word) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    document = word(
        p("Of staff who answered:"), p("White: 24.3 %", properties=listed),
        p("BME: 31.5 %", properties=listed), parts={"numbering": numbering},
    )  # fmt: skip
    items = document.passages[1:]
    assert [(i.text, i.kind, i.lead) for i in items] == [
        ("White: 24.3 %", Kind.LIST_ITEM, "Of staff who answered:"),
        ("BME: 31.5 %", Kind.LIST_ITEM, "Of staff who answered:"),
    ]


def test_an_item_in_bold_is_no_heading_and_a_numbered_line_in_bold_alone_is_one(
    word: Word,
) -> None:
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{shown}"/></w:lvl></w:abstractNum>'
        for n, kind, shown in ((0, "bullet", "\uf0b7"), (1, "decimal", "%1."))
    ) + "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1)
    )  # fmt: skip
    bullet, number = (
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>' for n in (1, 2)
    )

    def bold(words: str, properties: str) -> str:
        return p(t(words, "<w:b/>"), properties=properties)

    document = word(
        bold("Foreword", number), p("We thank all."),
        bold("Leadership", bullet), p("Words between."), bold("Governance", bullet),
        bold("Next steps", number), p("We will:"),
        bold("Ask first", number), bold("Act then", number), p("And so on."),
        parts={"numbering": numbering},
    )  # fmt: skip
    items = [one.text for one in document.passages if one.kind is Kind.LIST_ITEM]
    assert items == ["Leadership", "Governance", "Ask first", "Act then"]
    headings = [one.text for one in document.passages if one.kind is Kind.HEADING]
    assert headings == ["Foreword", "Next steps"]


def test_a_line_break_that_begins_another_fact_ends_a_sentence(word: Word) -> None:
    lines = t("White staff - 24.3%") + "<w:r><w:br/></w:r>" + t("BME staff - 31.5%")
    assert texts(word(p(lines))) == ["White staff - 24.3%", "BME staff - 31.5%"]
    looks = t("The share of BME staff was") + "<w:r><w:br/></w:r>" + t("31.5%.")
    assert texts(word(p(looks))) == ["The share of BME staff was 31.5%."]


def test_headers_and_footers_are_told_apart_and_read_once(word: Word) -> None:
    document = word(
        p(RATE), parts={"header1": p("WRES 2021"), "header2": p("WRES 2021"), "footer1": p("3")}
    )
    assert [(one.text, one.kind) for one in document.passages] == [
        (RATE, Kind.PARAGRAPH), ("WRES 2021", Kind.RUNNING),
    ]  # fmt: skip


CHART = (
    "<c:chartSpace NAMESPACES><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Harassment</a:t></a:r>"
    "</a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart>{}</c:barChart></c:plotArea></c:chart>"
    "</c:chartSpace>"
)


def series(name: str, values: list[float], code: str = "0.0%") -> str:
    years = "".join(f'<c:pt idx="{n}"><c:v>{2019 + n}</c:v></c:pt>' for n in range(len(values)))
    points = "".join(f'<c:pt idx="{n}"><c:v>{v}</c:v></c:pt>' for n, v in enumerate(values))
    return (
        f'<c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache>'
        f"</c:strRef></c:tx><c:cat><c:strRef><c:strCache>{years}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:numCache><c:formatCode>{code}</c:formatCode>{points}</c:numCache>"
        "</c:numRef></c:val></c:ser>"
    )


def test_the_numbers_stored_with_a_chart_are_read_as_it_shows_them(word: Word) -> None:
    drawn = drawing('<c:chart r:id="chart1"/>')
    chart = CHART.format(series("White", [0.2604, 0.243]) + series("BME", [0.3271, 0.315]))
    document = word(p(drawn), parts={"chart1": chart})
    rows = [(one.kind, one.head, one.cells, one.caption) for one in document.passages]
    head = ("", "White", "BME")
    assert rows == [
        (Kind.CHART, head, ("2019", "26.0%", "32.7%"), "Harassment"),
        (Kind.CHART, head, ("2020", "24.3%", "31.5%"), "Harassment"),
    ]
    assert left(document) == {"charts": 1}
    empty = word(p(RATE), p(drawn), parts={"chart1": CHART.format("")})
    assert left(empty) == {"empty charts": 1}


def test_the_date_on_a_cover_heads_nothing_though_its_style_is_based_on_the_title(
    word: Word,
) -> None:
    document = word(
        p("WRES report", style="Title"), p("31 March 2021", style="Date"), p("It fell.")
    )
    assert document.passages[-1].headings == ()
