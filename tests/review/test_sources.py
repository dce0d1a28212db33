"""What the source of a text shows and its printed words do not."""

from __future__ import annotations

import pytest

from wres_report.review.sources import open_blocks


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("Our purpose.\n\n**Conversation.** We talk.\n", 0),
        ("- Our purpose.\n- **Conversation.** We talk.\n", 0),
        ("- Our purpose.**\n- Conversation.** We talk.\n", 2),
        ("Our **purpose.\n\nConversation.** We talk.\n", 2),
        ("Our **purpose\nis** clear.\n", 0),
        (r"Five \*\* is no mark." + "\n", 0),
    ],
)
def test_emphasis_that_a_paragraph_does_not_close_is_counted(source: str, count: int) -> None:
    assert open_blocks(source) == count
