"""Whether one of two like documents was made from the other, which, and how."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from briefgen.link.alignment import Match, align, in_order
from briefgen.link.evidence import says_so, signs
from briefgen.link.grams import Profile
from briefgen.link.series import is_next, keeps_figures
from briefgen.link.statement import SharedStatement, statements
from briefgen.link.version import Version
from briefgen.link.wording import altered_quotations
from briefgen.model import Kinship, OriginKind

DERIVED = 0.55
"""Agreement of the reporters' own sentences, in order, from which one text was made from the other.

On 162 pairs of articles on one event (news clusters with a cosine of .45 and more) the independent ones
reach .38, those that take over an agency's or a station's text .43 to .60, copies .92; two interviews
and their rewrites measured .87 and .74.
"""
_WITH_SIGN = 0.42  # the same when the text says that it retells another, or has much of it word for word
_BORROWED = 0.20  # share of five-word runs that counts as much
_FEWEST = 4  # sentences; shorter texts are called derived only when almost equal
_BODY = 2  # sentences before a common ending; of a reprint one may be new, as its lead
_EQUAL, _NEAR_EQUAL = 0.95, 0.50  # share of the shorter text's five-word runs found in the other
_LENGTH_EQUAL = 0.03  # of the words
_SAME_STORY = 45  # days between two publications of one text; what is like it later is the next of a series
# Of the names and figures of the poorer text, the share that both have; rewrites measured .79 and .83,
# bond issues and market reports written to one form .32 to .69.
_PARTICULARS = 0.70
_PARTICULARS_SAID = 0.50  # the same when the text says that it retells another: names change on the way
_BACK_TRANSLATED, _QUOTATIONS = 0.6, 3  # share of altered ones, and how many there must be to say so


class Derivation(NamedTuple):
    """What two documents of one origin have in common; `derived` was made from `original`."""

    original: Version
    derived: Version
    matches: tuple[Match, ...]
    """Left: sentences of the original; right: of the derived."""
    statements: tuple[SharedStatement, ...]
    """What both say, in the order of the derived text; empty when the two are equal."""


def are_kin(first: Version, second: Version) -> bool:
    """Whether one of two like documents was made from the other, or both from one text."""
    if first.texts == second.texts:
        return True
    said = says_so(first, second) or says_so(second, first)
    if not said and _far_apart(first, second):
        return False
    if not _share_particulars(first, second, _PARTICULARS_SAID if said else _PARTICULARS):
        return False
    alike = _resemblance(first, second)
    if alike < _NEAR_EQUAL and not _follows(first, second, said or alike >= _BORROWED):
        return False
    return (said or not _is_next_of_series(first, second)) and not _share_footer_only(first, second)


@lru_cache(maxsize=8)  # a pair is asked for twice in a row: is it kin, and how
def _aligned(first: Version, second: Version) -> tuple[Match, ...]:
    return align(_profile(first), _profile(second))


@lru_cache(maxsize=64)  # many documents may be made from one; a profile takes a hundred times its text
def _profile(version: Version) -> Profile:
    return Profile(version.texts, version.rows)


def _far_apart(first: Version, second: Version) -> bool:
    one, other = (v.document.meta.published.day for v in (first, second))
    return one is not None and other is not None and abs((one - other).days) > _SAME_STORY


def _share_particulars(first: Version, second: Version, share: float) -> bool:
    """Whether the two name the same: two notices may fill one form with other names and figures."""
    fewer = min(len(first.particulars), len(second.particulars))
    return len(first.particulars & second.particulars) >= share * fewer


def _is_next_of_series(first: Version, second: Version) -> bool:
    """Whether one is the market report of another day."""
    return not keeps_figures(first, second) and is_next(first, second, _aligned(first, second))


def _share_footer_only(first: Version, second: Version) -> bool:
    """Whether two texts have nothing in common but the sentences they end with: reports of one outlet."""
    pairs = zip(reversed(first.texts), reversed(second.texts), strict=False)
    ending = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    left, right = len(first.texts) - ending, len(second.texts) - ending
    if not ending or min(left, right) < _BODY:
        return False
    there = frozenset(second.texts[:right])
    if any(text in there and words for text, words in zip(first.texts[:left], first.rows, strict=False)):
        return False
    return not any(one.left < left and one.right < right for one in _aligned(first, second))


def lead(first: Version, second: Version) -> float:
    """How much more speaks for the second being made from the first than the other way round."""
    made_from_first, made_from_second = signs(second, first), signs(first, second)
    return sum(s.weight for s in made_from_first) - sum(s.weight for s in made_from_second)


def kinship(original: Version, derived: Version) -> Kinship:
    """How the derived one of two documents of one origin was made from the original."""
    alike = _resemblance(original, derived)
    if alike >= _NEAR_EQUAL:
        kind, why = _copy_kind(original, derived, alike)
    else:
        kind, why = _retold_kind(relate(original, derived))
    reasons = (*why, *(sign.reason for sign in signs(derived, original)))
    return Kinship(derived.id, original.id, kind, reasons)


def relate(original: Version, derived: Version) -> Derivation:
    """What two documents of one origin have in common."""
    matches = _aligned(original, derived)
    said = () if original.texts == derived.texts else statements(original, derived, matches)
    return Derivation(original, derived, matches, said)


def _resemblance(first: Version, second: Version) -> float:
    """Share of the shorter text's runs of five words that the other has too (Broder's containment)."""
    shorter = min(len(first.shingles), len(second.shingles))
    return len(first.shingles & second.shingles) / shorter if shorter else 0.0


def _follows(first: Version, second: Version, borrowed: bool) -> bool:
    """Whether one retells the other; less is asked when it says so or has much of it word for word."""
    if min(len(first.sentences), len(second.sentences)) < _FEWEST:
        return False
    return agreement(first, second, _aligned(first, second)) >= (_WITH_SIGN if borrowed else DERIVED)


def agreement(first: Version, second: Version, matches: tuple[Match, ...]) -> float:
    """How far the writers' own words say the same in the same order, 0..1, over the shorter text.

    A sentence weighs by the share of it that is not quoted: two reporters at one press conference
    have the quotations in common and nothing else.
    """
    row = in_order(matches)
    shared = sum(m.score * min(first.own_share[m.left], second.own_share[m.right]) for m in row)
    whole = min(sum(first.own_share), sum(second.own_share))
    return shared / whole if whole else 0.0


def _retold_kind(relation: Derivation) -> tuple[OriginKind, tuple[str, ...]]:
    """Rewrite or translation: a writer keeps quotations as they are, a translator can not."""
    row, derived, file = in_order(relation.matches), relation.derived, relation.original.file
    follows = f"{len(row)} of its {len(derived.sentences)} sentences follow {file} in order"
    paired, altered = altered_quotations(relation.statements)
    reworded = f"{altered} of {paired} quotations are worded otherwise than in {file}"
    if paired >= _QUOTATIONS and altered >= _BACK_TRANSLATED * paired:
        return "translation", (follows, f"{reworded}, as after translation")
    reasons = (follows, reworded) if altered else (follows,)
    return ("translation" if derived.testimony.translated else "rewrite"), reasons


def _copy_kind(original: Version, derived: Version, alike: float) -> tuple[OriginKind, tuple[str, ...]]:
    reason = f"repeats {original.file} word for word ({alike:.0%} of the shorter text)"
    longer = max(len(original.words), len(derived.words))
    equal = abs(len(original.words) - len(derived.words)) <= _LENGTH_EQUAL * longer
    if alike >= _EQUAL and equal and not derived.testimony.reprinted:
        return "duplicate", (reason,)
    return "reprint", (reason,)


KEPT = (_aligned, _profile)
"""What is remembered while documents are compared."""
