"""A difference as a page: one file that loads nothing, in the order of the tiers."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from wres_report.diff.model import KINDS, Build, Change, Difference, Part, Picture, Tier
from wres_report.diff.terminal import chance
from wres_report.diff.words import shortened
from wres_report.page_policy import policy
from wres_report.provenance.titles import title_of
from wres_report.words import counted

FOLDER = Path(__file__).parent
NOTHING = '<p class="nothing">Nothing differs here.</p>'
# The parts of a text: an element that is read aloud as such, and a mark that is seen in print.
ELEMENTS = {Part.BOTH: "{}", Part.OLD: "<del>{}</del>", Part.NEW: "<ins>{}</ins>"}
CHANCE_MARKS = {"within chance": "●", "beyond chance": "◆", "not weighed against chance": "◇"}


def page(difference: Difference) -> str:
    """The whole page; the same two builds give the same bytes."""
    style = f"\n{_file('page.css')}"
    old, new = difference.old, difference.new
    name = str(new.about.get("name") or new.trust_year.code)
    return Template(_file("page.html")).substitute(
        policy=policy([style], pictures=True),
        style=style,
        trust=escape(name),
        old=escape(_called(old)),
        new=escape(_called(new)),
        total=counted(difference.total, "change"),
        contents="".join(_content(tier, difference.tiers[tier]) for tier in Tier),
        chance=_file("chance.html") if old.trust_year != new.trust_year else "",
        tiers="".join(_section(difference, tier) for tier in Tier),
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


def _section(difference: Difference, tier: Tier) -> str:
    changes = difference.tiers[tier]
    if not changes:
        content = NOTHING
    elif tier is Tier.PICTURES:
        content = "".join(_figure(difference, change) for change in changes)
    elif tier is Tier.WORDS:
        content = "".join(map(_article, changes))
    else:
        content = _table(tier, changes, difference.new, two_years=_two_years(difference))
    return (
        f'<section id="tier-{tier:d}">\n'
        f'<h2 id="title-{tier:d}">{tier:d}. {escape(tier.title)} '
        f'<span class="count">{_number(changes)}</span></h2>\n{content}\n</section>\n'
    )


def _two_years(difference: Difference) -> bool:
    return difference.old.trust_year != difference.new.trust_year


def _table(tier: Tier, changes: Sequence[Change], build: Build, *, two_years: bool) -> str:
    """A row for each change; the last column only where chance has a meaning."""
    weighed = two_years and tier is not Tier.BASIS
    heads = ["What", "Kind", "Old", "New", "Change", *(["Chance"] if weighed else []), "Where"]
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    rows = "\n".join(_row(change, heads, build, weighed=weighed) for change in changes)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="title-{tier:d}">'
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _row(change: Change, heads: Sequence[str], build: Build, *, weighed: bool) -> str:
    # A text is told by its word diff: twice in full, side by side, nobody would find the change.
    text = bool(change.stretches and change.change is not None)
    cells = [
        escape(KINDS[change.kind]),
        "–" if text else _side(change.old),
        "–" if text else _side(change.new),
        _words(change) if text else escape(change.change or "–"),
        *([_chance(change)] if weighed else []),
        escape(change.where) or "–",
    ]
    looks = ["kind", "old", "new", "words" if text else "change", *(["chance"] if weighed else []),
             "where"]  # fmt: skip
    row = "".join(
        f'<td class="{look}" data-head="{head}">{cell}</td>'
        for look, head, cell in zip(looks, heads[1:], cells, strict=True)
    )
    key = _breakable(change.key)
    named = _name(change.key, build)
    what = f'{escape(named)}<span class="key">{key}</span>' if named else key
    return f'<tr><th scope="row">{what}</th>{row}</tr>'


def _name(key: str, build: Build) -> str:
    """A figure in a few words, behind the number of its indicator; empty for any other key."""
    indicator = build.standard.of_key(key)
    if key not in build.values and indicator is None:
        return ""
    groups = build.standard.groups
    term = str(build.about.get("term", groups.term))
    title = title_of(key, build.standard, term, groups.unknown_label)
    return title if indicator is None else f"{indicator.label}. {title}"


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
    return f"{CHANCE_MARKS[words]} {words}" if words else "–"


def _words(change: Change) -> str:
    return " ".join(ELEMENTS[part].format(escape(text)) for part, text in
                    shortened(change.stretches))  # fmt: skip


def _article(change: Change) -> str:
    """A text or an action that differs: its words, or what it was and is."""
    if change.stretches and change.change is not None:
        body = f"<p>{_words(change)}</p>"
    else:
        body = (
            f"<dl><div><dt>Old</dt><dd>{_side(change.old)}</dd></div>"
            f"<div><dt>New</dt><dd>{_side(change.new)}</dd></div>"
        )
        if change.change is not None:
            body += f"<div><dt>Change</dt><dd>{escape(change.change)}</dd></div>"
        body += "</dl>"
    return (
        f'<article class="text"><h3>{_breakable(change.key)} '
        f'<span class="kind">{escape(KINDS[change.kind])}</span></h3>\n{body}\n'
        f'<p class="where">{escape(change.where)}</p></article>\n'
    )


def _figure(difference: Difference, change: Change) -> str:
    key = change.key.removeprefix("pictures/")
    sides = "".join(
        _picture(side, build.pictures.get(key))
        for side, build in (("Old", difference.old), ("New", difference.new))
    )
    return f'<article class="pictures"><h3>{_breakable(key)}</h3><div>{sides}</div></article>\n'


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
