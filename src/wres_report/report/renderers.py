"""The common face of the two renderers: Quarto, and the embedded one that needs no Quarto."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wres_report.formats import RENDERED
from wres_report.words import listed

from . import embedded, quarto
from .errors import RenderError
from .quarto import QuartoInstall, find_quarto

__all__ = [
    "QuartoInstall",
    "RenderError",
    "RenderReport",
    "choose",
    "find_quarto",
    "render",
]

# The packages of the embedded renderer whose version can change a document; two hold typefaces.
EMBEDDED = ("pypandoc_binary", "typst", "lxml", "font-source-sans-pro", "matplotlib")


@dataclass(frozen=True)
class RenderReport:
    """What was rendered, and by what.

    ``renderer`` is ``quarto`` or ``embedded``; ``version`` names the programs with their versions;
    ``files`` maps each format to the file written.
    """

    renderer: str
    version: str
    files: dict[str, Path]


def choose(renderer: str = "auto") -> tuple[str, QuartoInstall | None]:
    """The renderer to use: ``auto`` takes Quarto where a fitting one is found or named.

    Raises
    ------
    RenderError
        where Quarto is asked for or named in ``QUARTO``, and missing or too old; or where the
        name of the renderer is unknown.
    """
    if renderer == "embedded":
        return "embedded", None
    if renderer not in {"auto", "quarto"}:
        raise RenderError(
            f"There is no renderer called {renderer}.", todo="choose auto, quarto or embedded"
        )
    install = find_quarto()
    if install is None or not install.fits:
        # A Quarto that somebody has named is meant; without one, any that fits will do.
        if renderer == "auto" and not quarto.named_quarto():
            return "embedded", None
        raise quarto.missing(install)
    return "quarto", install


def identify(renderer: str = "auto") -> tuple[str, str]:
    """The renderer to use and its version, told without starting a program where that can be.

    Raises
    ------
    RenderError
        as ``choose`` does.
    """
    from importlib.metadata import version

    name, install = choose(renderer)
    if install is not None:
        return name, install.version
    return name, ", ".join(f"{package} {version(package)}" for package in EMBEDDED)


def render(
    project: Path, formats: Sequence[str], out: Path, *, renderer: str = "auto", epoch: int,
    side_by_side: bool = True,
) -> RenderReport:  # fmt: skip
    """Render the staged project into ``out``; the project itself is never written to.

    Parameters
    ----------
    project
        The staged Quarto project, with ``index.qmd`` and ``_quarto.yml``.
    formats
        Any of ``RENDERED``: ``html``, ``pdf``, ``docx``, ``pptx``.
    out
        A folder; it is made where it does not exist.
    side_by_side
        Whether the embedded renderer may write the formats at the same time.
    epoch
        Seconds since 1970 that stand in the files as their date. Equal projects and equal epochs
        give equal bytes.

    Raises
    ------
    RenderError
        with a message for the person who wrote the report.
    """
    unknown = [name for name in formats if name not in RENDERED]
    if unknown:
        raise RenderError(
            f"There is no format called {unknown[0]}.", todo=f"choose from {listed([*RENDERED])}"
        )
    if not (project / "index.qmd").is_file():
        raise RenderError(
            "There is no staged report here.",
            where=project.name,
            todo="build it first with wres build",
        )
    wanted = [name for name in RENDERED if name in formats]
    out.mkdir(parents=True, exist_ok=True)
    targets = {name: out / RENDERED[name] for name in wanted}
    chosen, install = choose(renderer)
    if install is not None:
        quarto.render(project, wanted, targets, epoch, install)
        version = f"quarto {install.version}"
    else:
        embedded.render(project, wanted, targets, epoch, side_by_side=side_by_side)
        version = embedded.version()
    return RenderReport(chosen, version, targets)
