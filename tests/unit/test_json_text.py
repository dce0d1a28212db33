"""JSON of the outputs is what Python's own writer makes of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres_report.json_text import json_text

SINGLE = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
PLAIN = st.recursive(
    SINGLE,
    lambda inner: (
        st.lists(inner)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(), inner)
        | st.dictionaries(st.integers(), inner)
    ),
    max_leaves=30,
)


@given(PLAIN)
def test_it_is_the_text_of_pythons_own_writer(content: Any) -> None:
    theirs = json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True)
    assert json_text(content) == theirs


def test_what_json_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError):
        json_text({"when": object()})
