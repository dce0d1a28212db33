"""Compound files, in which Office before 2007 and locked files of today are kept."""

from __future__ import annotations

import struct

SECTOR, FREE, END, FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(*streams: str) -> bytes:
    """A file with streams of these names, each empty: enough to tell what it is."""
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII", bytes.fromhex("d0cf11e0a1b11ae1"), b"", 0x3E, 3, 0xFFFE, 9, 6,
        b"", 0, 1, 1, 0, 4096, END, 0, END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", 0, *[FREE] * 108)
    table = struct.pack("<128I", FAT, END, *[FREE] * 126)
    entries = b"".join(_entry(name, 5 if not n else 2) for n, name in enumerate(("Root", *streams)))
    return header + table + entries.ljust(SECTOR, b"\0")


def _entry(name: str, kind: int) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBB3I16sIQQIQ", words, len(words), kind, 1, FREE, FREE, 1 if kind == 5 else FREE,
        b"", 0, 0, 0, END, 0,
    )  # fmt: skip
