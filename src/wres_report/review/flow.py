"""What a Word file holds with its changes still to be seen: paragraphs of pieces, each with who
inserted, deleted or moved it.

The reader of ``documents`` reads a file with all changes accepted; here both readings are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field

# Signs that Word, LibreOffice and pandoc write in each other's place; none changes the length.
SAME = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})
LINE_BREAK = "\u2028"
OBJECT = "\ufffc"  # a sign that is no letter


@dataclass(frozen=True)
class Change:
    """A tracked change. kind: ``insertion``, ``deletion``, ``moved here``, ``moved away``,
    ``withdrawn`` (inserted and deleted again) or ``format``. move: joins the two ends of a move."""

    kind: str
    author: str
    date: str
    move: str = ""

    @property
    def moves(self) -> bool:
        return self.kind in ("moved here", "moved away")

    @property
    def adds(self) -> bool:
        return self.kind in ("insertion", "moved here")

    @property
    def takes(self) -> bool:
        return self.kind in ("deletion", "moved away")


@dataclass(frozen=True)
class Piece:
    """Some text that one change, or none, is about."""

    text: str
    change: Change | None = None


@dataclass(frozen=True)
class Cell:
    """The place of a cell: table, row and column of the grid, each from 0."""

    table: int
    row: int
    column: int


@dataclass
class Paragraph:
    """One paragraph with all its changes.

    mark: the change of its end. anchors: names of the bookmarks that begin in it. ranges: name,
    start and end of those that end in it too, in the text of all pieces. comments: for each
    comment the start and the end in the same text. part: empty for the body.
    """

    pieces: list[Piece] = field(default_factory=list)
    mark: Change | None = None
    anchors: list[str] = field(default_factory=list)
    ranges: list[tuple[str, int, int]] = field(default_factory=list)
    cell: Cell | None = None
    is_list: bool = False
    heading: int | None = None
    contents: bool = False
    part: str = ""

    @property
    def whole(self) -> str:
        """The text of all pieces, also of those deleted."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def original(self) -> str:
        """The text before any tracked change."""
        return "".join(p.text for p in self.pieces if p.change is None or p.change.takes)

    @property
    def accepted(self) -> str:
        """The text with all tracked changes accepted."""
        return "".join(p.text for p in self.pieces if p.change is None or p.change.adds)


@dataclass
class Comment:
    """A comment. ranges: of what it is about: paragraph (its number), start and end in its whole
    text. parent: the id of the comment that it answers."""

    id: str
    author: str
    date: str
    text: str
    resolved: bool = False
    parent: str = ""
    ranges: list[tuple[int, int, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Inlaid:
    """What stands in a paragraph and is no text: a picture or the address of a link.

    kind: ``picture`` or ``link``. told: the alternative of the picture, or the address. paragraph:
    its number; start and end in its whole text.
    """

    kind: str
    told: str
    paragraph: int
    start: int
    end: int
    change: Change | None = None


@dataclass
class Flow:
    """A Word file as it was read: its paragraphs in order, those of headers and notes last.

    formats: the tracked changes of format. notes: where the mark of a footnote or an endnote
    stands, by the part that its paragraphs are of: paragraph and place in its whole text.
    properties: those that Word calls custom, by name.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    inlaid: list[Inlaid] = field(default_factory=list)
    formats: list[Change] = field(default_factory=list)
    notes: dict[str, tuple[int, int]] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Which report it is: the name that ``report.anchors`` gave it; empty for another file."""
        names = (name for paragraph in self.paragraphs for name in paragraph.anchors)
        return next((name for name in names if name.startswith("_wres_")), "")
