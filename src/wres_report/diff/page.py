"""A difference as a page: one file that loads nothing, in the order of the tiers."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

from wres_report.diff.model import KINDS, Build, Change, Difference, Part, Picture, Tier
from wres_report.diff.terminal import chance
from wres_report.diff.titles import title
from wres_report.diff.words import shortened
from wres_report.page_frame.frame import folded, framed, head, parted, table
from wres_report.words import capitalised, counted, listed

FOLDER = Path(__file__).parent
# By the head of a column: the look of its cells, and what stands in one.
Columns = Mapping[str, tuple[str, Callable[[Change], str]]]
NONE = "–"
NOTHING = '<p class="nothing">Nothing differs here.</p>'
# The parts of a text: an element that is read aloud as such, and a mark that is seen in print.
ELEMENTS = {Part.BOTH: "{}", Part.OLD: "<del>{}</del>", Part.NEW: "<ins>{}</ins>"}
CHANCE_MARKS = {"within chance": "●", "beyond chance": "◆", "not weighed against chance": "◇"}


def page(difference: Difference) -> str:
    """The whole page; the same two builds give the same bytes."""
    old, new = difference.old, difference.new
    name = str(new.about.get("name") or new.trust_year.code)
    return framed(
        title=f"What differs: {name}",
        skip="Skip to the changes",
        cover=Template(_file("cover.html")).substitute(
            trust=escape(name), old=escape(_called(old)), new=escape(_called(new))
        ),
        content=Template(_file("content.html")).substitute(
            total=counted(difference.total, "change"),
            contents="".join(_content(tier, difference.tiers[tier]) for tier in Tier),
            chance=_file("chance.html") if _two_years(difference) else "",
            files=_files_note(difference),
            tiers="".join(_section(difference, tier) for tier in Tier),
        ),
        style=_file("page.css"),
        pictures=True,
    )


def _called(build: Build) -> str:
    pinned = ", the approved version" if build.pinned else ""
    return f"{build.trust_year}, from {build.name}{pinned}"


def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _content(tier: Tier, changes: Sequence[Change]) -> str:
    return (
        f'<li><a href="#tier-{tier:d}">{escape(tier.title)}</a>: '
        f"<strong>{_number(changes)}</strong></li>"
    )


def _number(changes: Sequence[Change]) -> str:
    return counted(len(changes), "change") if changes else "none"


def _files_note(difference: Difference) -> str:
    """Where the files are that are told by their bare names."""
    folders = dict.fromkeys(_data(build) for build in (difference.old, difference.new))
    return listed([f"<code>{escape(folder)}</code>" for folder in folders])


def _data(build: Build) -> str:
    return f"data/{build.trust_year}"


def _section(difference: Difference, tier: Tier) -> str:
    changes = difference.tiers[tier]
    if not changes:
        content = NOTHING
    elif tier is Tier.PICTURES:
        content = "".join(_figure(difference, change) for change in changes)
    elif tier is Tier.WORDS:
        content = _articles(difference, changes)
    else:
        content = _table(difference, tier)
    return (
        f'<section id="tier-{tier:d}">\n'
        f'<h2 id="title-{tier:d}">{tier:d}. {escape(tier.title)} '
        f'<span class="count">{_number(changes)}</span></h2>\n{content}\n</section>\n'
    )


def _two_years(difference: Difference) -> bool:
    return difference.old.trust_year != difference.new.trust_year


def _table(difference: Difference, tier: Tier) -> str:
    """A row for each change. Its kind is told where a tier holds several, and chance where a tier
    does not say it of all."""
    columns: dict[str, tuple[str, Callable[[Change], str]]] = {
        "Kind": ("kind", lambda change: escape(capitalised(KINDS[change.kind]))),
        "Old": ("old", lambda change: _of_side(change, change.old)),
        "New": ("new", lambda change: _of_side(change, change.new)),
        "Change": ("change", _changed),
        "Chance": ("chance", _chance),
        "Where": ("where", lambda change: _where(change, difference)),
    }
    if tier is not Tier.BASIS:
        del columns["Kind"]
    if not _two_years(difference) or tier in (Tier.BASIS, Tier.NOISE):
        del columns["Chance"]
    rows = [_row(change, columns, difference.new) for change in difference.tiers[tier]]
    heads = [head(text) for text in ("What", *columns)]
    return table(escape(tier.title), heads, rows, "cards changes", "change")


def _row(change: Change, columns: Columns, build: Build) -> str:
    cells = "".join(
        _cell(name, "words" if look == "change" and _is_text(change) else look, cell(change))
        for name, (look, cell) in columns.items()
    )
    return f'<tr><th scope="row">{_called_by_name(change.key, build)}</th>{cells}</tr>'


def _cell(name: str, look: str, content: str) -> str:
    nothing = " nothing" if content == NONE else ""
    return f'<td class="{look}{nothing}" data-head="{name}">{content}</td>'


def _called_by_name(key: str, build: Build) -> str:
    """A change in words, with its key for those who look for it; the key alone where there are
    no words for it."""
    named = title(key, build)
    if not named:
        return _breakable(key)
    return f'{escape(named)} <span class="key">{_breakable(key)}</span>'


def _is_text(change: Change) -> bool:
    """Whether it is told by a word diff: twice in full, side by side, nobody would find it."""
    return bool(change.stretches and change.change is not None)


def _of_side(change: Change, text: str | None) -> str:
    return NONE if _is_text(change) else _side(text)


def _changed(change: Change) -> str:
    return _words(change) if _is_text(change) else escape(change.change or NONE)


def _where(change: Change, difference: Difference) -> str:
    """The files: those of the two trust-years by their bare names, each once."""
    folders = tuple(f"{_data(build)}/" for build in (difference.old, difference.new))
    names = dict.fromkeys(
        next((name.removeprefix(f) for f in folders if name.startswith(f)), name)
        for name in change.where.split(", ")
    )
    return escape(", ".join(names)) or NONE


def _breakable(key: str) -> str:
    """A long key may go on in the next line after a stop, a stroke or an underscore."""
    text = escape(key)
    for sign in "./_":
        text = text.replace(sign, f"{sign}<wbr>")
    return text


def _side(text: str | None) -> str:
    return '<span class="absent">absent</span>' if text is None else escape(text) or "empty"


def _chance(change: Change) -> str:
    words = chance(change)
    return f"{CHANCE_MARKS[words]} {words}" if words else NONE


def _words(change: Change) -> str:
    return " ".join(ELEMENTS[part].format(escape(text)) for part, text in
                    shortened(change.stretches))  # fmt: skip


def _articles(difference: Difference, changes: Sequence[Change]) -> str:
    shown, rest = parted(_article(difference, change) for change in changes)
    text = "".join(shown)
    if rest:
        text += folded(counted(len(rest), "more change"), "".join(rest))
    return text


def _article(difference: Difference, change: Change) -> str:
    """A text or an action that differs: its words, or what it was and is."""
    if _is_text(change):
        body = f"<p>{_words(change)}</p>"
    else:
        body = (
            f"<dl><div><dt>Old</dt><dd>{_side(change.old)}</dd></div>"
            f"<div><dt>New</dt><dd>{_side(change.new)}</dd></div>"
        )
        if change.change is not None:
            body += f"<div><dt>Change</dt><dd>{escape(change.change)}</dd></div>"
        body += "</dl>"
    named = escape(title(change.key, difference.new)) or _breakable(change.key)
    return (
        f'<article class="text"><h3>{named} '
        f'<span class="kind">{escape(KINDS[change.kind])}</span></h3>\n{body}\n'
        f'<p class="where"><span class="key">{_breakable(change.key)}</span> '
        f"{_where(change, difference)}</p></article>\n"
    )


def _figure(difference: Difference, change: Change) -> str:
    """Two pictures side by side, folded: of most, nobody wants to see how they differ."""
    key = change.key.removeprefix("pictures/")
    sides = "".join(
        _picture(side, build.pictures.get(key))
        for side, build in (("Old", difference.old), ("New", difference.new))
    )
    named = title(change.key, difference.new) or key
    return f'<article class="pictures">{folded(named, f"<div>{sides}</div>")}</article>\n'


def _picture(side: str, picture: Picture | None) -> str:
    if picture is None:
        return f"<figure><figcaption>{side}: absent</figcaption></figure>"
    if picture.content is None:
        return (
            f"<figure><figcaption>{side}: a pin keeps no picture. It showed: "
            f"{escape(picture.alt)}</figcaption></figure>"
        )
    data = base64.b64encode(picture.content).decode()
    return (
        f'<figure><img src="data:image/png;base64,{data}" alt="{escape(picture.alt)}">'
        f"<figcaption>{side}</figcaption></figure>"
    )
