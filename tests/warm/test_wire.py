"""Messages on the wire, whatever pieces they arrive in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from papermill_warm.wire import Channel, Unpacker, packed

MESSAGES = st.lists(st.tuples(st.sampled_from(Channel), st.lists(st.binary(max_size=40))))


@given(MESSAGES, st.integers(1, 50))
def test_messages_arrive_as_they_were_sent_in_pieces_of_any_size(
    messages: list[tuple[Channel, list[bytes]]], size: int
) -> None:
    data = b"".join(packed(channel, frames) for channel, frames in messages)
    unpacker = Unpacker()
    arrived = [
        message
        for at in range(0, len(data), size)
        for message in unpacker.messages(data[at : at + size])
    ]
    assert arrived == messages


def test_a_frame_may_be_a_view_of_numbers() -> None:
    view = memoryview(b"\x01\x00\x02\x00").cast("h")
    assert list(Unpacker().messages(packed(Channel.IOPUB, [view]))) == [
        (Channel.IOPUB, [b"\x01\x00\x02\x00"])
    ]


def test_half_a_message_is_not_a_message() -> None:
    data = packed(Channel.SHELL, [b"frame"])
    assert list(Unpacker().messages(data[:-1])) == []
