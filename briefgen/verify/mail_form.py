"""The form of a mail: it has the elements, styles, parts and headers that it must have, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import zip_longest

from briefgen.errors import Problem
from briefgen.paper.carried import Material, ReopenedMail
from briefgen.paper.mail_form import (
    BODY,
    BOUNDARY,
    DOCTYPE,
    ENCODING,
    HEAD,
    HTML,
    HTML_TYPE,
    LIST,
    METAS,
    PARAGRAPHS,
    PLAIN_TYPE,
    TITLE,
    TONES,
    Kind,
    attached_type,
)  # fmt: skip
from briefgen.paper.printed import folded
from briefgen.verify.file_check import short

Headers = Sequence[tuple[str, str]]


def check_form(material: Material, read: ReopenedMail, kinds: Sequence[Kind]) -> Iterator[Problem]:
    """Everything in which a mail departs from the form; `kinds`: of its paragraphs, in order."""
    if folded(read.title) != folded(material.memo.title):
        yield _broken(f"the title of the body in HTML is {short(read.title)}")
    yield from _markup(material, _without_tones(read.markup), kinds)
    yield from _parts(material, read.parts)


def _broken(what: str) -> Problem:
    return Problem("the mail", "mail-broken", what)


def _without_tones(markup: Sequence[str]) -> list[str]:
    """The tags without those around words in a paragraph, where nothing stands between the two."""
    ends = {form.start: form.end for form in TONES.values()}
    kept, at = [], 0
    while at < len(markup):
        pair = ends.get(markup[at]) in markup[at + 1 : at + 2]
        kept += [] if pair else [markup[at]]
        at += 2 if pair else 1
    return kept


def _markup(material: Material, found: Sequence[str], kinds: Sequence[Kind]) -> Iterator[Problem]:
    for wanted, there in zip_longest(_page(material, kinds), found, fillvalue="nothing"):
        if wanted != there:
            yield _broken(f"the body in HTML has {short(there)} where {short(wanted)} must stand")
            return


def _page(material: Material, kinds: Sequence[Kind]) -> Iterator[str]:
    """All tags of the body but those around words in a paragraph."""
    yield from (DOCTYPE, HTML.start.format(language=escape(material.memo.language)), HEAD.start, *METAS)
    yield from (*TITLE, HEAD.end, BODY.start)
    before: Kind | None = None
    for kind in (*kinds, None):
        if "line" in (before, kind) and before != kind:
            yield LIST.start if kind == "line" else LIST.end
        yield from PARAGRAPHS[kind] if kind else ()
        before = kind
    yield from (BODY.end, HTML.end)


def _parts(material: Material, found: Sequence[Headers]) -> Iterator[Problem]:
    told = [tuple(map(_without_figures, headers)) for headers in found]
    for wanted, there in zip_longest(_wanted_parts(material.attachments), told):
        if wanted != there:
            yield _broken(f"a part has the headers {short(str(there))} and not {short(str(wanted))}")
            return


def _without_figures(header: tuple[str, str]) -> tuple[str, str]:
    """A header without the figures that divide the parts."""
    name, value = header
    held = BOUNDARY.fullmatch(value)
    return (name, f"multipart/{held[1]}") if held else header


def _wanted_parts(attachments: Mapping[str, bytes]) -> Iterator[Headers]:
    encoded = ("Content-Transfer-Encoding", ENCODING)
    yield (("MIME-Version", "1.0"), ("Content-Type", "multipart/mixed"))
    yield (("Content-Type", "multipart/alternative"),)
    yield from ((("Content-Type", kind), encoded) for kind in (PLAIN_TYPE, HTML_TYPE))
    for name in attachments:
        yield (
            ("Content-Type", f'{attached_type(name)}; name="{name}"'),
            encoded,
            ("Content-Disposition", f'attachment; filename="{name}"'),
        )
