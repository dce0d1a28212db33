"""What a page says it may run is what it holds, and nothing else."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from wres_report.page_policy import META, policy_of, scripts_of, style_attributes, with_policy

TEMPLATE = Path(__file__).parents[2] / "report/html/report.html"
PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<style>p { color: red }</style>
</head>
<body><p style="width:1in">a</p><td style='text-align: &quot;x&quot;'></td>
<script>mine()</script><script>theirs()</script></body>
</html>
"""


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_only_the_scripts_that_are_named_may_run() -> None:
    policy = policy_of(PAGE, ["mine()"])
    assert f"script-src {hashed('mine()')}; " in policy
    assert hashed("theirs()") not in policy
    assert policy.startswith("default-src 'none'; ")
    assert "http" not in policy


def test_styles_are_named_by_their_hash_in_elements_and_in_attributes() -> None:
    assert style_attributes(PAGE) == {"width:1in", 'text-align: "x"'}
    policy = policy_of(PAGE, [])
    assert f"style-src {hashed('p { color: red }')}; " in policy
    assert hashed("width:1in") in policy
    assert "unsafe-inline" not in policy


def test_the_policy_stands_behind_the_encoding_and_once_only() -> None:
    page = with_policy(with_policy(PAGE, ["mine()"]), [])
    assert len(META.findall(page)) == 1
    assert '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"' in page
    assert hashed("mine()") in page


def test_a_source_that_is_written_with_references_is_named_as_it_is_meant() -> None:
    page = with_policy(PAGE, ["mine()"])
    written = META.sub(lambda meta: meta[0].replace("'", "&#39;"), page)
    assert with_policy(written, ["mine()"]) == page
    assert f"script-src {hashed('mine()')}; " in policy_of(written, [])


def test_the_template_names_its_own_script_for_a_page_that_quarto_renders_alone() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    (script,) = scripts_of(text)
    meta = META.search(text)
    assert meta is not None
    assert f"script-src {hashed(script)};" in meta[0]
    assert "$" not in script
