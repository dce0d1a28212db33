#!/usr/bin/env bash
# pandoc and IPython: a sentence that a notebook shows as Markdown
#
# Expected: display(Markdown("BME staff are **1.38** times as likely.")), which every notebook
#   program shows as that sentence, is that sentence in what pandoc makes of the notebook.
# Happens: HTML, Word and Typst have "<IPython.core.display.Markdown object>" in its place: pandoc
#   takes text/plain, which IPython fills with the name of the object, and passes text/markdown
#   over. Only when it writes its own Markdown is the sentence there. --ipynb-output=all changes
#   nothing.
# Why report makers care: sentences with computed figures are shown in just this way. In Word each
#   of them is the name of an object, and no warning is given.
# Seen: 2026-11-30, pypandoc_binary 1.17 (pandoc 3.9), ipython 9.18.1, nbformat 5.11.1, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 ipython==9.18.1 nbformat==5.11.1
cat > look.py <<'PY'
import nbformat
import pypandoc
from IPython.core.formatters import DisplayFormatter
from IPython.display import Markdown
from nbformat.v4 import new_code_cell, new_notebook, new_output

data, _ = DisplayFormatter().format(Markdown("BME staff are **1.38** times as likely."))
shown = new_output("display_data", data=data)
nbformat.write(new_notebook(cells=[new_code_cell("show()", outputs=[shown])]), "i2.ipynb")
for kind in ("all", "best"):
    pypandoc.convert_file(
        "i2.ipynb", "docx", outputfile="i2.docx", extra_args=[f"--ipynb-output={kind}"]
    )
    print(f"Word, {kind}:", pypandoc.convert_file("i2.docx", "plain").split("\n")[-2].strip())
for kind in ("html", "typst", "markdown"):
    page = pypandoc.convert_file("i2.ipynb", kind)
    print(f"{kind}:", *[line for line in page.splitlines() if "object" in line or "1.38" in line])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
Word, all: <IPython.core.display.Markdown object>
Word, best: <IPython.core.display.Markdown object>
html: <pre><code>&lt;IPython.core.display.Markdown object&gt;</code></pre>
typst: <IPython.core.display.Markdown object>
markdown: BME staff are **1.38** times as likely.
OUT
diff expected.txt seen.txt && echo "still so"
