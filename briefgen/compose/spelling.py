"""How the names of speakers are printed: one in capitals as the folder writes it elsewhere, else cased."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefgen.english.name_case import cased, is_shouted, key
from briefgen.model import Corpus, Document, Span
from briefgen.paper.memo import Cited, House, Text


def spellings(documents: Iterable[Document]) -> Mapping[str, Span]:
    """Full names that are not in capitals, by `key`, each where it stands first."""
    found: dict[str, Span] = {}
    for document in documents:
        for name in document.names:
            words = document.text(name.span)
            if name.kind == "person" and " " in words and not words.isupper():
                found.setdefault(key(words), name.span)
    return found


def printed(corpus: Corpus, spelt: Mapping[str, Span], name: Span, *, person: bool = False) -> Text:
    """The name of a speaker as it is printed; only that of a person in capitals is another than its words.

    `spelt`: the `spellings` of the folder.
    """
    words = corpus.text(name)
    if not is_shouted(words, person=person):
        return (Cited(name),)
    known = spelt.get(key(words))
    return (Cited(known),) if known else (House(cased(words)),)
