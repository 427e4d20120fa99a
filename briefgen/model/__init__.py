"""The records that the stages hand to each other. All frozen; text is never changed, only pointed at.

    source      Span, Source: the immutable text and the way into it; Omission: what is not in it
    metadata    Block, Fact, DocumentDate, Flag, Metadata: what is known about a document
    words       Token, Tokens, Quotation: words and quoted stretches
    by_place    ByPlace: what was found, asked for by place
    findings    Turn, Sentence, Name, DateMention, Speaker, Quote, Relation, Issue: what annotators find
    corpus      Document, Corpus and what links documents
    selection   Evidence, Selection: what a corpus holds for a topic
    archive     Archive: what else a folder of many documents holds

A stage adds one layer to a `Document`; it never edits another layer. Offsets are code points of
`Source.text`, which is the file decoded with its line ends as they are.
"""

from briefgen.model.archive import MANY, Archive
from briefgen.model.by_place import ByPlace
from briefgen.model.corpus import (
    Corpus,
    Divergence,
    Document,
    Kinship,
    OriginKind,
    Pair,
)
from briefgen.model.findings import (
    ActorKind,
    DateMention,
    Granularity,
    Issue,
    IssueKind,
    Name,
    Quote,
    QuoteKind,
    Relation,
    RelationKind,
    Sentence,
    Speaker,
    Turn,
    TurnKind,
)
from briefgen.model.metadata import (
    CITABLE,
    KEPT,
    PROSE,
    SIGNED,
    Block,
    DocumentDate,
    DocumentGenre,
    Fact,
    Flag,
    FlagKind,
    Genre,
    Label,
    Metadata,
    Status,
)
from briefgen.model.selection import (
    Alias,
    Considered,
    Evidence,
    ForeignText,
    NamedOften,
    Selection,
)
from briefgen.model.source import META_KEYS, Omission, OmissionKind, Source, Span
from briefgen.model.words import NO_TOKENS, Quotation, Token, Tokens

__all__ = [
    "CITABLE",
    "KEPT",
    "MANY",
    "META_KEYS",
    "NO_TOKENS",
    "PROSE",
    "SIGNED",
    "ActorKind",
    "Alias",
    "Archive",
    "Block",
    "ByPlace",
    "Considered",
    "Corpus",
    "DateMention",
    "Divergence",
    "Document",
    "DocumentDate",
    "DocumentGenre",
    "Evidence",
    "Fact",
    "Flag",
    "FlagKind",
    "ForeignText",
    "Genre",
    "Granularity",
    "Issue",
    "IssueKind",
    "Kinship",
    "Label",
    "Metadata",
    "Name",
    "NamedOften",
    "Omission",
    "OmissionKind",
    "OriginKind",
    "Pair",
    "Quotation",
    "Quote",
    "QuoteKind",
    "Relation",
    "RelationKind",
    "Selection",
    "Sentence",
    "Source",
    "Span",
    "Speaker",
    "Status",
    "Token",
    "Tokens",
    "Turn",
    "TurnKind",
]
