"""Lets Great Expectations write out once what it writes out again and again while rules run.

Its answers stay what they are: a test holds each against the library's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# Of these it is known at once that JSON takes them as they are.
PLAIN = frozenset({str, int, bool, type(None)})


@contextmanager
def without_writing_again() -> Iterator[None]:
    """For the time of a ``with``, in which nobody changes an expectation."""
    from great_expectations.core import id_dict
    from great_expectations.expectations.expectation import Expectation

    expectation: Any = Expectation
    dictionaries: Any = id_dict
    configuration, convert = expectation.configuration, dictionaries.convert_to_json_serializable
    expectation.configuration = property(written_once(configuration.fget))
    dictionaries.convert_to_json_serializable = plain_at_once(convert)
    try:
        yield
    finally:
        expectation.configuration = configuration
        dictionaries.convert_to_json_serializable = convert


def written_once(write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Keep the configuration of each expectation.

    Great Expectations asks for it some eighty times and writes it anew each time, which is two
    fifths of the time that the rules of one trust-year take.
    """
    # With the expectation itself, since the number of one that is gone may be given to another.
    written: dict[int, tuple[Any, Any]] = {}

    def configuration(self: Any) -> Any:
        if id(self) not in written:
            written[id(self)] = (self, write(self))
        return written[id(self)][1]

    return configuration


def plain_at_once(convert: Callable[..., Any]) -> Callable[..., Any]:
    """Take what is plain as it is, and leave all else to ``convert``.

    Great Expectations holds each part of what it identifies a metric by against twenty types, and
    most parts are ``None``, which is the last of them.
    """

    def converted(data: Any) -> Any:
        kind = type(data)
        if kind in PLAIN:
            return data
        if kind is dict:
            return {str(key): converted(value) for key, value in data.items()}
        if kind is list or kind is tuple:
            return [converted(value) for value in data]
        return convert(data)

    return converted
