"""Templates of a house, filled in a sandbox; whatever they trip over is told with file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType

from briefgen.errors import BriefgenError

MOST = 50_000_000
"""Characters that a template may print: a full memo of thousands of rows with its evidence has a tenth."""
_AT_FAULT = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
"""What a template's own code can raise: it is a program of the office's."""


def filled(path: Path, values: Mapping[str, object]) -> str:
    """An HTML template with its values, each escaped. Raises BriefgenError `template-broken`."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return told(path, lambda: gathered(environment.from_string(read_template(path)).generate(values)))


def gathered(pieces: Iterable[str]) -> str:
    """What a template prints, piece by piece. Raises TemplateRuntimeError where it comes to no end."""
    from jinja2 import TemplateRuntimeError

    found: list[str] = []
    room = MOST
    for piece in pieces:
        found.append(piece)
        room -= len(piece)
        if room < 0:
            raise TemplateRuntimeError(f"it prints more than {MOST:,} characters")
    return "".join(found)


def told(path: Path, fill: Callable[[], str]) -> str:
    """What `fill` makes of the template in `path`; its faults become `template-broken` with their line."""
    from jinja2 import TemplateError

    try:
        return fill()
    except TemplateError as error:
        line = getattr(error, "lineno", None) or line_of(error.__traceback__)
        raise broken(path, line, error.message or error.__class__.__name__) from error
    except _AT_FAULT as error:
        line = line_of(error.__traceback__)
        # Only a template is nested deep enough for that.
        if line is None and not isinstance(error, RecursionError):
            raise
        raise broken(path, line, str(error)) from error


def read_template(path: Path) -> str:
    """The words of a template. Raises BriefgenError `template-broken`."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise broken(path, None, f"it can not be read as UTF-8 text ({error})") from error


def line_of(trace: TracebackType | None) -> int | None:
    """The template's line in a traceback; jinja2 runs a template given as text as "<template>"."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def broken(path: Path, line: int | None, why: str) -> BriefgenError:
    """The error for a template that can not be used."""
    place = f"{path}, line {line}" if line else f"{path}"
    return BriefgenError(
        "template-broken", f"{place}: {why}", "Correct the template; docs/template.md shows what it may use."
    )
