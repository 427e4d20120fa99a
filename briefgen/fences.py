"""Fences: what a fault of the program costs, and how it is told.

    in an annotator                   that layer of that document
    in reading, cleaning, describing  that document
    in linking                        the links: every document stands alone
    on the way of one topic           that topic's memo
    in the evidence of a memo         its evidence page; in a file made from others, that file
    in what is said of a memo         that remark

A fault is an exception that nobody meant to raise. A BriefgenError (a broken house, a broken word list) is
none and passes every fence as what it is; so does Ctrl-C.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from briefgen.errors import BriefgenError, Fault, Problem
from briefgen.model import Corpus, Document, Flag, Metadata, Source

FAULTS = frozenset({"document-failed", "layer-failed", "links-failed", "remark-failed", "row-unverified"})
"""Problems by which something was lost through a fault of ours; a memo written all the same ends with 5."""
PACKAGE = Path(__file__).resolve().parent

Found = TypeVar("Found")
Lost = TypeVar("Lost")
Problems = tuple[Problem, ...]


def fenced(work: Callable[[], Found], lost: Callable[[Exception], Lost]) -> Found | Lost:
    """What `work` gives; when it meets a fault of ours, what `lost` makes of that."""
    try:
        return work()
    except BriefgenError:
        raise
    except Exception as fault:  # whatever it is, it must not cost more than what lies inside the fence
        return lost(fault)


def lost_layer(document: Document, layer: str, fault: Exception) -> tuple[Document, Problems]:
    """The document as it was before the annotator of `layer`, marked as incomplete."""
    meta = replace(document.meta, flags=(*document.meta.flags, Flag("layer-failed", None, layer)))
    message = f"The {layer} could not be found, by a fault of briefgen; please report it ({told(fault)})."
    return replace(document, meta=meta), (
        Problem(document.source.file, "layer-failed", message, fault=fault_of(fault)),
    )


def lost_document(source: Source, fault: Exception) -> tuple[Document, Problems]:
    """A document of which only the file is known, marked as not read."""
    message = f"The document could not be read, by a fault of briefgen; please report it ({told(fault)})."
    document = Document(source, meta=Metadata(flags=(Flag("document-failed"),)))
    return document, (Problem(source.file, "document-failed", message, fault=fault_of(fault)),)


def lost_file(name: str, fault: Exception) -> tuple[tuple[()], Problems]:
    """No document of the file called `name`."""
    message = f"The file could not be read, by a fault of briefgen; please report it ({told(fault)})."
    return (), (Problem(name, "document-failed", message, fault=fault_of(fault)),)


def lost_links(documents: tuple[Document, ...], fault: Exception) -> tuple[Corpus, Problems]:
    """The documents without what links them."""
    message = (
        "Documents could not be compared with one another, by a fault of briefgen; please report it "
        f"({told(fault)})."
    )
    return Corpus(documents), (Problem("all documents", "links-failed", message, fault=fault_of(fault)),)


def lost_topic(slug: str, fault: Exception) -> BriefgenError:
    """Why there is no memo on a topic."""
    message = f"briefgen met a fault of its own on “{slug}” ({told(fault)}), so it has no memo."
    return _error("topic-failed", message, fault)


def lost_format(slug: str, name: str, fault: Exception) -> BriefgenError:
    """Why a memo is not there in one of its formats."""
    message = f"briefgen met a fault of its own on “{slug}” as {name} ({told(fault)}); that file is missing."
    return _error("format-failed", message, fault)


def lost_remark(slug: str, fault: Exception) -> Problems:
    """That something is not told which would be told of a memo, or of a run."""
    message = f"Not all could be told, by a fault of briefgen ({told(fault)}). What was written is whole."
    return (Problem(slug, "remark-failed", message, fault=fault_of(fault)),)


def unforeseen(fault: Exception) -> BriefgenError:
    """A fault of the program as a message, with the place in the code that a report needs."""
    message = f"briefgen met a fault of its own ({told(fault)}) and wrote nothing more."
    return _error("internal-fault", message, fault)


def _error(slug: str, message: str, fault: Exception) -> BriefgenError:
    error = BriefgenError(slug, message, "Please report it with the lines below.")
    error.fault = fault_of(fault)
    return error


_DATALESS = (
    ArithmeticError, AssertionError, AttributeError, IndexError, MemoryError, NameError, RecursionError,
    TypeError, ZeroDivisionError,
)  # fmt: skip
"""Exceptions whose messages Python itself words, without what is in the data; a KeyError names the key."""
_MOST_PLACES = 8
"""Of a fault in a recursion, hundreds would say no more."""


def fault_of(fault: Exception) -> Fault:
    """A fault as it is reported."""
    frames = [one for one in traceback.extract_tb(fault.__traceback__) if _in_package(one)]
    places = tuple(f"{_place(one)}, {one.name}" for one in reversed(frames))[:_MOST_PLACES]
    # Twenty calls at each end are enough, also of a recursion without end.
    trace = "".join(traceback.format_exception(fault, limit=-20))
    return Fault(_kind(fault), places, trace)


def told(fault: Exception) -> str:
    """A fault with the place a report needs: "IndexError: list index out of range; compose/context.py, line
    112"."""
    frame = own_frame(fault) or traceback.extract_tb(fault.__traceback__)[-1]
    return f"{_kind(fault)}; {_place(frame)}"


def _kind(fault: Exception) -> str:
    """The type of a fault, with its message where that holds no data."""
    name = type(fault).__name__
    return f"{name}: {fault}" if type(fault) in _DATALESS and str(fault) else name


def _place(frame: traceback.FrameSummary) -> str:
    """ "compose/context.py, line 112"; of what is not ours the name of the file alone."""
    path = Path(frame.filename)
    shown = path.relative_to(PACKAGE).as_posix() if _in_package(frame) else path.name
    return f"{shown}, line {frame.lineno}"


def _in_package(frame: traceback.FrameSummary) -> bool:
    return PACKAGE in Path(frame.filename).parents


def ours(fault: Exception) -> bool:
    """Whether a line of this program raised it, and no library."""
    return own_frame(fault) == traceback.extract_tb(fault.__traceback__)[-1]


def own_frame(fault: Exception) -> traceback.FrameSummary | None:
    """The last place in this program that a fault came through."""
    frames = traceback.extract_tb(fault.__traceback__)
    return next((one for one in reversed(frames) if _in_package(one)), None)
