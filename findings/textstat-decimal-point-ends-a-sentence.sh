#!/usr/bin/env bash
# textstat: the point of a decimal number ends a sentence
#
# Expected: "The ratio is 1.38. It was 2.05 in 2020." are two sentences, as the same text without
#   decimals.
# Happens: they are three. Points within numbers are taken for ends of sentences; one sentence with
#   three rates is three as well. With whole numbers the count is right.
# Why report makers care: the reading age of a report falls with every decimal that it prints:
#   sentences look half as long, and a text full of figures passes as easy to read.
# Seen: 2026-11-30, textstat 0.7.13, Python 3.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check textstat==0.7.13
cat > look.py <<'PY'
import textstat

for text in (
    "The ratio is 2. It was 3 in 2020.",
    "The ratio is 1.38. It was 2.05 in 2020.",
    "Of White staff 24.3% said so, of BME staff 31.5%, of all staff 25.1%.",
):
    words = textstat.words_per_sentence(text)
    print(f"{textstat.sentence_count(text)} sentences of {words:.1f} words: {text}")
PY
env/bin/python look.py | tee seen.txt
cat > expected.txt <<'OUT'
2 sentences of 4.5 words: The ratio is 2. It was 3 in 2020.
3 sentences of 3.0 words: The ratio is 1.38. It was 2.05 in 2020.
3 sentences of 4.7 words: Of White staff 24.3% said so, of BME staff 31.5%, of all staff 25.1%.
OUT
diff expected.txt seen.txt && echo "still so"
