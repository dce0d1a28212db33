# ruff: noqa: E501 — one case on one line reads as a table
"""One workspace with a trust for each way of spoiling data, checked in a single pass of the gate.

A pass costs as much for forty trusts as for one, so the tests share it and each looks at the
trust of its own.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wres_report.gate import Finding, GateResult, run_gate
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

DATA = Path(__file__).resolve().parents[2] / "data"
Spoil = Callable[[Path], None]


def sub(name: str, *pairs: tuple[str, str]) -> Spoil:
    """Replace text in a file of the trust-year 2021."""

    def spoil(trust: Path) -> None:
        path = trust / "2021" / name
        text = path.read_bytes().decode()
        for old, new in pairs:
            assert old in text, f"{name} has no {old!r}"
            text = text.replace(old, new, 1)
        path.write_bytes(text.encode())

    return spoil


def write(name: str, content: bytes) -> Spoil:
    return lambda trust: (trust / "2021" / name).write_bytes(content) and None


def add(name: str, line: str) -> Spoil:
    def spoil(trust: Path) -> None:
        with (trust / "2021" / name).open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    return spoil


def cells(name: str, change: Callable[[list[str]], list[str]]) -> Spoil:
    """Change each row below the head of a table without quotes."""

    def spoil(trust: Path) -> None:
        path = trust / "2021" / name
        head, *rows = path.read_text(encoding="utf-8").splitlines()
        changed = [",".join(change(row.split(","))) for row in rows]
        path.write_text("\n".join([head, *changed]) + "\n", encoding="utf-8")

    return spoil


def swapped_groups(row: list[str]) -> list[str]:
    return [{"white": "bme", "bme": "white"}.get(cell, cell) for cell in row]


def all_of(*spoils: Spoil) -> Spoil:
    def spoil(trust: Path) -> None:
        for one in spoils:
            one(trust)

    return spoil


def _without_rows(name: str, start: str) -> Spoil:
    def spoil(trust: Path) -> None:
        path = trust / "2021" / name
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith(start)]
        assert len(kept) < len(lines)
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")

    return spoil


def _without_survey_of(year: str) -> Spoil:
    def spoil(trust: Path) -> None:
        path = trust / "2021" / "survey.csv"
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if f",{year}," not in line]
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")

    return spoil


def _copied(name: str) -> Spoil:
    return lambda trust: shutil.copy(trust / "2020" / name, trust / "2021" / name) and None


WITHOUT_ALL = sub("workforce.csv", ("all,all,3868,1101,219\n", ""))
RECODED_SURVEY = sub("survey.csv", ("8,2020,bme", "8,2020,X"), ("8,2020,white", "8,2020,bme"), ("X", "white"))  # fmt: skip
FACTS = "key,value,unit,display,source\nsites,1,count,£1,somewhere\n"
# Name: the trust whose data is spoilt, and how.
CASES: dict[str, tuple[str, Spoil]] = {
    "sound": ("RV9", lambda _: None),
    "missing column": ("RV9", sub("workforce.csv", ("white,bme", "white,BME headcount"))),
    "unknown column": ("RV9", sub("recruitment.csv", ("unknown", "unknown,remarks"))),
    "no rows": ("RV9", write("training.csv", b"measure,white,bme,unknown\n")),
    "text": ("RV9", sub("workforce.csv", ("2643,143", "2643,about 140"))),
    "placeholder": ("RV9", sub("training.csv", ("1639,105", "1639,*"))),
    "negative": ("RV9", sub("recruitment.csv", ("855,47", "855,-47"))),
    "decimals": ("RV9", sub("training.csv", ("1639", "1639.5"))),
    "two-year average": ("RV9", sub("disciplinary.csv", ("17,1,1,year_end", "17.5,1.5,1,two_year_average"))),
    "decimals at year end": ("RV9", sub("disciplinary.csv", ("17,1,1", "17.5,1,1"))),
    "BOM": ("RV9", lambda t: _with_bom(t, b"2643")),
    "BOM and thousands": ("RV9", lambda t: _with_bom(t, "2’643".encode())),
    "commas and percent signs": ("RV9", all_of(sub("workforce.csv", ("2643,143", '"2,643",143')), sub("survey.csv", ("5,2020,bme,24,", "5,2020,bme,24%,")))),
    "a percent sign in a count": ("RV9", sub("training.csv", ("1639,105", "1639,105%"))),
    "a comma that can be two": ("RV9", sub("survey.csv", ("5,2020,bme,24,", '5,2020,bme,"1,024",'))),
    "many thousands": ("ZZX", cells("survey.csv", lambda r: [*r[:4], f"{r[4][0]}’{r[4][1:]}" if len(r[4]) == 4 else r[4], *r[5:]])),
    "empty file": ("RV9", write("training.csv", b"")),
    "Latin-1": ("RV9", write("facts.csv", FACTS.encode("latin-1"))),
    "two unreadable": ("RV9", all_of(write("facts.csv", FACTS.encode("latin-1")), write("board.csv", b""))),
    "appointed": ("RV9", sub("recruitment.csv", ("198,17", "198,57"))),
    "cases": ("RV9", sub("disciplinary.csv", ("17,1,1", "17,150,1"))),
    "voting": ("ZZX", sub("board.csv", ("voting,9,2", "voting,9,3"))),
    "swapped by reported": ("RV9", sub("workforce.csv", ("2643,143", "143,2643"))),
    "swapped columns": ("ZZX", sub("workforce.csv", ("white,bme", "bme,white"))),
    "swapped stage": ("ZZX", sub("recruitment.csv", ("2480,1390", "1390,2480"))),
    "swapped survey rows": ("ZZX", RECODED_SURVEY),
    "swapped own series": ("RV9", RECODED_SURVEY),
    "swapped whole survey": ("ZZX", cells("survey.csv", swapped_groups)),
    "swapped percents": ("ZZX", sub("survey.csv", ("5.7,1689", "17.3,1689"), ("17.3,365", "5.7,365"))),
    "swapped against workforce": ("RV9", sub("recruitment.csv", ("white,bme", "bme,white"))),
    "one fraction": ("RV9", sub("survey.csv", ("5,2020,bme,24,", "5,2020,bme,0.24,"))),
    "all fractions": ("RV9", sub("survey.csv", ("89.8", "0.898"), ("bme,80", "bme,0.8"))),
    "below one": ("ZZX", sub("survey.csv", ("8,2018,white,5.9", "8,2018,white,0.9"))),
    "percent above 100": ("RV9", sub("survey.csv", ("89.8", "898"))),
    "later survey": ("RV9", sub("survey.csv", ("8,2020,bme", "8,2021,bme"))),
    "few responses": ("RV9", sub("survey.csv", ("80,25", "80,9"))),
    "restated by rounding": ("ZZX", sub("survey.csv", ("5,2019,bme,32.7", "5,2019,bme,32.65"))),
    "restated survey": ("ZZX", sub("survey.csv", ("5,2019,bme,32.7", "5,2019,bme,31.7"))),
    "jump": ("ZZX", sub("survey.csv", ("7,2020,bme,69.6", "7,2020,bme,39.6"))),
    "band twice": ("ZZX", add("workforce.csv", "clinical,8a,112,12,4")),
    "unknown band": ("ZZX", sub("workforce.csv", ("\nclinical,8b", "\nclinical,Band 8 B."))),
    "bands": ("ZZX", all_of(add("workforce.csv", "clinical,all,2559,762,160"))),
    "groups": ("ZZX", sub("workforce.csv", ("all,all,3868", "all,all,3968"))),
    "clusters": ("RV9", sub("workforce.csv", ("1-4,,63", "1-4,,83"))),
    "cluster and bands": ("ZZX", add("workforce.csv", "clinical,5-7,1527,470,85")),
    "part of consultants": ("ZZX", sub("workforce.csv", ("manager,10,2", "manager,10,72"))),
    "growth": ("ZZX", cells("workforce.csv", lambda r: [*r[:2], *(str(2 * int(n)) for n in r[2:])])),
    "reported differs": ("ZZX", sub("reported.csv", ("2020,bme,20.2", "2020,bme,22.2"))),
    "reported ratio turned over": ("ZZX", sub("reported.csv", ("3,ratio,2020,,1.67", "3,ratio,2020,,0.60"))),
    "reported ratio without last year's counts": ("ZZX", all_of(sub("reported.csv", ("3,ratio,2020,,1.67", "3,ratio,2020,,0.69")), lambda t: (t / "2020" / "disciplinary.csv").unlink())),
    "reported percent above 100": ("ZZX", sub("reported.csv", ("19.6,percent", "196,percent"))),
    "reported measure": ("ZZX", sub("reported.csv", ("2,ratio,2019", "2,likelihood,2019"))),
    "reported group": ("ZZX", sub("reported.csv", ("2,ratio,2019,,", "2,ratio,2019,white,"))),
    "reported ratio of 150": ("ZZX", sub("reported.csv", ("1.55,ratio", "150,ratio"))),
    "reported ratio beside counts": ("ZZX", add("reported.csv", "2,ratio,2021,,3.70,ratio,Press notice")),
    "reported under two names": ("ZZX", add("reported.csv", "2,white_to_bme,2020,,1.50,ratio,Press notice")),
    "reported unit": ("ZZX", sub("reported.csv", ("-11.3,pp", "-11.3,percent"))),
    "plan": ("ZZX", sub("actions.csv", ("1.2,1,", "1.1,10,"), ("Workforce Information Manager", ""))),
    "facts": ("ZZX", sub("facts.csv", ("network_members,240,count,240", "Network Members,240,count,"))),
    "unknown file": ("RV9", write("workforse.csv", b"x")),
    "no table": ("RV9", lambda t: _without_tables(t)),
    "empty part": ("ZZX", all_of(WITHOUT_ALL, sub("workforce.csv", ("clinical,7,324", "clinical,7,")))),
    "short row": ("ZZX", all_of(WITHOUT_ALL, sub("workforce.csv", ("clinical,7,324,53,13", "clinical,7,324,53")))),
    "short rows": ("RV9", sub("recruitment.csv", (",47,18", ",47"), (",17,5", ",17"))),
    "band gone": ("ZZX", all_of(WITHOUT_ALL, sub("workforce.csv", ("\nclinical,7,324,53,13", "")))),
    "small band gone": ("ZZX", all_of(WITHOUT_ALL, sub("workforce.csv", ("\nclinical,vsm,2,0,0", "")))),
    "small band gone, total given": ("ZZX", sub("workforce.csv", ("\nclinical,vsm,2,0,0", ""), ("all,all,3868", "all,all,3866"))),
    "clinical gone": ("ZZX", all_of(WITHOUT_ALL, _without_rows("workforce.csv", "clinical,"))),
    "medical gone": ("ZZX", all_of(WITHOUT_ALL, _without_rows("workforce.csv", "medical,"))),
    "no medical last year either": ("ZZX", lambda t: _no_medical(t)),
    "stage gone": ("ZZX", _without_rows("recruitment.csv", "shortlisted,")),
    "figure gone": ("ZZX", sub("recruitment.csv", ("486,198", "486,"))),
    "membership gone": ("ZZX", _without_rows("board.csv", "voting,")),
    "survey group gone": ("ZZX", sub("survey.csv", ("\n7,2020,bme,69.6,250,72.5", ""))),
    "survey group alone": ("RV9", sub("survey.csv", ("\n7,2020,bme,80,25,72.7", ""))),
    "past survey row gone": ("ZZX", sub("survey.csv", ("\n6,2018,bme,29.7,290,28.3", ""))),
    "past survey figure gone": ("ZZX", sub("survey.csv", ("6,2018,bme,29.7", "6,2018,bme,"))),
    "oldest survey left out": ("ZZX", _without_survey_of("2017")),
    "survey figure gone": ("ZZX", sub("survey.csv", ("7,2020,bme,69.6", "7,2020,bme,"))),
    "survey year gone": ("ZZX", cells("survey.csv", lambda r: [r[0], r[1].replace("2020", "2012"), *r[2:]])),
    "area gone": ("ZZX", _without_rows("locality.csv", "Eastvale,")),
    "training figure gone": ("ZZX", sub("training.csv", ("2158,597", "2158,"))),
    "all answers": ("ZZX", sub("survey.csv", ("31.5,368,", "31.5,36800,"))),
    "many answers": ("ZZX", sub("survey.csv", ("31.5,368,", "31.5,1500,"))),
    "copied workforce": ("ZZX", _copied("workforce.csv")),
    "copied recruitment": ("ZZX", _copied("recruitment.csv")),
    "copied cases": ("ZZX", _copied("disciplinary.csv")),
    "copied board": ("ZZX", _copied("board.csv")),
    "copied survey": ("ZZX", _copied("survey.csv")),
    "copied answers": ("ZZX", lambda t: _copied_answers(t)),
    "400 digits": ("ZZX", sub("recruitment.csv", ("1390", "1" * 400))),
    "400 digits in the workforce": ("ZZX", sub("workforce.csv", ("all,all,3868", "all,all," + "3" * 400))),
    "last year's facts unreadable": ("ZZX", lambda t: (t / "2020" / "facts.csv").write_bytes(b"\xff") and None),
    "display": ("ZZX", sub("facts.csv", ("5,200", "2,500"))),
    "one variable": ("ZZX", sub("locality.csv", ("Port Sample", "EAST-VALE"), ("Eastvale", "East Vale"))),
    "NUL": ("ZZX", sub("locality.csv", ("The main", "The \0main"))),
    "emoji in a fact": ("ZZX", sub("facts.csv", ("Invented for the example; rounded", "Invented 🎯"))),
    "last year unreadable": ("ZZX", lambda t: (t / "2020" / "workforce.csv").write_bytes(b"\xff") and None),
    "last year wrong": ("ZZX", lambda t: _negative_last_year(t)),
}  # fmt: skip


def _with_bom(trust: Path, white: bytes) -> None:
    path = trust / "2021" / "workforce.csv"
    content = path.read_bytes().replace(b"2643", white).replace(b"\n", b"\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + content)


def _without_tables(trust: Path) -> None:
    for path in (trust / "2021").glob("*.csv"):
        path.unlink()


def _no_medical(trust: Path) -> None:
    (trust / "2021" / "reported.csv").unlink()
    for year in ("2020", "2021"):
        path = trust / year / "workforce.csv"
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith(("all,all", "medical"))]
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def _copied_answers(trust: Path) -> None:
    path = trust / "2021" / "survey.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if ",2020," not in line]
    kept += [line.replace(",2019,", ",2020,") for line in kept if ",2019," in line]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")


def _negative_last_year(trust: Path) -> None:
    path = trust / "2020" / "recruitment.csv"
    path.write_text(path.read_text().replace("2315", "-2315"), encoding="utf-8")


class Checked:
    """The gate's results by the name of the case."""

    def __init__(self, root: Path) -> None:
        self.codes = {name: f"T{number:02d}" for number, name in enumerate(CASES)}
        for name, (source, spoil) in CASES.items():
            shutil.copytree(DATA / source, root / "data" / self.codes[name])
            spoil(root / "data" / self.codes[name])
        self.workspace = Workspace.open(root)
        asked = [TrustYear(code, 2021) for code in self.codes.values()]
        self.results = run_gate(self.workspace, asked)

    def trust_year(self, case: str) -> TrustYear:
        return TrustYear(self.codes[case], 2021)

    def result(self, case: str) -> GateResult:
        return self.results[self.trust_year(case)]

    def findings(self, case: str) -> list[Finding]:
        """The findings, without the one that the sound data of Humber has."""
        sound = {(f.rule, f.found) for f in self.result("sound").findings}
        return [f for f in self.result(case).findings if (f.rule, f.found) not in sound]

    def only(self, case: str) -> Finding:
        findings = self.findings(case)
        assert len(findings) == 1, "\n".join(map(str, findings))
        return findings[0]


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return Checked(tmp_path_factory.mktemp("gate"))
