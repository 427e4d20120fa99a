"""Material for the tests of what is made from the files of a memo."""

from __future__ import annotations

from dataclasses import replace

from briefgen.paper import house
from briefgen.paper.carried import MailAddress, Material
from briefgen.paper.house import HouseStyle
from briefgen.paper.memo import HeaderField, House, Memo, Reference
from briefgen.render import BASE, RENDERERS
from tests.memo_fixture import calm_memo, words

STYLE = house.load()
ANNA = MailAddress("Anna Olde", "anna@example.org")


def with_basis(memo: Memo) -> Memo:
    """The memo with the line of its header that says what it rests on."""
    basis = HeaderField(
        "Basis", (House("2 documents read: "), Reference("S1"), House(" Azure Post")), id="basis"
    )
    return replace(memo, header=(*(field for field in memo.header if field.label != "Basis"), basis))


def material(
    memo: Memo | None = None,
    *others: str,
    style: HouseStyle = STYLE,
    to: tuple[MailAddress, ...] = (),
    cc: tuple[MailAddress, ...] = (),
) -> Material:
    """The Word file of a memo and other formats of it, ready to be carried."""
    one = memo or with_basis(calm_memo())
    found = Material(one, words, style, {}, to, cc)
    for name in (BASE, *others):
        data = RENDERERS[name].render(one, words, style)
        found = found.carrying(name, data, RENDERERS[name].reopen(data).margins)
    return found
