"""The files of a memo: drawn from it or made from other files, reopened, verified, and only then named."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from briefgen import output
from briefgen.drafts import drafts
from briefgen.errors import BriefgenError, Problem
from briefgen.fences import lost_format
from briefgen.output import Output
from briefgen.paper.carried import Material
from briefgen.paper.memo import Memo
from briefgen.paper.reopened import Reopened
from briefgen.refusal import ungrounded, unverified
from briefgen.render import BASE, CARRIERS, RENDERERS, Carrier, Renderer
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
        written[name] = found.add(target(request, memo.topic, name), data, maker(name).sealed)
        return written[name].path.read_bytes()

    with drafts(request.out) as found:
        for name in rendered(request.formats):
            material = drawn(name, material, partial(draft, name))
        for name in (name for name in CARRIERS if name in request.formats):
            try:
                data = carried(name, material)
            except BriefgenError as failure:
                lost.append(failure)
                continue
            except Exception as fault:  # a fault of ours costs this file only
                lost.append(lost_format(memo.topic, name, fault))
                continue
            material = material.carrying(CARRIERS[name].suffix, draft(name, data))
    return Outputs(tuple(written[name] for name in request.formats if name in written), tuple(lost))


def maker(name: str) -> Renderer | Carrier:
    """What makes the files of a format."""
    return RENDERERS.get(name) or CARRIERS[name]


def target(request: Request, topic: str, name: str) -> Path:
    """The name that a memo on a topic has in a format, unless somebody edited what has it."""
    return request.out / f"{topic}.{maker(name).suffix}"


def refuse(request: Request, topic: str) -> None:
    """Raises `out-unwritable` when a name that the memo would get belongs to what is no file."""
    for name in request.formats:
        output.refuse(target(request, topic, name))


def rendered(formats: Sequence[str]) -> tuple[str, ...]:
    """The formats that are drawn from the memo, with the one that all others are made from."""
    base = [BASE] if any(name in CARRIERS for name in formats) else []
    return tuple(name for name in dict.fromkeys((*base, *formats)) if name not in CARRIERS)


def drawn(name: str, material: Material, draft: Callable[[bytes], bytes]) -> Material:
    """The material with the file of one format, reopened from where `draft` put it, and verified."""
    renderer, memo = RENDERERS[name], material.memo
    data = draft(renderer.render(memo, material.words, material.style))
    read = reopened(name, material, data)
    wrong = verify(memo, read, material.words, material.style)
    if renderer.sealed(data) is False:
        wrong = (*wrong, Problem(name, "seal-broken", "the file is not the one that was drawn"))
    if wrong:
        raise unverified(f"{memo.topic}.{renderer.suffix}", wrong)
    return material.carrying(renderer.suffix, data, read.margins)


def reopened(name: str, material: Material, data: bytes) -> Reopened:
    """A file read back. Raises BriefgenError where it can not be: then it is none of ours."""
    try:
        return RENDERERS[name].reopen(data)
    except (ValueError, LookupError, SyntaxError, zipfile.BadZipFile) as error:
        told = Problem(name, "file-unsound", f"it can not be read back ({error.__class__.__name__})")
        raise unverified(f"{material.memo.topic}.{RENDERERS[name].suffix}", (told,)) from error


def carried(name: str, material: Material) -> bytes:
    """A file that is made from those of the memo, reopened and verified. Raises BriefgenError."""
    from briefgen.verify.carried import verify_carried

    carrier = CARRIERS[name]
    data = carrier.make(material)
    if wrong := verify_carried(material, carrier.reopen(data)):
        raise unverified(f"{material.memo.topic}.{carrier.suffix}", wrong)
    return data
