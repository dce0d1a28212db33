"""Ways to spoil settings and the trust's own words."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from faults.table_mutations import HARMLESS, MUST

# What is added to, or put in place of, a setting; and what must become of it.
ADDED: tuple[tuple[str, str], ...] = (
    ("disclosure:\n  minimum_count: 1\n", MUST),
    ("name: Another Trust\n", MUST),
    ('"name": Another Trust\n', MUST),
    ("confidence: .nan\n", MUST),
    ("confidence: .inf\n", MUST),
    ("confidence: -.inf\n", MUST),
    ("confidence: 95\n", MUST),
    ("confidence: 0.9999\n", MUST),
    ("confidence: ninety\n", MUST),
    ("national_year: 2014\n", MUST),
    ("national_year: '2020'\n", MUST),
    ("national_year: 2020.5\n", MUST),
    ("as_at: 2021-02-30\n", MUST),
    ('as_at: "2021-02-30"\n', MUST),
    ("as_at: tomorrow\n", MUST),
    ("term: BAMEE\n", MUST),
    ("kynd: full\n", MUST),
    ("claims: perhaps\n", MUST),
    ("claims: [warn]\n", MUST),
    ("plan: {columns: []}\n", MUST),
    ("plan: {colums: []}\n", MUST),
    ("plan: &p {columns: [*p]}\n", MUST),
    ("<<: {term: BAME}\n", MUST),
    ("plan: {columns: [{show: value, heading: X}]}\n", MUST),
    ("plan: {columns: [{show: action, heading: X, heading: Y}]}\n", MUST),
    ("unknown_label: ''\n", MUST),
    ("unknown_label: '   '\n", MUST),
    ('unknown_label: "a\\0b"\n', MUST),
    ('unknown_label: "a\\nb"\n', MUST),
    ("unknown_label: " + "x" * 100_000 + "\n", MUST),
    ("published: " + "x" * 100_000 + "\n", MUST),
    ("published: 2021-07-01\n", HARMLESS),
    ("appendix: {lable: B}\n", MUST),
    ("? [a]\n: 1\n", MUST),
    ("---\nname: B\n", MUST),
    ("plan: " + "[" * 600 + "]" * 600 + "\n", MUST),
    ("plan: " + "{a: " * 600 + "1" + "}" * 600 + "\n", MUST),
    ("plan: !!python/name:os.system\n", MUST),
    ("plan: @x\n", MUST),
    ("\tplan: {}\n", MUST),
    ("plan: {title: \x01}\n", MUST),
    ("# a remark\n", HARMLESS),
    ("national_year: 2020\n", HARMLESS),
    ("confidence: 0.9\n", HARMLESS),
    ("as_at: 2021-09-29\n", HARMLESS),
    ("last_plan: {title: Last year}\n", HARMLESS),
    ("\n\n\n", HARMLESS),
    ("...\n", HARMLESS),
)
REPLACED: tuple[tuple[str, str, str], ...] = (
    ("enabled: true", "enabled: false", MUST),
    ("enabled: true", "enabled: false\n  reason: ' '", MUST),
    ("enabled: true", "enabled: false\n  reason: ''", MUST),
    ("enabled: true", "minimum_count: 1", MUST),
    ("enabled: true", "minimum_responses: 1", MUST),
    ("enabled: true", "minimum_count: 0", MUST),
    ("enabled: true", "minimum_count: 4.5", MUST),
    ("enabled: true", "minimum_count: .nan", MUST),
    ("enabled: true", "minimum_cuont: 5", MUST),
    ("enabled: true", "enabled: perhaps", MUST),
    ("enabled: true", "enabled: true\n  enabled: true", MUST),
    ("enabled: true", "minimum_count: 10", HARMLESS),
    ("enabled: true", "enabled: false\n  reason: published before", HARMLESS),
    ("2021-22", "2021-35", MUST),
    ("2021-22", "2021-21", MUST),
    ("2021-22", "2051-52", MUST),
    ("2021-22", "2021/22", MUST),
    ("name: ", "nmae: ", MUST),
    ("name: Example", "name: \x7fExample", MUST),
    ("name: Example", "name:Example", MUST),
    ("name: Example Synthetic NHS Trust", "name: " + "A" * 100_000, MUST),
    ("name: Example Synthetic NHS Trust", "name: [A]", MUST),
    ("name: Example Synthetic NHS Trust", "name: 5", MUST),
    ("name: Example Synthetic NHS Trust", "name:", MUST),
    ("kind: full", "kind: fool", MUST),
    ("state: draft", "state: drafted", MUST),
    ("synthetic: true", "synthetic: 1", MUST),
    ("synthetic: true", "synthetic: yes", HARMLESS),
    ("kind: full", "'kind': \"full\"", HARMLESS),
)
WHOLE: tuple[tuple[str, bytes, str], ...] = (
    ("an empty file", b"", MUST),
    ("blank lines", b"\n\n", MUST),
    ("a list", b"- name: A\n", MUST),
    ("a word", b"name\n", MUST),
    ("another encoding", "name: Caf\u00e9\n".encode("latin-1"), MUST),
    ("UTF-16", "name: A\n".encode("utf-16"), MUST),
    ("NUL", b"name: A\x00\n", MUST),
    ("a bomb", b"k0: &a0 [x, x, x]\n" + b"".join(
        f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n".encode() for n in range(1, 14)), MUST),
    ("a large one", b"name: A\n" + b"# x\n" * 100_000, MUST),
    ("a workbook", b"PK\x03\x04\x14\x00", MUST),
    ("a byte order mark", b"\xef\xbb\xbfname: A\n", HARMLESS),
    ("lines of Windows", b"name: A\r\nkind: full\r\n", HARMLESS),
)  # fmt: skip
# What is written into a text, and what must become of it.
WRITTEN: tuple[tuple[str, str], ...] = (
    ("\n```\nnever closed\n", MUST),
    ("\n~~~~ {.r}\nnever closed\n~~~\n", MUST),
    ("\n<div hidden>\n", MUST),
    ("\n<DIV HIDDEN>\n", MUST),
    ("\n<div hidden/>\n", MUST),
    ("\n<div\nhidden>\n", MUST),
    ("\n::: {.callout-note}\n", MUST),
    ("\n:::\n", MUST),
    ("\n</div>\n", MUST),
    ("\n</section>\n", MUST),
    ("\n<!-- never closed\n", MUST),
    ("\n<details><summary>More</summary>\n", MUST),
    ("\n<style>\n", MUST),
    ("\n<script>\n", MUST),
    ("\n<textarea>\n", MUST),
    (" {{< var i2.ratio  of it ", MUST),
    (" {{< var i2.ratio }} ", MUST),
    (" {{< var i2.ratio >} ", MUST),
    (" {{ var i2.ratio }} ", MUST),
    (" {< var i2.ratio >} ", MUST),
    (" {{< var i2.ration >}} ", MUST),
    (" {{< var >}} ", MUST),
    (" {{< var i2 ratio >}} ", MUST),
    ("\n```\nclosed\n```\n", HARMLESS),
    ("\n<div>\n\nclosed\n\n</div>\n", HARMLESS),
    ("\n::: {.callout-note}\nclosed\n:::\n", HARMLESS),
    ("\n<!-- closed -->\n", HARMLESS),
    ("\nThree < four, `<div>` and ```` ``` ````.\n", HARMLESS),
    ("\n{{< pagebreak >}}\n", HARMLESS),
    (" {{< var i2.ratio >}} ", HARMLESS),
)


def settings_mutations(text: str, random: Random) -> Iterator[tuple[str, bytes, str]]:
    """Name, content and expectation of each, without end; once through all, then two at a time."""
    single = [(f"added {a[:40]!r}", (text + a).encode(), e) for a, e in ADDED]
    single += [
        (f"{old!r} became {new[:40]!r}", text.replace(old, new, 1).encode(), expected)
        for old, new, expected in REPLACED
    ]
    single += list(WHOLE)
    random.shuffle(single)
    yield from single
    while True:
        old, new, first = random.choice(REPLACED)
        added, second = random.choice(ADDED)
        if added == "...\n":
            continue
        changed = text.replace(old, new, 1) + added
        top = added.split(":")[0]
        twice = f"\n{top}:" in f"\n{text.replace(old, new, 1)}"
        expected = MUST if MUST in (first, second) or twice else HARMLESS
        yield f"{old!r} became {new[:30]!r}, added {added[:30]!r}", changed.encode(), expected


def narrative_mutations(texts: dict[str, str], random: Random) -> Iterator[tuple[str, str, str]]:
    """Name of the file, its new text, and the expectation; without end."""
    while True:
        name = random.choice(sorted(texts))
        lines = texts[name].split("\n\n")
        place = random.randrange(len(lines) + 1)
        written, expected = random.choice(WRITTEN)
        yield name, "\n\n".join([*lines[:place], written, *lines[place:]]), expected
