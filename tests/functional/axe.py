"""The rules of axe-core on a page that is open in a browser."""

from __future__ import annotations

from typing import Any

import pytest

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def broken_rules(page: Any, *rules: str) -> list[tuple[str, list[Any]]]:
    """Each rule that the page breaks, with the first three places; rules: all, if none is named."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    # What is in order is not listed: on a page of a report the list takes longer than the rules.
    options = {"runOnly": [*(rules or RULES)], "resultTypes": ["violations"]}
    return [
        (fault["id"], [node["target"] for node in fault["nodes"][:3]])
        for fault in axe.run(page, options=options).response["violations"]
    ]
