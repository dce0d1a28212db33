"""Tables from lists: through the real pandoc and our filter, every text comes out as it stands."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.plan_tools import cells_of, full_grid, page_of, pandoc, plain
from wres_report.report.parts.list_table import (
    Cell,
    Line,
    bullets,
    lettered,
    list_table,
    paragraph,
    text,
)

# Text that Markdown, Quarto, Typst or HTML would read as their own.
TEXTS = {
    "lists": ["- item", "* star", "+ plus", "1. one", "1) one", "(a) first", "a. first", "i) x",
              "IV. x", "#. x", "(@) example", "(@a) example", "12. May", "•  bullet"],
    "headings and rules": ["# Heading", "### Heading {#id}", "---", "***", "___", "===", "= Title"],
    "divs and attributes": ["::: {.landscape}", ":::", "[x]{.y}", "{.x}", "{#tbl-x}", "x {=html}"],
    "tables": ["| a | b |", "|:--|--:|", "+---+", "|", "a || b", "Table: caption", ": caption"],
    "quotes and code": ["> quote", ">", "```python", "~~~", "`code`", "`` ` ``", "`x`{=html}",
                        "    code"],
    "documents": ["---\na: b\n---", "...", "% title", "Term\n: definition", "[x]: http://y.z",
                  "*[HTML]: x", "[^1]", "[^1]: note", "^[note]"],
    "HTML": ["<b>bold</b>", "<script>alert(1)</script>", "<!-- comment -->", "&amp; &lt; &copy;",
             "&#65; &#x41;", "R&D; x", "AT&T", "a < b > c", "<", "&"],
    "citations": ["@tbl-x", "[@x]", "-@x", "a@b.nhs.uk", "mailto:a@b.c"],
    "mathematics": ["$x$", "$$x$$", r"\(x\)", r"\[x\]", "£5 and $6 and $7", "x^2^ and x~2~"],
    "shortcodes": ["{{< include x >}}", "{{< pagebreak >}}", "{{% x %}}", "{{<", ">}}", "{{{", "}"],
    "emoji and signs": [":smile:", "😀 ✅ 👩‍⚕️", "→ ≤ ½ ×", "Ω"],
    "emphasis": ["*x*", "**x**", "_x_", "__x__", "~~x~~", "a*b*c", "snake_case_name", "*", "**"],
    "links": ["[x](y)", "![x](y)", "[x][y]", "https://a.b/c_d*e*f", "(https://a.b/c).",
              "<https://a.b>", "http://", "www.a.b"],
    "backslashes": ["\\", "\\\\", "ends in a backslash\\", r"\input{x}", r"\newpage", r"\&", r"\*",
                    r"C:\folder\new"],
    "quotation marks": ['"a" and \'b\'', "'90s", '""', "it’s “so”", "the staff' views", "''"],
    "dashes and dots": ["a -- b", "a --- b", "--", "...", "....", "2020–21", "- - -"],
    "Typst": ["#pagebreak()", "#{}", "= Head", "/ term: x", "// comment", "/* comment */", "1.",
              "<label>", "a ~ b"],
    "spreadsheets": ["=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "-2+3"],
    "scripts": ["שלום עולם", "مرحبا", "e\u0301 a\u0308", "中文", "नमस्ते", "ŵ ŷ ł ą"],
    "unseen": ["a\u200bb", "a\u202eb\u202c", "\u2067x\u2069", "so\u00adft", "\ufeffx", "a\u00a0b",
               "a\tb  c", "a\u2028b", "a\x85b"],
    "our own": ["[]{.cell}", "[]{.cell .marks rowspan=2} x", ".new-group", "Total", "▲ worse"],
}  # fmt: skip
EVERY = [one for texts in TEXTS.values() for one in texts]


def one_cell(block: str) -> Cell:
    return Cell((block,))


@cache
def rows_of_page() -> list[list[list[str]]]:
    """For each text, as a paragraph, a bullet, a step and a second paragraph, what the page has."""
    lines = [
        Line((
            one_cell(paragraph(text(one))), one_cell(bullets([text(one), "next"])),
            one_cell(lettered([text(one)])), Cell((paragraph("first"), paragraph(text(one)))),
        ))
        for one in EVERY
    ]  # fmt: skip
    head = ["Paragraph", "Bullet", "Step", "Second"]
    page = page_of(list_table(head, lines, label="tbl-x", caption="Every text"))
    return [
        [
            [plain(part.get_text()) for part in cell.select("p, li")] or [plain(cell.get_text())]
            for cell in cells_of(row)
        ]
        for row in page.select("tbody tr")
    ]


@cache
def lines_of_plain_text() -> list[str]:
    written = pandoc("\n\n".join(paragraph(text(one)) for one in EVERY), "plain")
    return [plain(line) for line in written.split("\n") if line.strip()]


@pytest.mark.parametrize("one", EVERY)
def test_a_text_stands_in_the_page_as_it_was_written(one: str) -> None:
    assert len(rows_of_page()) == len(EVERY)
    wanted = plain(one)
    assert rows_of_page()[EVERY.index(one)] == [
        [wanted], [wanted, "next"], [wanted], ["first", wanted],
    ]  # fmt: skip


@pytest.mark.parametrize("one", EVERY)
def test_a_text_stands_in_plain_text_as_it_was_written(one: str) -> None:
    assert lines_of_plain_text()[EVERY.index(one)] == plain(one)


@pytest.mark.parametrize("mark", ["- item", "+ plus", "= Title", "/ term: x", "1. one", "1."])
def test_typst_reads_no_markup_at_the_start_of_a_cell_an_item_or_a_state(mark: str) -> None:
    cells = (one_cell(paragraph(text(mark))), one_cell(bullets([text(mark)])),
             one_cell(paragraph(f"[{text(mark)}]{{.rag-red}}")))  # fmt: skip
    markdown = list_table(["a", "b", "c"], [Line(cells)], label="tbl-x", caption="c")
    written = pandoc(markdown, "typst", "list-tables", "structure", "tables")
    escaped = re.escape(mark)
    assert not re.search(rf"(?:\[|^ *[-+] ){escaped}", written, flags=re.MULTILINE)
    assert len(re.findall(rf"#\[\];{escaped}", written)) == 3


def test_an_apostrophe_in_a_word_is_set_as_one() -> None:
    assert pandoc(text("the trust's own, and 'x'"), "plain").strip() == "the trust’s own, and 'x'"


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x1b", "\x81", "\ue000", "\ufffe", "\U0001fffe"])
def test_a_character_that_no_document_can_hold_is_left_out(bad: str) -> None:
    assert text(f"a{bad}b") == "ab"


def test_a_variable_is_left_as_it_is_with_the_spaces_around_it() -> None:
    assert text("by {{< var i2.ratio >}} *now*") == r"by {{< var i2.ratio >}} \*now\*"
    assert text("{{<var x>}}%") == "{{<var x>}}%"
    assert text("'{{< var x >}}'") == r"\'{{< var x >}}\'"


def test_an_address_that_ends_in_a_backslash_takes_nothing_with_it() -> None:
    assert page_of(text("at https://a.b\\ and https://c.d\\")).get_text().strip() == (
        "at https://a.b\\ and https://c.d\\"
    )


def test_an_address_links_to_itself_without_the_sentence_around_it() -> None:
    link = page_of(text("See https://a.b/c_(d)|e, or not.")).a
    assert (link.get_text(), link["href"]) == ("https://a.b/c_(d)|e", "https://a.b/c_(d)%7Ce")


@pytest.mark.parametrize(("count", "style"), [(1, "a"), (9, "a"), (26, "a"), (27, "1"), (300, "1")])
def test_steps_have_letters_while_letters_last(count: int, style: str) -> None:
    steps = [f"step {n}" for n in range(count)]
    markdown = list_table(
        ["a"], [Line((one_cell(lettered(steps)),))], label="tbl-x", caption="c"
    )  # fmt: skip
    lists = page_of(markdown).select("tbody ol")
    assert [one.get("type") for one in lists] == [style]
    assert [plain(item.get_text()) for item in lists[0].select("li")] == steps


def test_cells_span_rows_and_columns_within_their_group() -> None:
    lines = [
        Line((Cell((paragraph("First"),), columns=3),), group_head=True),
        Line((Cell((paragraph("A"),), rows=2), one_cell(paragraph("1")), one_cell(paragraph("2")))),
        Line((one_cell(paragraph("3")), one_cell(paragraph("4")))),
        Line((Cell((paragraph("Second"),), columns=3),), group_head=True),
        Line((one_cell(paragraph("B")), Cell((paragraph("5"),), columns=2))),
    ]
    page = page_of(list_table(["x", "y", "z"], lines, label="tbl-x", caption="c"))
    assert full_grid(page.table) == [
        ["x", "y", "z"], ["First"] * 3, ["A", "1", "2"], ["A", "3", "4"], ["Second"] * 3,
        ["B", "5", "5"],
    ]  # fmt: skip
    assert len(page.select("tbody")) == 2
    assert [head["scope"] for head in page.select("tbody [scope]")] == [
        "rowgroup", "rowgroup", "rowgroup", "row",
    ]  # fmt: skip


def test_a_new_group_starts_a_part_of_its_own() -> None:
    lines = [
        Line((one_cell(paragraph("1")),), new_group=True),
        Line((one_cell(paragraph("2")),)),
        Line((one_cell(bullets(["3"])),), new_group=True),
    ]
    bodies = page_of(list_table(["x"], lines, label="tbl-x", caption="c")).select("tbody")
    assert [plain(body.get_text(" ")) for body in bodies] == ["1 2", "3"]


def test_widths_are_for_paper_and_shared_out() -> None:
    lines = [Line((one_cell(paragraph("1")), one_cell(paragraph("2"))))]
    markdown = list_table(["x", "y"], lines, label="tbl-x", caption="c", widths=[10, 30])
    assert "columns: (25%, 75%)" in pandoc(markdown, "typst", "list-tables", "tables")
    assert "<col " not in pandoc(markdown, "html", "list-tables", "tables")


def test_a_cell_without_a_block_is_an_empty_cell() -> None:
    page = page_of(list_table(["x", "y"], [Line((Cell(()), Cell(())))], label="t", caption="c"))
    assert full_grid(page.table) == [["x", "y"], ["", ""]]
