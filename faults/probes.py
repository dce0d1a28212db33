"""Texts that would run or load something if a page took them for more than text. All are harmless:
what runs sets a mark in the page, what loads asks a host that does not exist."""

from __future__ import annotations

HOST = "probe.invalid"
# FIELD stands for the name of the field that the text is put into.
MARK = "(window.ran=window.ran||[]).push('FIELD')"
URL = f"http://{HOST}/FIELD"

PROBES = {
    "script": f"word <script>{MARK}</script>",
    "script from outside": f'<script src="{URL}/script.js"></script>',
    "event handler": f'<b onmouseover="{MARK}" onfocus="{MARK}" tabindex="0" autofocus>word</b>',
    "picture with a handler": f'<img src="x" alt="word" onerror="{MARK}">',
    "drawing with a handler": f'<svg onload="{MARK}"><rect/></svg>',
    "details with a handler": f'<details open ontoggle="{MARK}">word</details>',
    "frame with a page": f'<iframe srcdoc="<script>parent.{MARK[1:]}</script>"></iframe>',
    "frame from outside": f'<iframe src="{URL}/frame.html"></iframe>',
    "object": f'<object data="{URL}/object"></object><embed src="{URL}/embed">',
    "picture from outside": f"![word]({URL}/picture.png)",
    "picture by HTML": f'<img src="{URL}/html.png" alt="word" srcset="{URL}/set.png 2x">',
    "sound and film": f'<video src="{URL}/film.mp4" poster="{URL}/poster.png" autoplay></video>',
    "style attribute": f'<span style="background:url({URL}/style.png)">word</span>',
    "style in braces": f'[word]{{style="background:url({URL}/braces.png)" onclick="{MARK}"}}',
    "style sheet": f"<style>@import url({URL}/sheet.css); p {{ color: red }}</style>",
    "link to a sheet": f'<link rel="stylesheet" href="{URL}/link.css">',
    "refresh": f'<meta http-equiv="refresh" content="0;url={URL}/refresh">',
    "base": f'<base href="{URL}/">',
    "form": f'<form action="{URL}/form"><button autofocus>word</button></form>',
    "link that runs": f"[word](javascript:{MARK})",
    "link in odd case": f"[word](<JaVa&#83;cRiPt:{MARK}>)",
    "link with a tab": f'<a href="java&Tab;script:{MARK}">word</a>',
    "link to data": "[word](data:text/html,<b>word</b>)",
    "link to a file": "[word](file:///FIELD.txt)",
    "reference": f"[word][FIELD-r]\n\n[FIELD-r]: javascript:{MARK}",
    "comment that ends": f"<!--><script>{MARK}</script>-->",
    "what closes all": f"\"'></p></td></title></script></style></textarea><script>{MARK}</script>",
    "raw block": f"\n\n```{{=html}}\n<script>{MARK}</script>\n```\n\n",
    "raw words": f"`<script>{MARK}</script>`{{=html}}",
    "fence left open": f"\n\n```{{=html}}\n<script>{MARK}</script>\n",
    "block of settings": f'\n\n---\ninclude-before: "<script>{MARK}</script>"\n---\n\n',
    "attribute of ours": f'\n\n::: {{.narrative missing="<script>{MARK}</script>"}}\n:::\n\n',
    "class of ours": "\n\n::: {#tbl-FIELD .wres-float kind=\"fig\" number=\"1\"}\nword\n:::\n\n",
    "shortcode": f"{{{{< video {URL}/shortcode.mp4 >}}}}",
    "include": "\n\n{{< include ../../../params/ZZX/2021.yaml >}}\n\n",
    "raw Typst": '`#import "@preview/probe:0.0.0": probe`{=typst} #import "@preview/probe:0.0.0"',
    "raw Word": "`<w:r><w:t>word</w:t></w:r>`{=openxml}",
    "mathematics": "$\\href{javascript:word}{x} \\text{<b>}$ and $$\\unicode{x}$$",
    "signs of Typst": '#read("report.typ") @FIELD <FIELD> $x$ *word* _word_ \\',
    "for a terminal": "\x1b]0;word\x07\x1b[2J\x9b31m\u202eword\u2066",
    "template": "{{constructor}} ${7*7} <%= 7*7 %> {% word %}",
    "long and nested": "<b>" * 200 + "word" + "[" * 10 + "](x)" * 10,
}  # fmt: skip


def probe(name: str, field: str) -> str:
    """The text of a probe for a field."""
    return PROBES[name].replace("FIELD", field)
