#!/usr/bin/env bash
# PyYAML: a text that is written without quotation marks is a number to the next reader
#
# Expected: safe_dump({"code": "5E1"}) puts a text into quotation marks wherever a reader of YAML may
#   take it for a number, as it does for "00123" and "1.10".
# Happens: it writes 5E1, 12E03, 0o17 and 08123 plain, since it takes none of them for a number
#   itself: it goes by YAML 1.1. By the core schema of YAML 1.2.2 (10.3.2) all four are numbers. Typst
#   reads 50.0, 12000.0 and 15, pandoc prints 50, 12000, 15 and 8123, and so it is with ruamel.yaml.
# Why report makers care: a script writes the parameters of a document, Typst or pandoc prints them.
#   The codes of organisations and sites come out as those of others; PyYAML itself reads back what
#   it wrote, so a test of the file finds nothing.
# Seen: 2026-12-01, PyYAML 6.0.4, ruamel.yaml 0.19.1, typst 0.15.2, pypandoc_binary 1.17 (pandoc 3.9),
#   Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
  PyYAML==6.0.4 ruamel.yaml==0.19.1 typst==0.15.2 pypandoc_binary==1.17
cat > look.py <<'PY'
import json
import pathlib

import pypandoc
import typst
import yaml
from ruamel.yaml import YAML

codes = {"a": "5E1", "b": "12E03", "c": "0o17", "d": "08123", "e": "00123", "f": "1.10"}
text = yaml.safe_dump(codes)
print(text, end="")
print("PyYAML:", yaml.safe_load(text) == codes)
pathlib.Path("codes.yaml").write_text(text)
pathlib.Path("codes.typ").write_text('#metadata(yaml("codes.yaml")) <codes>')
queried = typst.query("codes.typ", "<codes>", field="value", one=True)
print("Typst:", list(json.loads(queried).values()))
print("ruamel.yaml:", list(YAML(typ="safe").load(text).values()))
meta = json.loads(pypandoc.convert_text(f"---\n{text}---\n", "json", format="markdown"))["meta"]
print("pandoc:", [value["c"][0]["c"] for value in meta.values()])
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'END'
a: 5E1
b: 12E03
c: 0o17
d: 08123
e: '00123'
f: '1.10'
PyYAML: True
Typst: [50.0, 12000.0, 15, '08123', '00123', '1.10']
ruamel.yaml: [50.0, 12000.0, 15, 8123, '00123', '1.10']
pandoc: ['50', '12000', '15', '8123', '00123', '1.10']
END
diff expected.txt seen.txt && echo "still so"
