"""Commands that are stopped at any moment, by Ctrl-C, by what ends a program, by a kill.

Held means: what stands is whole or as before, nothing runs on, the pipe is closed, and the same
command, given again, makes what it makes undisturbed and clears away what was left.
"""

from __future__ import annotations

import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from faults.outcome import Outcome
from faults.runs import Ended, Started
from faults.runs import run as run_to_end
from wres_report.hashes import tree_hashes

NUMBER, QUICK = 200, 12
KIND = "interruptions"
REPOSITORY = Path(__file__).resolve().parents[1]
TRUST_YEAR = "ZZX/2021"
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)
AT_REST = "built in"  # what a preview says when it waits
Files = dict[str, str]


@dataclass(frozen=True)
class Command:
    """name: as it is told. arguments: of wres. before: changes the workspace ahead of each run.

    often: how often it is chosen, against the others. ends: whether it ends by itself.
    of_a_report: whether it needs one that is built.
    """

    name: str
    arguments: tuple[str, ...]
    before: Callable[[Path], None] = lambda _root: None
    often: int = 1
    ends: bool = True
    of_a_report: bool = True


def _forget_all(root: Path) -> None:
    shutil.rmtree(root / ".wres")


def _change_a_cell(root: Path) -> None:
    table = root / "data" / TRUST_YEAR / "training.csv"
    text = table.read_text(encoding="utf-8").splitlines()
    first, *others = text[1].split(",")
    others[-1] = str(int(others[-1] or 0) + 1)
    table.write_text("\n".join([text[0], ",".join([first, *others]), ""]), encoding="utf-8")


BUILD = ("build", TRUST_YEAR, "--renderer", "embedded", "--to", "html,pdf")
COMMANDS = (
    Command("build from nothing", (*BUILD, "--jobs", "2"), _forget_all, often=3),
    Command("build after a change", BUILD, _change_a_cell, often=5),
    Command("build from the store", (*BUILD, "--out", "again"), often=3),
    Command("build cold", (*BUILD, "--runner", "cold"), _change_a_cell),
    Command("verify", ("verify", TRUST_YEAR, "--ways", "plain")),
    Command("preview", ("preview", TRUST_YEAR), _change_a_cell, often=2, ends=False),
    Command("check", ("check", TRUST_YEAR)),
    Command("demo", ("demo", "--trusts", "30", "--years", "2021-2023", "--out", "country"),
            often=2),
    Command("new", ("new", "ZZX/2022"), of_a_report=False),
    Command("import", ("import", "actions", "plan.csv", "--into", TRUST_YEAR, "--force"), often=2),
)  # fmt: skip


@dataclass
class Undisturbed:
    """What a command makes when nobody stops it. seconds: its time. files: hash by path."""

    seconds: float
    files: Files = field(default_factory=dict)


def run(folder: Path, seed: int, number: int) -> Iterator[Outcome]:
    """Each case: a command, a signal, a moment; then the same command again."""
    return cases(folder, seed, number, COMMANDS)


def cases(folder: Path, seed: int, number: int, commands: Sequence[Command]) -> Iterator[Outcome]:
    """The cases of some commands alone."""
    chance = random.Random(seed)
    template = folder / "template"
    _make_template(template, folder / "tmp", built=any(one.of_a_report for one in commands))
    known: dict[str, Undisturbed] = {}
    for case in range(number):
        command = chance.choices(commands, [one.often for one in commands])[0]
        number_of_signal = chance.choice(SIGNALS)
        group = chance.random() < 0.3
        part = chance.uniform(0.0, 1.05)
        if command.name not in known:
            known[command.name] = _undisturbed(command, template, folder / "whole")
        after = part * known[command.name].seconds
        name = (
            f"seed {seed}, case {case}: {command.name}, {number_of_signal.name} "
            f"{'to all' if group else 'to it alone'} after {after:.2f} s"
        )
        root, temporary = folder / "case", folder / "tmp"
        _copy(command, template, root)
        before = _files(root)
        started = Started.start(command.arguments, root, temporary)
        ended = started.stop(number_of_signal, after, group=group)
        yield _judged(name, command, root, temporary, before, ended, known[command.name])
        shutil.rmtree(root)
        shutil.rmtree(temporary)


def _make_template(root: Path, temporary: Path, *, built: bool) -> None:
    """A workspace with one report, built or not, and a plan to import."""
    for name in ("data", "params"):
        for year in ("2020", "2021"):
            source = REPOSITORY / name / "ZZX" / (year if name == "data" else f"{year}.yaml")
            target = root / name / "ZZX" / source.name
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
    shutil.copyfile(root / "data" / TRUST_YEAR / "actions.csv", root / "plan.csv")
    if built:
        _run_well(BUILD, root, temporary)


def _run_well(arguments: tuple[str, ...], root: Path, temporary: Path) -> Ended:
    ended = run_to_end(arguments, root, temporary)
    if ended.status != 0:
        raise RuntimeError(f"wres {' '.join(arguments)} ends with {ended.status}: {ended.said}")
    return ended


def _copy(command: Command, template: Path, root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(template, root)
    command.before(root)


def _undisturbed(command: Command, template: Path, root: Path) -> Undisturbed:

    _copy(command, template, root)
    started = time.monotonic()
    if not command.ends:
        return _undisturbed_preview(command, root)
    _run_well(command.arguments, root, root.parent / "tmp")
    return Undisturbed(time.monotonic() - started, _files(root))


def _undisturbed_preview(command: Command, root: Path) -> Undisturbed:

    started = Started.start(command.arguments, root, root.parent / "tmp")
    assert started.process.stdout is not None
    for line in started.process.stdout:
        if AT_REST in line:
            break
    seconds = time.monotonic() - started.started
    started.stop(signal.SIGTERM, 0.0, group=False)
    return Undisturbed(seconds * 1.3, _files(root))


def _files(root: Path) -> Files:
    """Hash by path of what people see: the store is told by what is built from it."""
    return tree_hashes(root)


def _judged(
    name: str, command: Command, root: Path, temporary: Path, before: Files, ended: Ended,
    whole: Undisturbed,
) -> Outcome:  # fmt: skip
    """What became of one case, the gravest first."""
    if ended.left:
        return Outcome(KIND, name, "left over", f"goes on: {'; '.join(ended.left)}")
    if "Traceback" in ended.said:
        return Outcome(KIND, name, "traceback", ended.said[-600:])
    if torn := _torn(_files(root), before, whole.files):
        return Outcome(KIND, name, "torn", ", ".join(torn[:5]))
    if not command.ends:
        again = _next_build(command, root, temporary)
    else:
        again = run_to_end(command.arguments, root, temporary)
    # What writes a new thing refuses to write it again where it was whole before the signal.
    if again.status != 0 and not (command.name in ("new", "demo") and _there(root, whole)):
        return Outcome(KIND, name, "silent", f"again: exit {again.status}: {again.said[-400:]}")
    if command.ends and _files(root) != whole.files:
        return Outcome(KIND, name, "torn", f"again: {_unlike(_files(root), whole.files)[:5]}")
    if left := _left(root, temporary):
        return Outcome(KIND, name, "left over", f"files: {', '.join(left[:5])}")
    return Outcome(KIND, name, "held")


def _there(root: Path, whole: Undisturbed) -> bool:
    return not _unlike(_files(root), whole.files)


def _next_build(command: Command, root: Path, temporary: Path) -> Ended:
    started = Started.start(command.arguments, root, temporary)
    assert started.process.stdout is not None
    for line in started.process.stdout:
        if AT_REST in line:
            break
    return started.stop(signal.SIGTERM, 0.0, group=False)


def _torn(now: Files, before: Files, after: Files) -> list[str]:
    """Files that are neither as before nor as they are to be; folders of reports are one thing."""
    torn = [
        name for name, digest in now.items() if digest not in (before.get(name), after.get(name))
    ]
    for folder in ("outputs/ZZX/2021/", "again/ZZX/2021/"):
        found = _below(now, folder)
        if found not in (_below(before, folder), _below(after, folder)):
            torn.append(folder)
    missing = [name for name in before if name in after and name not in now]
    return torn + missing


def _below(files: Files, folder: str) -> Files:
    return {name: digest for name, digest in files.items() if name.startswith(folder)}


def _unlike(one: Files, other: Files) -> list[str]:
    return sorted(n for n in {*one, *other} if one.get(n) != other.get(n))


def _left(root: Path, temporary: Path) -> list[str]:
    """What stands aside, in the workspace, in the store, among the temporary files."""
    aside = [path for path in root.rglob(".*") if path.name not in (".wres", ".gitignore")]
    store = list((root / ".wres/unfinished").glob("*")) + list((root / ".wres/preview").glob("*"))
    return [str(path) for path in (*aside, *store, *temporary.iterdir())]
