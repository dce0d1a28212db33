#!/usr/bin/env bash
# pandoc: a table row that a reviewer deleted in Word stays, as an empty one
#
# Expected: with --track-changes=accept, the default, a row whose deletion is tracked is gone, as it
#   is in Word after "Accept all". With reject, a row whose insertion is tracked is gone.
# Happens: the words of the row go and the row stays, empty. With --track-changes=all the row itself
#   carries no sign that it was deleted or inserted.
# Why report makers care: an action plan has one row an action. Three actions, of which the board
#   struck one, are read as three, and the one in the middle has no lead and no date.
# Seen: 2026-11-29, pypandoc_binary 1.17 (pandoc 3.9), python-docx 1.2.0, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  pypandoc_binary==1.17 python-docx==1.2.0
cat > look.py <<'PY'
import json

import docx
import pypandoc
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def mark(element):
    element.set(qn("w:id"), "7")
    element.set(qn("w:author"), "Reviewer")
    element.set(qn("w:date"), "2026-11-01T09:00:00Z")
    return element


def track(row, kind):
    """As Word writes a row that is deleted or inserted: the row and each run in it say so."""
    row._tr.get_or_add_trPr().append(mark(OxmlElement(f"w:{kind}")))
    for cell in row.cells:
        run = cell.paragraphs[0].runs[0]._r
        tracked = mark(OxmlElement(f"w:{kind}"))
        run.addprevious(tracked)
        tracked.append(run)
        if kind == "del":
            run.find(qn("w:t")).tag = qn("w:delText")


for kind, how in (("del", "accept"), ("ins", "reject")):
    document = docx.Document()
    table = document.add_table(3, 1)
    for number, row in enumerate(table.rows, start=1):
        row.cells[0].text = f"Action {number}"
    track(table.rows[1], kind)
    document.save("plan.docx")
    options = [f"--track-changes={how}"]
    blocks = json.loads(pypandoc.convert_file("plan.docx", "json", extra_args=options))["blocks"]
    content = blocks[0]["c"]
    rows = [row for body in content[4] for row in body[2] + body[3]] + content[3][1]
    words = [pypandoc.convert_text(
        json.dumps({"pandoc-api-version": [1, 23], "meta": {}, "blocks": row[1][0][4]}),
        "plain", format="json").strip() for row in rows]
    print(kind, how, sorted(words))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
del accept ['', 'Action 1', 'Action 3']
ins reject ['', 'Action 1', 'Action 3']
OUT
diff expected.txt seen.txt && echo "still so"
