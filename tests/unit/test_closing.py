"""What one text leaves open never reaches the next: it is told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.narrative.closing import check_closed, check_shortcodes
from wres_report.narrative.variables import bind, check_cells

WHERE = "data/RV9/2021/narrative/foreword.md"
REPOSITORY = Path(__file__).resolve().parents[2]
OPEN = {
    "code": ("One.\n\n```\ntwo\n", 3, "“```” is never closed"),
    "code of another length": ("````\ntwo\n```\n", 1, "“````”"),
    "code in waves": ("~~~ {.python}\n```\n", 1, "“~~~”"),
    "a second block of code": ("```\na\n```\n\n```\nb\n", 5, "never closed"),
    "a hidden div": ("One.\n\n<div hidden>\n\ntwo\n", 3, "“<div>” is never closed"),
    "a div of its own": ("<div style='x'/>\n\ntwo\n", 1, "“<div>”"),
    "a div with a sign in its words": ('<div title="a > b">\n\ntwo\n', 1, "“<div>”"),
    "details": ("<details>\n<summary>More</summary>\n\ntwo\n", 1, "“<details>”"),
    "a span": ("Some <span class='x'>words\n", 1, "“<span>”"),
    "a tag in another": ("<div>\n<section>\n</div>\n", 2, "“<section>”"),
    "a style": ("<style>\np { color: red }\n", 1, "“<style>”"),
    "a div of colons": ("One.\n\n::: {.callout-note}\n\ntwo\n", 3, "“:::” is never closed"),
    "a div in a div": (":::: {.a}\n::: {.b}\ntwo\n::::\n", 1, "“:::” is never closed"),
    "a div that is not open": ("One.\n\n:::\n\ntwo\n", 3, "closes a div that is not open"),
    "a tag that is not open": ("One.\n\n</div>\n\ntwo\n", 3, "“</div>” closes what is not open"),
    "a comment": ("One.\n<!-- two\n", 2, "never closed"),
}  # fmt: skip


@pytest.mark.parametrize("case", OPEN)
def test_what_is_left_open_is_told_with_its_line(case: str) -> None:
    text, line, said = OPEN[case]
    with pytest.raises(Fault) as caught:
        check_closed(text, WHERE)
    fault = caught.value
    assert (fault.status, fault.where) == (
        ExitStatus.NARRATIVE_AT_FAULT, f"{WHERE}, line {line}",
    )  # fmt: skip
    assert said in fault.what
    assert fault.action


CLOSED = (
    "Plain words, 3 < 4 and 5 > 2; a <b>bold</b> one, <br> and <br/>.\n",
    "```\n<div hidden>\n:::\n```\n",
    "Inline `<div>` and ``a ` <span>`` and \\<div> stand as they are.\n",
    "~~~ {.r}\n```\n~~~\n",
    "::: {.callout-note}\n:::: column\nx\n::::\n:::\n",
    "::: note :::\nx\n:::\n",
    "<!-- <div> and ``` -->\n",
    "<div>\n\n<ul><li>one<li>two</ul>\n\n</div>\n",
    "<https://example.org> and <a.b@example.org>\n",
    "<style>\n<div> { color: red }\n</style>\n",
    "- a list\n\n  ```\n  code\n  ```\n",
)


@pytest.mark.parametrize("text", CLOSED)
def test_what_is_closed_is_let_through(text: str) -> None:
    check_closed(text, WHERE)


def test_the_narratives_of_the_repository_are_closed() -> None:
    paths = sorted(REPOSITORY.glob("data/*/*/narrative/*.md"))
    assert paths
    for path in paths:
        text = path.read_text(encoding="utf-8")
        check_closed(text, path.name)
        check_shortcodes(text, path.name)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("One.\nThe ratio is {{< var i2.ratio  of it.\n", 2),
        ("{{< var i2.ratio }} and {{< var i3.ratio >}}\n", 1),
        ("{{< var i2.ratio\n\n>}}\n", 1),
        ("{{< var i2.ratio >}", 1),
        ("One.\n{{ var i2.ratio }}\n", 2),
        ("{< var i2.ratio >}\n", 1),
        ("{{var i2.ratio}}\n", 1),
        ("One {{< var >}}.\n", 1),
        ("One.\n{{< var i2 ratio >}}\n", 2),
    ],
)
def test_a_variable_that_is_never_closed_is_told_with_its_line(text: str, line: int) -> None:
    for check in (check_shortcodes, lambda t, w: bind(t, {"i2.ratio": "1", "i3.ratio": "1"}, w)):
        with pytest.raises(Fault) as caught:
            check(text, WHERE)
        assert caught.value.where == f"{WHERE}, line {line}"
        assert "{{< var i2.ratio >}}" in caught.value.action


def test_a_variable_that_is_never_closed_in_a_cell_is_told_with_its_column() -> None:
    rows = [{"file_row": 4, "action": "A ratio of {{< var i2.ratio  of it"}]
    with pytest.raises(Fault) as caught:
        check_cells(rows, {"i2.ratio"}, "data/RV9/2021/actions.csv")
    assert caught.value.where.startswith("data/RV9/2021/actions.csv, row 4, column action")


def test_closed_shortcodes_are_let_through() -> None:
    check_shortcodes("{{< var i2.ratio >}} {{< pagebreak >}} {{</* var x */>}} {a} {{b}}\n", WHERE)
