"""Addresses of the command: what is wrong is told, and never becomes a header of its own."""

from __future__ import annotations

import pytest

from briefgen.errors import UsageError
from briefgen.mail_addresses import addresses
from briefgen.paper.carried import MailAddress

RIGHT = {
    "anna@example.org": [("", "anna@example.org")],
    "Anna Olde <anna@example.org>": [("Anna Olde", "anna@example.org")],
    " <anna@example.org> ": [("", "anna@example.org")],
    '"Olde, Anna" <anna@example.org>': [("Olde, Anna", "anna@example.org")],
    r'"Anna \"Ann\" Olde" <anna@example.org>': [('Anna "Ann" Olde', "anna@example.org")],
    "a@example.org, Otto <o@example.org>; c@example.org": [
        ("", "a@example.org"),
        ("Otto", "o@example.org"),
        ("", "c@example.org"),
    ],
    "Änne Ölde <a@bücher.example>": [("Änne Ölde", "a@xn--bcher-kva.example")],
    "o'brien+memo@mail.example.org": [("", "o'brien+memo@mail.example.org")],
    "a@example.org, A@EXAMPLE.org": [("", "a@example.org")],
    "registry@localhost": [("", "registry@localhost")],
}


@pytest.mark.parametrize("words", RIGHT)
def test_addresses_are_read_as_officers_write_them(words: str) -> None:
    assert addresses("--to-mail", [words]) == tuple(MailAddress(*one) for one in RIGHT[words])


def test_an_option_may_be_repeated_and_each_address_stands_once() -> None:
    found = addresses("--cc-mail", ["a@example.org", "B <b@example.org>", "Other <a@example.org>"])
    assert [one.address for one in found] == ["a@example.org", "b@example.org"]
    assert addresses("--cc-mail", []) == ()


def test_addresses_may_be_as_long_as_servers_take_them() -> None:
    local, rest = "a" * 64, ".".join(["b" * 60] * 3)
    longest = f"{local}@{rest}.{'c' * (254 - len(local) - len(rest) - 2)}"
    assert addresses("--to-mail", [longest])[0].address == longest
    for longer in (f"{longest}c", f"a{longest[:-1]}"):
        with pytest.raises(UsageError):
            addresses("--to-mail", [longer])


WRONG = {
    "anna": "no address with an @",
    "": "is empty",
    " , ; ": "is empty",
    "Olde, Anna <anna@example.org>": "“Olde”",
    "@example.org": "before the @",
    "anna@": "no domain",
    "anna olde@example.org": "before the @",
    "anna@@example.org": "before the @",
    "änna@example.org": "before the @",
    '"anna olde"@example.org': "before the @",
    ".anna@example.org": "before the @",
    "anna@exam_ple.org": "no domain",
    "anna@-example.org": "no domain",
    "anna@example..org": "no domain",
    "anna@" + "a" * 64 + ".org": "no domain",
    "anna@" + "ä" * 70 + ".org": "no domain",
    "a" * 65 + "@example.org": "before the @",
    "a@" + ".".join(["a" * 60] * 5): "longer than 254",
    "Anna <anna@example.org> Olde": "before the @",
    "Anna <<anna@example.org>": "before the @",
    "a@example.org <b@example.org": "before the @",
}


@pytest.mark.parametrize("words", WRONG)
def test_what_is_no_address_is_told_with_what_may_be_written(words: str) -> None:
    with pytest.raises(UsageError) as refused:
        addresses("--to-mail", [words])
    assert refused.value.slug == "mail-address"
    assert WRONG[words] in refused.value.message
    assert "--to-mail" in refused.value.message
    assert "anna@example.org" in refused.value.hint


@pytest.mark.parametrize(
    "words",
    ["a@example.org\r\nBcc: b@example.org", "A\nB <a@example.org>", "a@exam\x00ple.org", "A\u202eB <a@b.c>"],
)
def test_nothing_can_be_put_into_a_header_beside_an_address(words: str) -> None:
    with pytest.raises(UsageError) as refused:
        addresses("--cc-mail", [words])
    assert refused.value.slug == "option-control"
