"""LibreOffice, where it is installed: a Word file in, a PDF out.

It runs without a window, in a profile of its own that is thrown away, so that neither an open LibreOffice nor
a second run disturbs it, with macros, Java, updates and links switched off and a proxy that leads nowhere.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import IO
from xml.sax.saxutils import quoteattr

from briefgen.errors import BriefgenError
from briefgen.stopping import held

SECONDS = 120
"""In which a memo must be converted; one of twenty pages takes two, a first start on a slow disk twenty."""
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
"""Where the installers put it without naming it on the path."""
_FILTER = {"UseTaggedPDF": True, "ExportBookmarks": True, "ExportNotes": False, "InitialView": 1}
"""Of the export: what is a heading, a list and a table is said; headings are bookmarks, shown beside."""
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", 3),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", True),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", True),
    ("Office.Common/Security/Scripting", "DisableActiveContent", True),
    ("Office.Common/Misc", "CrashReport", False),
    ("Office.Common/Misc", "FirstRun", False),
    ("Office.Common/Save/Document", "AutoSave", False),
    ("Office.Writer/Content/Update", "Link", 2),
    ("Office.Writer/Content/Update", "Field", False),
    ("Office.Java/VirtualMachine", "Enable", False),
    ("Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", False),
    ("Setup/Office", "ooSetupInstCompleted", True),
    ("Inet/Settings", "ooInetProxyType", 2),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", 9),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", 9),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", 9),
    ("Inet/Settings", "ooInetNoProxy", ""),
)
"""Path, name and value of settings below "org.openoffice". Port 9 discards what is sent there; versions pass
over what they do not know."""


def program() -> str:
    """Where LibreOffice is. Raises BriefgenError `office-missing`, with how to get it."""
    named = filter(_installed, filter(None, map(shutil.which, _NAMES)))
    usual = (str(path) for path in map(Path.expanduser, map(Path, _PLACES)) if path.is_file())
    found = next(chain(named, usual), None)
    if found is None:
        raise BriefgenError(
            "office-missing",
            "A PDF is made by LibreOffice, which was not found on this machine.",
            "Debian and Ubuntu: apt install libreoffice-writer-nogui; else get it from www.libreoffice.org. "
            "Or leave --format pdf out and save the Word file as PDF.",
        )
    return found


def _installed(found: str) -> bool:
    """Whether a program stands in a folder of programs: Windows looks into the current folder first, and one
    that came with somebody's documents is not started."""
    return Path(found).is_absolute() and Path(found).parent.resolve() != Path.cwd().resolve()


def converted(word: bytes, epoch: int = 0) -> bytes:
    """The PDF of a Word file; `epoch`: seconds since 1970 that a version which asks for them gives as its
    day. Raises BriefgenError `office-missing`, `office-slow`, `office-failed`."""
    command = program()
    with tempfile.TemporaryDirectory(prefix="briefgen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "memo.docx", folder / "out" / "memo.pdf"
        source.write_bytes(word)
        _write_profile(folder / "profile")
        said = _run([command, *_arguments(folder, source, target.parent)], folder, epoch)
        if not target.is_file() or not target.stat().st_size:
            last = said.strip().splitlines()[-1:] or ["it said nothing"]
            raise BriefgenError(
                "office-failed",
                f"LibreOffice made no PDF of the memo ({last[0][:200]}).",
                "Open the Word file in LibreOffice and export it there; if that works, please report this.",
            )
        return target.read_bytes()


def _arguments(folder: Path, source: Path, out: Path) -> Iterator[str]:
    options = {
        key: {"type": "boolean" if isinstance(value, bool) else "long", "value": str(value).lower()}
        for key, value in _FILTER.items()
    }
    yield f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    yield from ("--headless", "--invisible", "--nologo", "--nodefault", "--norestore", "--nolockcheck")
    yield from ("--nofirststartwizard", "--convert-to", f"pdf:writer_pdf_Export:{json.dumps(options)}")
    yield from ("--outdir", str(out), str(source))


def _write_profile(folder: Path) -> None:
    """The settings, as LibreOffice keeps those of a user."""
    items = "".join(_item(*setting) for setting in _SETTINGS)
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _item(path: str, name: str, value: object) -> str:
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    whole = quoteattr(f"/org.openoffice.{path}")
    return (
        f'<item oor:path={whole}><prop oor:name="{name}" oor:op="fuse"><value>{shown}</value></prop></item>\n'
    )


def _run(command: list[str], folder: Path, epoch: int) -> str:
    """What the program says; it is stopped with all its children when it takes too long."""
    with (folder / "said.txt").open("w+b") as said:
        child = None
        try:
            with held():  # a signal while it starts would leave it running
                child = _started(command, said, folder, epoch)
            child.wait(SECONDS)
        except BaseException as end:  # Ctrl-C above all
            if child:
                _stop(child)
            if not isinstance(end, subprocess.TimeoutExpired):
                raise
            raise BriefgenError(
                "office-slow",
                f"LibreOffice made no PDF within {SECONDS} seconds and was stopped.",
                "Run the command again; if it happens twice, export the Word file in LibreOffice.",
            ) from None
        said.seek(0)
        return said.read().decode("utf-8", "replace")


def _started(command: list[str], said: IO[bytes], folder: Path, epoch: int) -> subprocess.Popen[bytes]:
    """The program, in a session of its own. Raises `office-failed`."""
    try:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, cwd=folder,
            env=_environment(folder, epoch), start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise BriefgenError(
            "office-failed",
            f"LibreOffice ({command[0]}) can not be started: {error.strerror}.",
            "Start it by hand to see what is wrong with it, or install it again.",
        ) from error


def _environment(folder: Path, epoch: int) -> dict[str, str]:
    """The user's environment, where the fonts are found, without what would show a window or call out."""
    proxies = {name for name in os.environ if name.lower().endswith("_proxy")}
    kept = {name: value for name, value in os.environ.items() if name not in proxies}
    temporary = {name: str(folder) for name in ("TMPDIR", "TEMP", "TMP")}
    return {**kept, **temporary, "SAL_USE_VCLPLUGIN": "svp", "SOURCE_DATE_EPOCH": str(epoch), "TZ": "UTC"}


def _stop(child: subprocess.Popen[bytes]) -> None:
    """End the program with what it has started; it starts another that does the work."""
    with suppress(OSError):
        if sys.platform == "win32":
            end = ["taskkill", "/T", "/F", "/PID", str(child.pid)]
            subprocess.run(end, capture_output=True, check=False)
        else:
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
