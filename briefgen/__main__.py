"""`python -m briefgen` is the command, and so is the script `briefgen`.

What must be so before anything else is imported is done here: that takes most of a short run.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from briefgen.garbage import collect_seldom
from briefgen.stopping import Stop, ignore, listen


def main() -> None:
    """Run the command and leave with its exit code. A signal ends it with a word, and nothing is left behind
    of what it was making."""
    try:
        listen()
        fill_streams()
        collect_seldom()
        from briefgen.cli import main as command

        command()
    except Stop as stop:
        ignore()
        with suppress(OSError, AttributeError):  # a standard error that is closed, or full
            sys.stderr.write("error: Stopped; no file was left half-written. [stopped]\n")
            sys.stderr.flush()
        sys.exit(stop.exit_code)
    finally:
        ignore()


def fill_streams() -> None:
    """Put the null device in the place of standard streams that are closed: else the next file that is
    opened, a memo, would be one of them."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


if __name__ == "__main__":
    main()
