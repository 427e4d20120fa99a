"""Bodies that no table lists and a document introduces itself: "the Wind Power Agency (WPA)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.english import gazetteer
from briefgen.english.gazetteer import Entry, Form
from briefgen.english.other_names import bodies
from briefgen.english.tokens import fold, words_of


def introduced(text: str) -> Mapping[str, Sequence[Form]]:
    """First word, case folded, to names and abbreviations of bodies that a text introduces, longest first.

    Their key is the name, as it is the same in every document.
    """
    found: dict[str, list[Form]] = {}
    for pair in bodies(text):
        if gazetteer.lookup(pair.full):
            continue
        entry = Entry("organisation", pair.full, pair.full, type="introduced")
        for form in (pair.full, pair.short):
            words = words_of(form)
            folded = tuple(map(fold, words))
            if not gazetteer.lookup(form) and all(one.folded != folded for one in found.get(folded[0], ())):
                found.setdefault(folded[0], []).append(Form(words, folded, entry))
    for forms in found.values():
        forms.sort(key=lambda form: -len(form.words))
    return found
