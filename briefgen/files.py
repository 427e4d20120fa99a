"""The files of a memo: drawn from it or made from other files, reopened, verified, and only then named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from typing import NamedTuple

from briefgen import output
from briefgen.errors import BriefgenError, Problem
from briefgen.output import Output
from briefgen.paper.carried import Material
from briefgen.paper.memo import Memo
from briefgen.refusal import ungrounded, unverified
from briefgen.render import BASE, CARRIERS, RENDERERS
from briefgen.request import Request
from briefgen.verify import verify
from briefgen.verify.grounds import Grounds, verify_memo


class Outputs(NamedTuple):
    """What became of the files of a memo."""

    files: tuple[Output, ...]
    """In the order in which their formats were asked for."""
    lost: tuple[BriefgenError, ...]
    """Why files are missing that are made from others."""


def get_ready(formats: Sequence[str]) -> None:
    """Raises BriefgenError when this machine lacks what a format takes, such as `office-missing`."""
    for name in formats:
        if name in CARRIERS:
            CARRIERS[name].ready()


def write(request: Request, memo: Memo, grounds: Grounds) -> Outputs:
    """Verify the memo against its sources, render, reopen and verify every format; only then do the files get
    their names. What is made from others and fails costs no other."""
    if wrong := verify_memo(memo, grounds):
        raise ungrounded(memo.topic, wrong)
    words, style = grounds.corpus.text, grounds.style
    material = Material(memo, words, style, {}, request.to_mail, request.cc_mail)
    written: dict[str, Output] = {}
    lost: list[BriefgenError] = []

    def draft(name: str, data: bytes) -> bytes:
        """The file as it lies on the disk, where it is asked for."""
        if name not in request.formats:
            return data
        maker = RENDERERS.get(name) or CARRIERS[name]
        target = request.out / f"{memo.topic}.{maker.suffix}"
        written[name] = drafts.enter_context(output.beside(target, data, maker.sealed))
        return written[name].path.read_bytes()

    with ExitStack() as drafts:
        for name in rendered(request.formats):
            material = drawn(name, material, partial(draft, name))
        for name in (name for name in CARRIERS if name in request.formats):
            try:
                data = carried(name, material)
            except BriefgenError as failure:
                lost.append(failure)
                continue
            material = material.carrying(CARRIERS[name].suffix, draft(name, data))
    return Outputs(tuple(written[name] for name in request.formats if name in written), tuple(lost))


def rendered(formats: Sequence[str]) -> tuple[str, ...]:
    """The formats that are drawn from the memo, with the one that all others are made from."""
    base = [BASE] if any(name in CARRIERS for name in formats) else []
    return tuple(name for name in dict.fromkeys((*base, *formats)) if name not in CARRIERS)


def drawn(name: str, material: Material, draft: Callable[[bytes], bytes]) -> Material:
    """The material with the file of one format, reopened from where `draft` put it, and verified."""
    renderer, memo = RENDERERS[name], material.memo
    data = draft(renderer.render(memo, material.words, material.style))
    read = renderer.reopen(data)
    wrong = verify(memo, read, material.words, material.style)
    if renderer.sealed(data) is False:
        wrong = (*wrong, Problem(name, "seal-broken", "the file is not the one that was drawn"))
    if wrong:
        raise unverified(f"{memo.topic}.{renderer.suffix}", wrong)
    return material.carrying(renderer.suffix, data, read.margins)


def carried(name: str, material: Material) -> bytes:
    """A file that is made from those of the memo, reopened and verified. Raises BriefgenError."""
    from briefgen.verify.carried import verify_carried

    carrier = CARRIERS[name]
    data = carrier.make(material)
    if wrong := verify_carried(material, carrier.reopen(data)):
        raise unverified(f"{material.memo.topic}.{carrier.suffix}", wrong)
    return data
