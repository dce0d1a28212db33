"""What the page on the accuracy of the audit tells beside its tables."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.claims.others import (
    BOARD_HELD_OUT,
    BOARD_TUNED,
    BUSY_HELD_OUT,
    BUSY_TUNED,
    EIGHT_VOICES,
    HUNDRED_HANDS,
    MANNERS_HELD_OUT,
    MANNERS_TUNED,
    MINUTES,
    NEWCOMER,
    OTHERS,
    TEN_PAPERS,
    TWENTY_HELD_OUT,
    TWENTY_TUNED,
)


@dataclass(frozen=True)
class Written:
    """Sentences of one author, or a half of them.

    first: precision, recall and confirmed at first sight, with nothing changed. read: who has read
    them since, to mend rules with.
    """

    name: str
    file: Path
    first: tuple[str, str, str]
    read: str


# In the order in which they were written. The first figures are those on the half that was unread.
WRITTEN = (
    Written("several hands", OTHERS, ("0.84", "0.67", "0.75"), "to mend with"),
    Written("newcomer", NEWCOMER, ("0.80, 0.88", "0.52, 0.69", "0.85, 0.63"), "to mend with"),
    Written("board paper", BOARD_TUNED, ("0.88", "0.78", "0.86"), "to mend with"),
    Written("board paper", BOARD_HELD_OUT, ("0.96", "0.73", "0.80"), "later"),
    Written("many manners", MANNERS_TUNED, ("0.91", "0.48", "0.66"), "to mend with"),
    Written("many manners", MANNERS_HELD_OUT, ("0.80", "0.40", "0.71"), "later"),
    Written("twenty manners", TWENTY_TUNED, ("0.98", "0.61", "0.76"), "to mend with"),
    Written("twenty manners", TWENTY_HELD_OUT, ("0.91", "0.47", "0.74"), "one, accused falsely"),
    Written("eight voices", EIGHT_VOICES, ("0.97", "0.61", "0.81"), "to mend with"),
    Written("hundred hands", HUNDRED_HANDS, ("0.91", "0.67", "0.90"), "to mend with"),
    Written("busy desks", BUSY_TUNED, ("1.00", "0.62", "0.82"), "to mend with"),
    Written("busy desks", BUSY_HELD_OUT, ("1.00", "0.81", "0.85"), "none"),
    Written("ten papers", TEN_PAPERS, ("0.98", "0.66", "0.83"), "to mend two kinds"),
    Written("minutes", MINUTES, ("0.97", "0.64", "0.85"), "one, accused falsely"),
)  # fmt: skip

HEAD = """# Accuracy of the audit

How well `wres audit` tells right from wrong: first on sentences by other authors, then on sentences
of the project's own. This page is written by `nox -s docs`; a test fails where it is out of date.

What cannot be told from a sentence is left alone, since a false accusation is worse than a miss.
What was left alone is told as not judged, so that silence is never taken for assent.

## Sentences by other authors

Each of these authors had seen neither the audit nor its rules, and wrote about RV9/2021 and
ZZX/2021. Each label was computed from the data. **First sight** is what the rules of that day did
before anybody had read the sentences, which is what a reader may expect for a document of his own;
**now** is what today's rules do, which flatters where the sentences were read to mend rules.

- **Precision**: of the sentences that were accused, those that do contradict the data.
- **Recall**: of the sentences that contradict the data, those that were accused.
- **Confirmed**: of the true ones, those of which all that was told agrees.
- **Right kind**: of those accused rightly, those of which the kind of fault is right.
"""

EXPECTED = """\
**What to expect of an author whom nobody has read: the last four together, at first sight, 0.98,
0.66 and 0.81.** Wanted are 0.97, 0.70 and 0.55: a fault in three is missed, which is more than
wanted. They are the busy desks (30 right of 30 accusations, 30 of 42 faults found, 55 of 66 true
sentences confirmed), an author whose sentences were not kept (26 of 27, 26 of 42, 50 of 66), the
ten papers (39 of 40, 39 of 59, 43 of 52) and the minutes (38 of 39, 38 of 59, 44 of 52). Three
false ones of 136 accusations leave room for one in sixteen.

What is mended for sentences that were read does little for others: of each author whose sentences
were parted by lot, the half held out hardly moved when the other half was mended with. It moved in
the long run, by kinds that many authors use.
"""

NOTES = """### The authors

- **Several hands**: board papers, newsletters, newspapers, inspectors, plans, infographics,
  auditors, minutes and easy read pages. The rules before those of now, which went by clauses and
  templates, had here precisions of 0.93 and 0.88, recalls of 0.60 and 0.42, and confirmed 0.49 and
  0.19, while they had 1.00 and 0.93 on sentences of their own author: a grammar learns its author.
  The rules of now were written with one half at hand; the first sight is that of the other. After
  half of that was mended with, the last quarter, still unread, gave 0.89, 0.71 and 0.85.
- **Newcomer**: 180 sentences, parted by lot, both halves at first sight. Mending with the first
  half left the second at 0.88, 0.69 and 0.67; then its false accusations were mended too. One label
  was wrong, 39.8% printed as 39%, and is a fault of rounding now.
- **Board paper**: 253 sentences, parted by lot as those of the next two. Six were accused falsely,
  of which five were mended, two in the half held out. One cannot be told from the data and is still
  accused of the fault that it most likely has. One label was a script's mistake, which counted
  senior medical managers twice.
- **Many manners**: 260 sentences, of which 52 cannot be told: bank staff, one department, another
  trust. Whoever mended wrote 373 true or open sentences to look for false accusations; what some
  twenty of them showed stands in the tests as `not_accused.txt`.
- **Twenty manners**: 320 sentences: minutes, slides, e-mails, tweets, podcasts, union newsletters,
  rows of tables. The totals of the half held out were looked at some twenty times, and the reasons
  of what it misses twice, counted.
- **Eight voices**: 120 sentences: a journalist, the secretary of a board, a union, the chair of a
  network.
- **Hundred hands**: 100 sentences. Three were accused falsely: two of Disabled staff, in figures
  that are none of the race standard's, which were mended, and one that takes the share of BME staff
  who work at bands 8a and above for the share of those posts, on which authors differ.
- **Busy desks**: 120 sentences: 66 true ones, 42 with a fault, 12 that cannot be told, as busy
  people write in papers, e-mails, leaflets and slides, clumsy and terse. Nothing was accused
  falsely, and no label was found wrong in the half that was read. A lot parted them; of the half
  held out the totals were looked at {looks} times and the reasons of what it misses once, counted.
  Its own names of faults were brought to those of this page, where several of its kinds are called
  a wrong value.
- **Ten papers**: 130 sentences: 52 true ones, 59 with a fault, 19 that cannot be told, like blogs,
  answers to requests, inspectors, newsletters, working papers, round-ups, commentary, tables typed
  as text, plans and easy read pages. One was accused falsely, of a change and a benchmark in one
  breath, which was mended; so was that the trust’s own name was a word not known. The other misses
  were read, and nothing was mended for them. Its names of faults were brought to those of this page
  likewise.
- **Minutes**, leaflets, press, slides, e-mails, questions with answers: 130 sentences, as many of
  each label. One was accused falsely: an item of a list that took the subject of the paragraph
  above, where the item before had another. That was mended, and nothing else for it.

### What is read, and what was learnt from whom

Each is a kind and not a wording, and goes through what the data can say.

- **More and less by what a clause mentions**: one indicator, one direction, one thing to compare
  with. It is held against every figure that these may mean (twenty manners).
- **Orders and so many of several**: the widest, the second lowest, all four, none of the ratios;
  parts of the trust beside one another; most, hardly any, all but one (halves to mend with).
- **Numbers that are said**: “one point three eight”, “10.6 per thousand”, “has doubled”; rough
  numbers far from all that the words allow.
- **Figures taken for one another**: another group, part, ratio or year, two digits exchanged.
- **A sentence that refutes itself**: a percentage of two counts, a step from one count to another.
- **One number in two ways**: “one in five (20%)” is one claim; a unit told once at the head, “in
  per cent: White 28, BME 21”, holds for all behind it (hundred hands, busy desks).
- **A likelihood that moved**: “more likely than a year ago” is of two years and not of two groups.
- **What stayed the same**: unchanged, no change in, the same as last year; “stable” and “flat”
  allow more. Rows of a pay band are told by one another. No author wrote such, so no table shows
  it.
- **The trust by its own name** is the trust; a name of one word is a place as well, and counts
  only with “Teaching Hospitals” or the like behind it (ten papers). Another trust is another.
- **A ratio printed in full tells a subject** that only a weak word names (busy desks).
- **Words to whom, and what a writer makes of it**, say nothing of whom a figure is: “Good news for
  the network: …”, “…, so nobody can say that …” (hundred hands, busy desks).

### What keeps an accusation from being made

An accusation needs that its sentence was understood. What tells a false one from a right one was
looked for with the rules as they were before they were mended for each author. It is left open, and
the reason told, where

- the very figure that was looked for stands beside it, rightly printed,
- the number is right for another subject, or is what another share leaves of a hundred,
- another figure of the sentence was not understood,
- two percentages of the sentence are off in the same way, or counts stand beside one that is taken
  for that of another whole,
- it is a number in words, rounded or hedged, that a fault explains by chance, or a count of more
  than twice the one looked for,
- the words speak of a rise and of a fall, deny something, or speak of a time before another,
- its clause has a word that is in neither list of known words, such as a department, a source or a
  part of the staff. Such a word stands in some 80% of the sentences that cannot be told.

With the rules as they were at first sight of each author, these signs changed what was accused
rightly and falsely from 38 and 7 to 37 and 0 (newcomer), 28 and 4 to 26 and 1 (board paper), 20 and
2 to 19 and 1 (many manners), and for `not_accused.txt` from 28 false ones to 6. They were chosen on
these sentences, so this flatters; on the half held out of the many manners they raised precision
from 0.80 to 0.85, at the price of three right accusations of twenty. Some 290 further sentences of
the rules' author, `not_accused_in_other_manners.txt`, are not accused.
"""
LOOKS = "some fifteen"
WHOLE_TEXTS = """### Whole texts

A reader of the reports then wrote four texts of about 150 true sentences in other manners (notes,
a newsletter, a board paper, plain rows), and one of 36 sentences each with a fault, in the folder
`tests/claims/plain/`. At first sight nine of the true sentences were accused, and 29 of the faulty
ones found. What had misled it: “the previous report”, “the White one” as a number, rates per 1,000,
“a third of the BME figure”, “eight points above ours”, percentages in brackets behind a count, and
a heading that speaks to the board. These kinds were mended. A further text would find others.
"""
GENERATED = """## Sentences made from templates

These are made from the figures of the invented trust ZZX/2021. Each template is filled twice: with
the right figures, and with a planted fault.

- **Found** counts planted faults that were told where they stand.
- **Named** counts those told by the right kind.
- **False** counts contradictions told of words that are right.
- **Precision** is found out of found and false; **recall** is found out of planted.

### Sentences the rules were written with
"""
HELD_OUT = """### Sentences held out

These templates were written in the manner of published reports, without the grammar at hand, and
half of them were set apart by lot before any was tried. They were not used to improve the grammar,
so they show what to expect of sentences that nobody had in mind.
"""
MISSED = """## What is missed

One sentence for each template of which a fault was missed.
"""
