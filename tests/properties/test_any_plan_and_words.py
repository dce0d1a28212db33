"""Whatever stands in a plan or a narrative: a report, or a fault that says what to do.

No input may end as a failed notebook (11) or as a fault of the program (1).
"""

from __future__ import annotations

import csv
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import run_wres
from tests.properties.test_plan_properties import MARKS, PIECES
from wres_report.faults import ExitStatus
from wres_report.plans.model import PLAN_COLUMNS

TRUST_YEAR = "ZZX/2021"
# Other letters may stop a plan at the gate, where the fonts of the report lack them.
LETTERS = st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=30)
TEXT = LETTERS | MARKS | PIECES.map(lambda text: text.replace("\u202e", "").replace("\x85", ""))
CLEAN = ExitStatus.DONE
TOLD = (ExitStatus.BLOCKED, ExitStatus.NARRATIVE_AT_FAULT, ExitStatus.INPUT_MISSING)
DUE = ("31 March 2022", "Q3 2021/22", "Mar '22", "12-18 months", "Quarterly", "", "Apr-Jun", "TBC")
STATES = ("Red", "On track", "G", "", "Delivered", "at risk", "none")
NUMBERS = ("1", "2;3", "general", "all", "9", "5")
SECTIONS = ("foreword", "introduction", "indicator-2", "conclusions")
# What people paste; most of it is plain.
PLAIN = st.sampled_from([
    "We have {{< var i2.ratio >}} this year.", "## What we did\n", "- one\n- two\n", "A *word*.",
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "> said a member of staff", "See @sec-actions.",
    "5 < 6 > 4", "1. first\n   a. part\n", "Caf\u00e9 \u2013 \u201cquoted\u201d",
    "Term\n: what it means\n", "[a](#sec-actions)", "**bold", "_open", "C:\\\\share\\\\file",
    "#hashtag", "$5 and $6", "\u200bzero", "x^2^ and H~2~O", "Note.[^1]\n\n[^1]: Words.\n", "---",
    "<br>", "<b>bold</b>", "line  \nbreak", "~~gone~~", "50 %",
])  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> dict[str, str]:
    """A row of a plan whose dates and numbers can be read; its words are of any kind."""
    row = {name: draw(TEXT).replace("\x00", "").strip() for name in PLAN_COLUMNS}
    row |= dict.fromkeys(("see_actions", "see_plans", "priorities", "carried_over_from"), "")
    row |= {"timeframe": draw(st.sampled_from(DUE)), "rag": draw(st.sampled_from(STATES)),
            "indicators": draw(st.sampled_from(NUMBERS)),
            "action": f"Act {draw(TEXT)}".replace("\x00", "")}  # fmt: skip
    return row


@st.composite
def words(draw: st.DrawFn) -> dict[str, str]:
    """The narrative by section."""
    part = st.one_of(PLAIN, PLAIN, PLAIN, TEXT)
    return {
        name: "\n\n".join(draw(st.lists(part, min_size=1, max_size=5))).replace("\x00", "")
        for name in draw(st.sets(st.sampled_from(SECTIONS), min_size=1))
    }


def ends(root: Path, plan: list[dict[str, str]], narrative: dict[str, str]) -> tuple[int, str]:
    """The exit status of a build with that plan and those words, and what it said."""
    folder = root / "data" / TRUST_YEAR
    with (folder / "actions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, PLAN_COLUMNS)
        writer.writeheader()
        writer.writerows({**row, "id": str(n)} for n, row in enumerate(plan, 1))
    for path in (folder / "narrative").glob("*.md"):
        path.unlink()
    for section, text in narrative.items():
        (folder / "narrative" / f"{section}.md").write_text(text, encoding="utf-8")
    result = run_wres("build", TRUST_YEAR, "--to", "html,pdf", folder=root)
    return result.returncode, result.stderr


@settings(
    max_examples=5, deadline=None, phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(plan=st.lists(rows(), min_size=1, max_size=8), narrative=words())
def test_no_plan_and_no_words_end_as_a_fault_of_the_program_or_of_a_notebook(
    plan: list[dict[str, str]], narrative: dict[str, str], stored_workspace: Path
) -> None:
    status, said = ends(stored_workspace, plan, narrative)
    assert status in (CLEAN, *TOLD), said
    assert "Traceback" not in said
    if status != CLEAN:
        assert "to do:" in said
