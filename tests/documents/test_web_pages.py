"""Web pages are read as a browser shows them, whatever letters they are written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.conftest import left, texts
from wres_report.documents.passages import Document, Kind
from wres_report.documents.reading import read_document

RATE = "31.5% of BME staff said so – the board’s gap is -3.1 points."
TYPED = "31.5% of BME staff said so – the board’s gap is −3.1 points."


@pytest.fixture
def page(tmp_path: Path):
    """``page("<p>…")``: the page with that body, or these bytes, read."""

    def read(body: str | bytes) -> Document:
        path = tmp_path / "report.html"
        content = body if isinstance(body, bytes) else f"<body>{body}</body>".encode()
        path.write_bytes(content)
        return read_document(path)

    return read


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"), ("", "utf-8-sig"), ("", "utf-16"), ("", "utf-16-le"), ("", "utf-16-be"),
        ("<meta charset='utf-8'>", "utf-8"), ("<meta charset=utf-16>", "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">', "utf-8"),
        ("<meta charset=nonsense>", "utf-8"), ("<meta charset=us-ascii>", "utf-8"),
    ],
)  # fmt: skip
def test_letters_are_read_whatever_they_are_written_in(page, head: str, encoding: str) -> None:
    markup = f"<html><head>{head}<title>x</title></head><body><p>{TYPED}</p></body></html>"
    if head == "<meta charset=us-ascii>":
        markup = markup.replace("−", "&#8722;").replace("–", "&ndash;").replace("’", "&rsquo;")
    assert texts(page(markup.encode(encoding))) == [RATE]


@pytest.mark.parametrize(
    "head",
    ["", "<meta charset=windows-1252>", "<meta charset=iso-8859-1>", "<meta charset=utf-8>"],
)
def test_letters_of_windows_are_read_even_where_the_page_says_otherwise(page, head: str) -> None:
    said = TYPED.replace("−", "-")
    markup = f"<html><head>{head}</head><body><p>{said}</p></body></html>"
    assert texts(page(markup.encode("cp1252"))) == [RATE]


@pytest.mark.parametrize(
    "body",
    [
        "<p>The ratio is 1.46<sup>1</sup> now.</p>",
        '<p>The ratio is 1.46<sup><a href="#n1">[1]</a></sup> now.</p>',
        '<p>The ratio is 1.46<a role="doc-noteref" href="#n1">1</a> now.</p>',
        '<p>The ratio is 1.46<span style="vertical-align: super">1, 2</span> now.</p>',
        "<p>The ratio is 1.46¹ now.</p>",
        "<p>The ratio is 1.46<sup>*</sup> now.</p>",
        "<p>The ratio is <del>9.99</del><ins>1.46</ins> now.</p>",
        "<p>The ratio is <s>9.99</s> 1.46 now.</p>",
        '<p>The ratio is <span style="text-decoration:line-through">9.99</span> 1.46 now.</p>',
        '<style>.old { text-decoration: line-through; }</style><p>The ratio is <i class="old">9'
        "</i> 1.46 now.</p>",
        '<p>The ratio is <span style="display: none">9.99</span> 1.46 now.</p>',
        '<style>.x, .gone{display:none}</style><p>The ratio is <i class="gone">9</i>1.46 now.</p>',
        "<style>@media print { p { color: red } .shown {display:none} }</style>"
        '<p>The ratio is <i class="shown">1.46</i> now.</p>',
        "<p>The ratio\n   is&nbsp;1.4&shy;6\n now.</p><script>9.99</script><!-- 9.99 -->",
        "<div>The ratio is <b>1</b>.<em>46</em> now.<div hidden>It is 9.99.</div></div>",
        "<p>The ratio is 1<wbr>.46 now.</p><template><p>9.99</p></template>",
        '<p>The ratio is 1.46 now.</p><p hidden="until-found">9.99</p><dialog>9.99</dialog>',
    ],
)
def test_a_figure_is_read_as_it_is_displayed(page, body: str) -> None:
    assert texts(page(body)) == ["The ratio is 1.46 now."]


def test_text_beside_blocks_is_read_in_its_order(page) -> None:
    document = page(
        "<div>First <b>of</b> all.<p>Second.</p>Third.<ul><li>Fourth.<ul><li>Fifth.</li></ul>"
        "Sixth.</li></ul></div>Last."
    )
    found = [(one.text, one.kind, one.level) for one in document.passages]
    assert found == [
        ("First of all.", Kind.PARAGRAPH, 0), ("Second.", Kind.PARAGRAPH, 0),
        ("Third.", Kind.PARAGRAPH, 0), ("Fourth.", Kind.LIST_ITEM, 0),
        ("Fifth.", Kind.LIST_ITEM, 1), ("Sixth.", Kind.LIST_ITEM, 0),
        ("Last.", Kind.PARAGRAPH, 0),
    ]  # fmt: skip


def test_headings_summaries_and_bold_lines_stand_above_what_follows(page) -> None:
    document = page(
        "<h2>Indicator 5</h2><details><summary>Show more</summary><p>One.</p></details>"
        "<p><strong>From patients</strong></p><p>Two.</p>"
    )
    under = {one.text: one.headings for one in document.passages}
    assert under["One."] == ("Indicator 5", "Show more")
    assert under["Two."] == ("Indicator 5", "From patients")


def test_a_break_that_begins_another_fact_ends_a_sentence(page) -> None:
    document = page("<p>White staff - 24.3%<br>BME staff - 31.5%</p><p>It is<br>1.46.</p>")
    assert texts(document) == ["White staff - 24.3%", "BME staff - 31.5%", "It is 1.46."]


def test_cells_over_rows_and_columns_keep_their_place(page) -> None:
    document = page(
        "<table><caption>Table 2: Harassment</caption><thead>"
        "<tr><th rowspan=2>Indicator</th><th colspan=2>2019</th><th colspan=2>2020</th></tr>"
        "<tr><th>White</th><th>BME</th><th>White</th><th>BME</th></tr></thead><tbody>"
        "<tr><td rowspan=2>5</td><td>26.0%</td><td>32.7%</td><td>24.3%</td><td>31.5%</td></tr>"
        "<tr hidden><td>9</td><td>9</td><td>9</td><td>9</td></tr>"
        "<tr><td colspan=2>1.26</td><td colspan=2>1.30<sup>a</sup></td></tr></tbody></table>"
    )
    rows = [one for one in document.passages if one.kind is Kind.ROW]
    head = ("Indicator", "2019 White", "2019 BME", "2020 White", "2020 BME")
    assert [(one.cells, one.head) for one in rows] == [
        (("5", "26.0%", "32.7%", "24.3%", "31.5%"), head),
        (("5", "1.26", "", "1.30", ""), head),
    ]
    assert {one.caption for one in rows} == {"Table 2: Harassment"}


def test_a_table_that_only_places_text_is_read_as_text(page) -> None:
    document = page(
        "<table><tr><td><h2>Indicator 5</h2><p>It is 31.5%.</p></td><td><p>It fell.</p></td></tr>"
        '</table><table role="presentation"><tr><td>It is 1.46.</td><td>It rose.</td></tr></table>'
    )
    assert texts(document) == ["Indicator 5", "It is 31.5%.", "It fell.", "It is 1.46.", "It rose."]
    assert document.passages[1].headings == ("Indicator 5",)


def test_terms_and_what_is_said_of_them_are_rows(page) -> None:
    document = page("<dl><dt>White</dt><dd>24.3%</dd><dt>BME</dt><dd>31.5%</dd></dl>")
    assert [one.cells for one in document.passages] == [("White", "24.3%"), ("BME", "31.5%")]


def test_what_is_not_read_is_told(page) -> None:
    document = page(
        "<p>It is 1.46.<img src=x><del>9</del><s>9</s></p><p hidden>9</p><iframe></iframe>"
    )
    assert left(document) == dict.fromkeys(("pictures", "deleted", "struck", "hidden", "frames"), 1)
    assert str(document.not_read[0]) == "1 picture, with any text or chart in it"


def test_a_page_by_another_name_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_text("<!DOCTYPE html><body><p>It is 1.46<sup>1</sup>.</p></body>")
    assert texts(read_document(path)) == ["It is 1.46."]
