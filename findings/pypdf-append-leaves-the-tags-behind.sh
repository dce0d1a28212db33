#!/usr/bin/env bash
# pypdf and Typst: accessible reports that are appended to a pack
#
# Expected: PdfWriter.append of two reports that Typst made as PDF/UA-1 keeps what makes them
#   accessible: the tags, the language and the title. Or it says that it cannot.
# Happens: of the catalog only the pages and the bookmarks are left. No tags, no language, no
#   title, no word. A writer that starts as a copy of the first report (clone_from) keeps those of
#   the first, and then the pack says that it is tagged and still names PDF/UA-1 in its metadata,
#   while the pages of the second report belong to no tag.
# Why report makers care: a board pack is merged from the reports of a month. Each of them passed
#   its check, and the pack is what the members with a screen reader get. In the second way a
#   check that looks at the mark alone passes too.
# Seen: 2026-11-29, pypdf 7.1.1, typst 0.15.2, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypdf==7.1.1 typst==0.15.2
cat > look.py <<'PY'
from pathlib import Path

import pypdf
import typst

for name in ("staff", "training"):
    Path(f"{name}.typ").write_text(
        f'#set document(title: "{name}")\n#set text(lang: "en", region: "gb")\n'
        f"= {name}\n#table(columns: 2, table.header[Band][Staff], [5], [12])\n"
    )
    typst.compile(f"{name}.typ", output=f"{name}.pdf", pdf_standards=["ua-1"])
appended = pypdf.PdfWriter()
appended.append("staff.pdf")
appended.append("training.pdf")
appended.write("appended.pdf")
copied = pypdf.PdfWriter(clone_from="staff.pdf")
copied.append("training.pdf")
copied.write("copied.pdf")
for name in ("staff", "training", "appended", "copied"):
    reader = pypdf.PdfReader(f"{name}.pdf")
    root = reader.trailer["/Root"]
    metadata = root["/Metadata"].get_data() if "/Metadata" in root else b""
    print(f"{name}:")
    print("  marked as tagged:", bool(root.get("/MarkInfo", {}).get("/Marked", False)))
    print("  pages that belong to tags:", ["/StructParents" in page for page in reader.pages])
    print("  language:", root.get("/Lang"))
    print("  title:", reader.metadata.title)
    print("  PDF/UA in the metadata:", b"pdfuaid" in metadata)
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
staff:
  marked as tagged: True
  pages that belong to tags: [True]
  language: en-GB
  title: staff
  PDF/UA in the metadata: True
training:
  marked as tagged: True
  pages that belong to tags: [True]
  language: en-GB
  title: training
  PDF/UA in the metadata: True
appended:
  marked as tagged: False
  pages that belong to tags: [False, False]
  language: None
  title: None
  PDF/UA in the metadata: False
copied:
  marked as tagged: True
  pages that belong to tags: [True, False]
  language: en-GB
  title: staff
  PDF/UA in the metadata: True
OUT
diff expected.txt seen.txt && echo "still so"
