"""Words of the house: nothing but what the house file, the calendar, the lists and the documents' heads give.

An invented sentence, name or day in words of the house is made of nothing known, and so found.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.paper.memo import House, Memo
from briefgen.verify.file_check import short
from briefgen.verify.grounds.marks import house_words_between
from briefgen.verify.grounds.record import Grounds
from briefgen.verify.grounds.vocabulary import Vocabulary
from briefgen.verify.texts import texts


def house_words_known(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Every word that is no source's is the house's, a day, a number, or a name that the documents give."""
    vocabulary = Vocabulary(memo, grounds)
    for one in texts(memo):
        for run in one.text:
            if isinstance(run, House) and not vocabulary.knows(one, run.text):
                what = f"these words are neither the house's nor a source's: {short(run.text)}"
                yield Problem(one.where, "words-invented", what)


def quotations_cited(memo: Memo, grounds: Grounds) -> Iterator[Problem]:
    """Between quotation marks of the house stand words of a source only. Titles and names of the list of
    sources are compared with their documents instead: they may hold marks of their own."""
    subjects = {one.subject for one in grounds.corpus.divergences}
    for one in texts(memo):
        if one.section == "sources" or one.field == "header":
            continue
        for words in house_words_between(one.text, subjects):
            what = f"words of no source stand between quotation marks: {short(words)}"
            yield Problem(one.where, "words-invented", what)


CHECKS = (house_words_known, quotations_cited)
