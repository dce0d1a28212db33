#!/usr/bin/env bash
# pandoc and Typst: a sign at the start of a table cell turns into markup
#
# Expected: the text "- 2 posts" in a cell of a Markdown table is that text in the PDF, as it is in
#   HTML and Word. In paragraphs pandoc escapes such a start for Typst.
# Happens: in cells and at the start of footnotes the writer does not escape it. Typst reads "- 2
#   posts" as a bullet, "+ 3 posts" as item 1 of a list, and "= 12 / 400" as a heading, which also
#   enters the outline of the PDF. The minus is gone; no warning.
# Why report makers care: changes on last year are written with signs. A fall of two posts is
#   printed as a bullet and "2 posts", a rise as "1. 3 posts".
# Seen: 2026-11-28, pypandoc_binary 1.17 (pandoc 3.9), typst 0.15.2, pypdf 7.1.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 typst==0.15.2 pypdf==7.1.1
cat > look.py <<'PY'
import pypandoc
import pypdf
import typst

markdown = """
| Item     | Change     |
|----------|------------|
| Posts    | - 2 posts  |
| Joiners  | + 3 posts  |
| Rate     | = 12 / 400 |

\- 2 posts, says a paragraph.^[= 400 staff]
"""
pypandoc.convert_text(markdown, "typst", format="markdown", outputfile="t.typ", extra_args=["-s"])
typst.compile("t.typ", output="t.pdf")
reader = pypdf.PdfReader("t.pdf")
for line in reader.pages[0].extract_text().splitlines()[:5]:
    print("PDF:", line)
print("outline:", [entry.title for entry in reader.outline])
html = pypandoc.convert_text(markdown, "html", format="markdown")
print("HTML:", [line for line in html.splitlines() if "posts</td>" in line])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
PDF: Item Change
PDF: Posts • 2 posts
PDF: Joiners 1. 3 posts
PDF: Rate 12 / 400
PDF: - 2 posts, says a paragraph.1
outline: ['12 / 400', '400 staff']
HTML: ['<td>- 2 posts</td>', '<td>+ 3 posts</td>']
OUT
diff expected.txt seen.txt && echo "still so"
