"""What the preview shows: the page with what it adds while serving, or a page of its own."""

from __future__ import annotations

import hashlib
import re
from html import escape
from pathlib import Path
from string import Template

from wres_report.inputs.trust_year import TrustYear
from wres_report.page_policy import policy_of, with_meta

FOLDER = Path(__file__).parent
BODY = re.compile(r"<body\b[^>]*>")


def with_banner(page: str, fault: str) -> str:
    """The last good page, with what stopped the build after it. fault: as plain text."""
    banner = Template(_file("banner.html")).substitute(fault=escape(fault))
    page = page.replace("</head>", f"<style>{_file('banner.css')}</style>\n</head>", 1)
    return BODY.sub(lambda body: f"{body[0]}\n{banner}", page, count=1)


def fault_page(trust_year: TrustYear, fault: str) -> str:
    """A page that tells why there is none of the report yet. fault: as plain text."""
    text = f'<div role="alert"><pre tabindex="0">{escape(fault)}</pre></div>'
    return _bare(trust_year, f"{trust_year} could not be built", text)


def waiting_page(trust_year: TrustYear) -> str:
    """A page for as long as the first build takes."""
    text = "<p>The report is being built for the first time. It takes its place here by itself.</p>"
    return _bare(trust_year, f"{trust_year} is being built", text)


def version_of(page: str) -> str:
    """What tells two pages apart."""
    return hashlib.sha256(page.encode()).hexdigest()[:16]


def reloading(page: str) -> str:
    """The page with a script that loads it anew when another one is served, and may do so."""
    text = _file("reload.js")
    script = f'<script data-version="{version_of(page)}">{text}</script>\n'
    before, end, after = page.rpartition("</body>")
    return with_meta(f"{before}{script}{end}{after}", policy_of(page, [text], connects=True))


def _bare(trust_year: TrustYear, title: str, content: str) -> str:
    return Template(_file("bare.html")).substitute(
        trust_year=trust_year, title=title, style=_file("bare.css"), content=content
    )


def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
