"""What a call makes a memo from and with."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen import __version__
from briefgen.model import Corpus
from briefgen.paper.house import HouseStyle
from briefgen.paper.provenance import HashedFile, Provenance, house_files, of_words, together
from briefgen.request import Request
from briefgen.topic import Topic


def provenance_of(request: Request, one: Topic, corpus: Corpus, style: HouseStyle) -> Provenance:
    """The provenance of a memo on one topic. Raises OSError when a file of the house is gone."""
    read = corpus.read
    words = f"{one.slug}.toml" if one.sha256 else one.title
    return Provenance(
        f"briefgen {__version__}",
        HashedFile(words, one.sha256 or of_words(one.title)),
        house_files(style),
        HashedFile(str(len(read)), together(read)),
        tuple(options(request)),
        request.made,
    )


def options(request: Request) -> Iterator[str]:
    """What the command was told that changes the memo; what its header prints is only named."""
    if request.length != "standard":
        yield f"--length {request.length}"
    if request.actor:
        yield f"--actor {request.actor}"
    if request.as_of:
        yield f"--as-of {request.as_of.isoformat()}"
    if request.marking is not None:
        yield "--marking"
    yield from (f"--{name}" for name, _ in request.filled)
