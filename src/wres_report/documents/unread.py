"""What of a document is not read, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass

# The words for one and for several; a program goes by the kind.
WORDS = {
    "deleted": ("deletion that is tracked or marked", "deletions that are tracked or marked"),
    "struck": ("passage that is struck through", "passages that are struck through"),
    "hidden": ("passage that is hidden", "passages that are hidden"),
    "comments": ("comment", "comments"),
    "placeholders": ("field of a form", "fields of a form"),
    "pictures": (
        "picture, with any text or chart in it", "pictures, with any text and charts in them",
    ),
    "charts": (
        "chart as it is drawn; its stored numbers are read",
        "charts as they are drawn; their stored numbers are read",
    ),
    "empty charts": ("chart without stored numbers", "charts without stored numbers"),
    "objects": ("embedded file", "embedded files"),
    "formulas": ("formula that only Word draws", "formulas that only Word draws"),
    "frames": ("page within the page", "pages within the page"),
    "contents": ("line of the table of contents", "lines of the table of contents"),
    "pages": ("page that is a picture, without text", "pages that are pictures, without text"),
}  # fmt: skip


@dataclass(frozen=True)
class NotRead:
    """Something in a document that was not read.

    kind: one of ``WORDS``, for programs. count: how many. places: where, in the document's
    places, each once.
    """

    kind: str
    count: int
    places: tuple[int, ...] = ()

    def __str__(self) -> str:
        one, several = WORDS[self.kind]
        return f"{self.count:,} {one if self.count == 1 else several}"


class Unread:
    """Counts what is left unread, in the order in which it is met."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[int, list[int]]] = {}

    def add(self, kind: str, place: int, count: int = 1) -> None:
        known, places = self._found.get(kind, (0, []))
        self._found[kind] = (known + count, [*places, place] if place not in places else places)

    @property
    def all(self) -> tuple[NotRead, ...]:
        return tuple(NotRead(kind, n, tuple(places)) for kind, (n, places) in self._found.items())
