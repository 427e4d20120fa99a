"""What a shell completes with the Tab key: topics, formats, houses, lengths, layers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from briefgen.errors import UsageError

SHELLS = ("bash", "zsh", "fish")


def script(shell: str, name: str) -> str:
    """What the shell is to run for the command called `name`. Raises UsageError `shell-unknown`."""
    if shell not in SHELLS:
        message = f"There is no completion for “{shell}”."
        raise UsageError("shell-unknown", message, f"Choose from: {', '.join(SHELLS)}.")
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    text: str = get_completion_script(prog_name=name, complete_var=f"_{name.upper()}_COMPLETE", shell=shell)
    return text


def get_ready() -> None:
    """For a shell that asks: typer learns its shells only when it is to add options of its own for them."""
    from typer.completion import completion_init  # type: ignore[attr-defined]

    completion_init()


def shells(incomplete: str) -> list[str]:
    """The shells that are known."""
    return _begun(incomplete, SHELLS)


def topics(incomplete: str) -> list[str]:
    """Topic files, the user's first."""
    from briefgen.paper.house import topics_folder

    folders = (Path("templates", "topics"), topics_folder())
    return _begun(incomplete, (file.stem for folder in folders for file in sorted(folder.glob("*.toml"))))


def formats(incomplete: str) -> list[str]:
    """All formats of a memo."""
    from briefgen.render import CARRIERS, RENDERERS

    return _begun(incomplete, (*RENDERERS, *CARRIERS))


def houses(incomplete: str) -> list[str]:
    """Houses that are known by their names."""
    from briefgen.paper.house import topics_folder

    folders = (Path("templates"), topics_folder().parent)
    files = (file for folder in folders for file in sorted(folder.glob("*/house.toml")))
    return _begun(incomplete, (file.parent.name for file in files))


def lengths(incomplete: str) -> list[str]:
    """The lengths of a memo."""
    from briefgen.paper.house import Length

    return _begun(incomplete, get_args(Length))


def layers(incomplete: str) -> list[str]:
    """The layers of a document that can be shown."""
    from briefgen.show.wish import LAYERS

    return _begun(incomplete, LAYERS)


def _begun(incomplete: str, names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name.startswith(incomplete)]
