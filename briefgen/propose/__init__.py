"""What a folder is about: actors, matters, occasions; and a topic file to start from.

What stands in two documents recurs; in a folder of one or two documents what is said twice does. Documents
that copy another one are not counted.
"""

from __future__ import annotations

from briefgen.model import Corpus
from briefgen.propose.actors import actors, speakers
from briefgen.propose.matters import matters, words
from briefgen.propose.occasions import occasions
from briefgen.propose.proposal import Proposal, Recurring
from briefgen.propose.topic_file import slug, topic_file

__all__ = ["Proposal", "Recurring", "propose", "slug", "topic_file"]

FEW = 2
"""Documents in which nothing can be asked to recur."""


def propose(corpus: Corpus) -> Proposal:
    """What the documents of a corpus are about."""
    own = [d for d in corpus.documents if corpus.kinship(d.source.id).origin == d.source.id and d.blocks]
    least = 1 if len(own) <= FEW else 2
    return Proposal(
        tuple((document.source.id, document.source.file) for document in own),
        actors(own, least),
        speakers(own, 1),
        matters(own, least),
        words(own, least),
        occasions(own),
    )
