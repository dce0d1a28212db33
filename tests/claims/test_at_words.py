"""A pattern of many words finds the same when it is looked for at the start of words alone."""

from __future__ import annotations

import re

import pytest

from wres_report.claims.at_words import at_words


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bcat\b|\bdogs?\b|a|b", r"\bcat|x(?:\bdog|y)|\b[|(]z|\bq\|\b",
        r"(?:\bone|two)|(?:\bthree)|(?:\bdog)", r"only one", r"\b(?P<name>cat)|\bdog",
    ],
)  # fmt: skip
def test_it_finds_the_same(pattern: str) -> None:
    text = "xtwo cat catdog dogs xdog a|z one bone three bthree |z q|q only one"
    found = [match.span() for match in re.finditer(at_words(pattern), text)]
    assert found == [match.span() for match in re.finditer(pattern, text)]


def test_words_stand_behind_one_sign_for_their_start() -> None:
    assert at_words(r"\bcat|\bdog") == r"\b(?:\bcat|\bdog)"
