"""A page holds all that it loads; what it cannot hold is refused, and nothing is fetched."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
import sample

from wres_report.report import renderers
from wres_report.report.errors import RenderError
from wres_report.report.self_contained import with_everything_inside


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a page, with a picture, a typeface, and something outside it."""
    report = tmp_path / "report"
    (report / "styles").mkdir(parents=True)
    (report / "a picture.png").write_bytes(b"picture")
    (report / "styles/face.woff2").write_bytes(b"face")
    (report / "script.js").write_text("alert(1)", encoding="utf-8")
    (tmp_path / "secret.png").write_bytes(b"secret")
    return report


def data(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


def test_a_picture_stands_inside_the_page_and_keeps_its_other_attributes(folder: Path) -> None:
    page = with_everything_inside(
        """<img alt='src="x.png" > y' src="a%20picture.png" width=3 />""", folder
    )
    inside = data("image/png", b"picture")
    assert page == f"""<img alt='src="x.png" > y' src="{inside}" width=3 />"""


def test_a_style_sheet_and_its_typeface_stand_inside_the_page(folder: Path) -> None:
    css = "@font-face { src: url('face.woff2') }\nbody { background: url(#a) }\n"
    (folder / "styles/report.css").write_text(css, encoding="utf-8")
    page = with_everything_inside('<link rel="stylesheet" href="styles/report.css">', folder)
    face = data("font/woff2", b"face")
    assert page == (
        f'<style>\n@font-face {{ src: url("{face}") }}\nbody {{ background: url("#a") }}\n</style>'
    )


def test_a_style_sheet_that_imports_another_is_refused(folder: Path) -> None:
    (folder / "styles/report.css").write_text('@import "more.css";', encoding="utf-8")
    with pytest.raises(RenderError, match="imports another"):
        with_everything_inside('<link rel="stylesheet" href="styles/report.css">', folder)


@pytest.mark.parametrize(
    "page",
    [
        '<a href="https://example.org/a.png">a link</a>',
        "<p>&lt;img src=&quot;https://example.org/a.png&quot;&gt;</p>",
        '<img src="data:image/png;base64,AAAA" alt="held already">',
        '<svg><use href="#mark"/></svg>',
    ],
)
def test_what_loads_nothing_stays_as_it_is(folder: Path, page: str) -> None:
    assert with_everything_inside(page, folder) == page


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ('<img src="https://example.org/a.png">', "another place: https://example.org/a.png"),
        ('<IFRAME SRC="//example.org/a"></IFRAME>', "another place: //example.org/a"),
        ('<style>p { background: url("https://example.org/a.png") }</style>', "another place"),
        ('<img srcset="a.png 2x">', "does not have: a.png 2x"),
        ('<img src="none.png">', "does not have: none.png"),
        ('<img src="../secret.png">', r"does not have: \.\./secret\.png"),
        ('<script src="script.js"></script>', "of this kind: script.js"),
    ],
)
def test_what_the_page_cannot_hold_is_refused_by_its_address(
    folder: Path, page: str, said: str
) -> None:
    with pytest.raises(RenderError, match=said):
        with_everything_inside(page, folder)


def test_a_picture_of_another_place_in_the_narrative_is_refused(
    project: Path, tmp_path: Path
) -> None:
    text = "![Our logo](https://example.org/logo.png)\n"
    (project / "narrative/foreword.md").write_text(text, encoding="utf-8")
    with pytest.raises(RenderError, match=r"https://example\.org/logo\.png"):
        renderers.render(
            project, ["html"], tmp_path / "out", renderer="embedded", epoch=sample.EPOCH
        )
