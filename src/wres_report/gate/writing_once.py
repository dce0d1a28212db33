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
    from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

    configuration: Any = Expectation.configuration
    convert = id_dict.convert_to_json_serializable  # type: ignore[attr-defined]
    replaced: list[tuple[Any, str, Any]] = [
        (Expectation, "configuration", property(written_once(configuration.fget))),
        (Expectation, "_get_success_kwargs",
         copied(written_once(Expectation._get_success_kwargs))),
        (ExpectationConfiguration, "to_domain_obj",
         written_once(ExpectationConfiguration.to_domain_obj)),
        (id_dict.IDDict, "to_id", identified_once(id_dict.IDDict.to_id)),
        (id_dict, "convert_to_json_serializable", plain_at_once(convert)),
    ]  # fmt: skip
    own = [(of, name, vars(of)[name]) for of, name, _ in replaced]
    try:
        for of, name, other in replaced:
            setattr(of, name, other)
        yield
    finally:
        for of, name, other in own:
            setattr(of, name, other)


def written_once(write: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Keep what is written of each object.

    Great Expectations asks an expectation for its configuration, a configuration for its
    expectation and either for its arguments some eighty times, and writes each anew each time: half
    of the time that the rules of one trust-year take.
    """
    # With the object itself, since the number of one that is gone may be given to another.
    written: dict[int, tuple[Any, Any]] = {}

    def once(self: Any) -> Any:
        if id(self) not in written:
            written[id(self)] = (self, write(self))
        return written[id(self)][1]

    return once


def copied(once: Callable[[Any], dict[str, Any]]) -> Callable[[Any], dict[str, Any]]:
    """Hand out copies, for who adds to what is kept."""
    return lambda self: dict(once(self))


def identified_once(identify: Callable[..., Any]) -> Callable[..., Any]:
    """Keep what arguments are identified by, where all of them are plain.

    Most are the same few: the column, the batch, and that there is nothing else.
    """
    known: dict[tuple[Any, ...], Any] = {}

    def identified(self: Any, *chosen: Any, **more: Any) -> Any:
        # Of a kind as well, since 1 and True are equal and are written otherwise.
        kinds = tuple(map(type, self.values()))
        if chosen or more or not PLAIN.issuperset(kinds):
            return identify(self, *chosen, **more)
        key = (type(self), *self.items(), kinds)
        if key not in known:
            known[key] = identify(self)
        return known[key]

    return identified


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
