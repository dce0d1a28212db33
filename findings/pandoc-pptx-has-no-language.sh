#!/usr/bin/env bash
# pandoc and python-pptx: slides in a language
#
# Expected: a document with "lang: cy" (Welsh) becomes a deck whose text is marked as Welsh, as it
#   is in Word and in HTML.
# Happens: no part of the deck names cy: not the text of the slides, not its properties. Its
#   default styles say en-US, American English. The same for en-GB. No warning.
# Why report makers care: a screen reader chooses its voice by the language of the text, and reads
#   Welsh as English letter by letter. The spelling check underlines the whole deck.
# Seen: 2026-11-29, pypandoc_binary 1.17 (pandoc 3.9), python-pptx 1.0.2, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 python-pptx==1.0.2
cat > look.py <<'PY'
import re
import zipfile

import pptx
import pypandoc

TEXT = "---\ntitle: Adroddiad\n---\n\n# Staff\n\nCyfradd uwch.\n"
for language in ("en-GB", "cy"):
    for kind in ("docx", "pptx"):
        options = ["-s", "-M", f"lang={language}"]
        pypandoc.convert_text(TEXT, kind, "markdown", outputfile=f"t.{kind}", extra_args=options)
        parts = zipfile.ZipFile(f"t.{kind}")
        name = f'"{language}"|>{language}<'.encode()
        named = [part for part in parts.namelist() if re.search(name, parts.read(part))]
        print(f"{kind}: {language} in {named}")
deck = pptx.Presentation("t.pptx")
texts = [
    run
    for slide in deck.slides
    for shape in slide.shapes
    if shape.has_text_frame
    for paragraph in shape.text_frame.paragraphs
    for run in paragraph.runs
]
print("texts of the slides:", [(run.text, run.font.language_id) for run in texts])
print("language in the properties:", repr(deck.core_properties.language))
styles = zipfile.ZipFile("t.pptx").read("ppt/presentation.xml").decode()
print("languages of the default styles:", sorted(set(re.findall(r' lang="([^"]*)"', styles))))
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
docx: en-GB in ['word/styles.xml', 'docProps/core.xml']
pptx: en-GB in []
docx: cy in ['word/styles.xml', 'docProps/core.xml']
pptx: cy in []
texts of the slides: [('Adroddiad', <MSO_LANGUAGE_ID.NONE: 0>), ('Staff', <MSO_LANGUAGE_ID.NONE: 0>), ('Cyfradd uwch.', <MSO_LANGUAGE_ID.NONE: 0>)]
language in the properties: ''
languages of the default styles: ['en-US']
OUT
diff expected.txt seen.txt && echo "still so"
