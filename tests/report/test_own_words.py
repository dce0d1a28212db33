"""The trust's own words may come from anybody: what is cleaned, what is refused, and where."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PIL import Image

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.report import pandoc
from wres_report.report.cleaning import clean_texts
from wres_report.report.figures import Words
from wres_report.report.own_words import OwnWords, stage_own_words

YEAR = TrustYear("ZZX", 2021)
VARIABLES = {
    "i2.ratio": "1.38", "facts.site": "https://example.org/a", "facts.bad": "javascript:x()",
}  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data/ZZX/2021/narrative").mkdir(parents=True)
    return tmp_path


def staged(root: Path, text: str, **others: str) -> OwnWords:
    folder = root / "data/ZZX/2021/narrative"
    for name, content in {"foreword": text, **others}.items():
        (folder / f"{name}.md").write_text(content, encoding="utf-8")
    project = root / "staged"
    project.mkdir()
    return stage_own_words(
        Workspace(root), YEAR, Words(VARIABLES, lambda key: key in VARIABLES), project
    )


def html(text: str) -> str:
    """The words as the page would show them."""
    run = subprocess.run(
        [pandoc.executable(), "-f", "markdown", "-t", "html"],
        input=text, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return run.stdout


def refused(root: Path, text: str, **others: str) -> Fault:
    with pytest.raises(Fault) as told:
        staged(root, text, **others)
    assert told.value.status is ExitStatus.NARRATIVE_AT_FAULT
    assert told.value.action
    return told.value


PLAIN = """### A heading

We *mean* it, see @tbl-summary and [the standard](https://example.org/wres). It was
{{< var i2.ratio >}}; `<b>` is code, 3 < 5, and [mail us](mailto:a@example.org).

- one
- two

::: {.signature}
**Jane Example**\\
Chief Executive
:::
"""


def test_a_text_without_html_is_staged_as_it_was_written(root: Path) -> None:
    own = staged(root, PLAIN)
    assert own.texts == {"foreword": PLAIN}
    assert not own.remarks


@pytest.mark.parametrize(
    "text",
    [
        "<script>x()</script>",
        "<p onclick='x()'>word</p>",
        "word <svg onload=x()></svg>",
        "<iframe srcdoc='<script>x()</script>'></iframe>word",
        "<div style='background:url(https://example.org/a.png)'>word</div>",
        "<style>@import url(https://example.org/a.css);</style>",
        "<form action='https://example.org'><input autofocus onfocus=x()></form>",
        "<meta http-equiv=refresh content='0;url=https://example.org/m'>",
        "<base href='https://example.org/'>",
        "<object data='https://example.org/o'></object>",
        "`<script>x()</script>`{=html}",
        "```{=html}\n<script>x()</script>\n```",
        "[word]{onclick='x()' style='background:url(https://example.org/a.png)'}",
        "::: {onmouseover='x()'}\nword\n:::",
        "<details ontoggle=x() open>word</details>",
        "<a href=' jAvAsCrIpT:x()'>word</a>",
    ],
)  # fmt: skip
def test_html_that_runs_or_loads_is_taken_out_and_told_with_its_line(root: Path, text: str) -> None:
    own = staged(root, f"First.\n\n{text}\n\nLast.")
    shown = html(own.texts["foreword"])
    for trace in ("x()", "onclick", "<script", "style=", "example.org", "javascript", "=html"):
        assert trace not in shown.lower()
    assert "<p>First.</p>" in shown
    assert "<p>Last.</p>" in shown
    line = 4 if text.startswith("```") else 3
    assert any(f"foreword.md, line {line}:" in remark for remark in own.remarks)


def test_html_that_may_stay_becomes_what_every_format_shows(root: Path) -> None:
    own = staged(
        root,
        "H<sub>2</sub>O and <b>{{< var i2.ratio >}}</b>, <u>@tbl-summary</u>.[^1]\n\n"
        "[^1]: A note.\n\n<table><tr><th>A</th><th>B</th></tr><tr><td rowspan=2>"
        "one {{< var i2.ratio >}}</td><td>2</td></tr><tr><td>3</td></tr></table>\n",
    )  # fmt: skip
    text = own.texts["foreword"]
    assert "H~2~O and **{{< var i2.ratio >}}**" in text
    assert "[@tbl-summary]{.underline}" in text
    assert "A note." in text
    assert 'rowspan="2"' in html(text)
    assert "one 1.38" in html(text)
    assert not own.remarks


LINKS = [
    "javascript:x()", "JaVaScRiPt:x()", "java&#115;cript:x()", "java&Tab;script:x()",
    "javascript&colon;x()", "&#1;javascript:x()", "vbscript:x()", "data:text/html,x",
    "file:///etc/hostname", "//example.org/a", "\\\\\\\\example.org\\\\a", "../../secret.txt",
    "/2021/notes", "blob:x", "view-source:https://example.org", "jar:https://example.org!/a",
    "{{< var facts.bad >}}",
]  # fmt: skip


FORMS = (
    "[the word]({})", "[the word](<{}>)", "[the word][{n}]\n\n[{n}]: {}",
    "<a href='{}'>the word</a>",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_a_link_that_leads_elsewhere_than_to_the_web_is_its_words(root: Path, form: str) -> None:
    own = staged(root, "\n\n".join(form.format(link, n=n) for n, link in enumerate(LINKS)))
    shown = html(own.texts["foreword"].replace("{{< var facts.bad >}}", VARIABLES["facts.bad"]))
    assert "href" not in shown
    assert shown.count("the word") == len(LINKS)


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a?b=c#d", "http://example.org", "mailto:a@example.org", "#sec-actions",
     "report.pdf", "{{< var facts.site >}}"],
)  # fmt: skip
def test_a_link_to_the_web_to_mail_or_to_a_place_of_the_report_stays(
    root: Path, address: str
) -> None:
    own = staged(root, f"Before [the word]({address}).")
    assert own.texts["foreword"] == f"Before [the word]({address})."
    assert not own.remarks


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Words.\n\n---\ninclude-before: x\n---\n", 3),
        ("---\ntitle: x\n---\nWords.", 1),
        ("Words.\n---\nheader-includes: x\n", 2),
        ("Words.\n\n```{=typst}\n#pagebreak()\n```\n", 4),
        ("Words `<w:br/>`{=openxml} more.", 1),
        ("Words in C:\\new folder.", 1),
        ("Words.\n\nOf $x^2$ words.", 3),
        ("Words.\n\n```{python}\n1\n```\n", 3),
        ("Words.\n\n``` {mermaid}\na\n```\n", 3),
        ("Words.\n\n{{< video https://example.org/v.mp4 >}}", 3),
        ("Words.\n`{{< env HOME >}}`", 2),
        ("Words.\n\n{{< include ../../../params/ZZX/2021.yaml >}}", 3),
        ("Words.\n\n{{< include /etc/hostname >}}", 3),
        ("Words.\n\n{{< embed ../../x.ipynb#a >}}", 3),
        ("Words {{< var i2.ratio of it.", 1),
        ("Words.\n\n![A ward](https://example.org/a.png)", 3),
        ("Words.\n\n![A ward](//example.org/a.png)", 3),
        ("Words.\n\n![A ward](file:///a.png)", 3),
        ("Words.\n\n![A ward](data:image/png;base64,AAAA)", 3),
        ("Words.\n\n![A ward](../actions.png)", 3),
        ("Words.\n\n![A ward](/a.png)", 3),
        ("Words.\n\n![A ward](missing.png)", 3),
        ("Words.\n\n![A ward](words.svg)", 3),
        ("Words.\n\n<img src='https://example.org/a.png' alt='A ward'>", 3),
    ],
)
def test_what_no_cleaning_mends_is_refused_with_file_and_line(
    root: Path, text: str, line: int
) -> None:
    fault = refused(root, text)
    assert fault.where == f"data/ZZX/2021/narrative/foreword.md, line {line}"


def test_brackets_within_brackets_are_refused_before_anything_reads_them(root: Path) -> None:
    fault = refused(root, "A line.\n\nWords " + "[" * 9 + "word" + "](#sec-i1)" * 9)
    assert "square brackets" in fault.what
    assert fault.where.endswith("foreword.md, line 3")


def test_brackets_in_many_paragraphs_or_behind_a_backslash_are_not_deep(root: Path) -> None:
    text = "One [open.\n\n" * 12 + "\\[" * 12 + " a sign, and [[[a word](#sec-i1)]]"
    assert "foreword" in staged(root, text).texts


def test_everything_that_is_refused_is_told_at_once(root: Path) -> None:
    fault = refused(
        root, "![A ward](missing.png)", conclusions="{{< video x >}}", leadership="---\na: b\n---\n"
    )
    assert "conclusions.md, line 1" in str(fault)
    assert "leadership.md, line 1" in str(fault)


@pytest.mark.parametrize(
    "text",
    [
        "A heading\n---\n\nWords.", "Words.\n\n---\n\nWords.", "Words.\n\n***\n",
        "| a | b |\n|---|---|\n| 1 | 2 |", "Write `{{{< video x >}}}` so.", "```{.python}\n1\n```",
        "```\n---\na b\n---\n```", "{{< pagebreak >}}", "100 \\$, $5 and $6",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_not_refused(root: Path, text: str) -> None:
    assert staged(root, text).texts["foreword"] == text


def test_a_picture_beside_the_text_is_staged_with_it(root: Path) -> None:
    folder = root / "data/ZZX/2021/narrative"
    Image.new("RGB", (4, 3), "white").save(folder / "A ward.png")
    staged(root, "![A ward at night](A%20ward.png){width=5cm}")
    assert (root / "staged/A ward.png").read_bytes() == (folder / "A ward.png").read_bytes()


def test_a_picture_needs_words_and_must_be_what_its_name_says(root: Path) -> None:
    folder = root / "data/ZZX/2021/narrative"
    Image.new("RGB", (4, 3), "white").save(folder / "a.png")
    (folder / "b.png").write_text("<svg/>", encoding="utf-8")
    fault = refused(root, "![](a.png)", leadership="![A ward](b.png)")
    assert "text alternative" in str(fault)
    assert "no picture of the kind" in str(fault)


def test_a_link_in_the_folder_that_leads_outside_is_not_followed(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "notes.md").write_text("Private.", encoding="utf-8")
    Image.new("RGB", (4, 3), "white").save(outside / "a.png")
    folder = root / "data/ZZX/2021/narrative"
    (folder / "leadership.md").symlink_to(outside / "notes.md")
    (folder / "a.png").symlink_to(outside / "a.png")
    with pytest.raises(Fault) as told:
        staged(root, "![A ward](a.png)")
    assert "leads out of the workspace" in str(told.value)
    assert "no such picture" in str(told.value)
    assert not (root / "staged/a.png").exists()


def test_signs_that_no_document_can_hold_do_not_reach_the_report(root: Path) -> None:
    own = staged(root, "A\x1b[31m word\x00 and \ue0101\ue011.")
    assert own.texts["foreword"] == "A[31m word and 1."


def test_no_text_is_looked_at_where_there_is_none() -> None:
    assert clean_texts({}, {}) == {}
