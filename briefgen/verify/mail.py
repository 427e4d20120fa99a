"""A mail that was read back against the memo: headers, both bodies and the files in it.

What it must say is worked out from the memo's records, not from the lines that were drawn for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefgen.errors import Problem
from briefgen.model import Span
from briefgen.paper.brackets import LINE
from briefgen.paper.carried import MailAddress, Material, ReopenedMail
from briefgen.paper.columns import columns_of, text_of
from briefgen.paper.mail_form import Kind
from briefgen.paper.memo import Item, Memo, Section
from briefgen.paper.printed import folded
from briefgen.verify.file_check import short
from briefgen.verify.mail_form import check_form

_SECTION = "in-brief"
_CUT = "…"


def check_mail(material: Material, read: ReopenedMail) -> Iterator[Problem]:
    """Everything in which a mail departs from what was asked for and from the memo."""
    yield from (Problem("the mail", "mail-broken", defect) for defect in read.defects)
    yield from _headers(material, read)
    said = [(kind, line) for kind, line in _lines(material) if line]
    wanted = [line for _, line in said]
    yield from _body("plain text", wanted, read.plain)
    yield from _body("HTML", wanted, read.html)
    yield from _attachments(material, read)
    yield from check_form(material, read, [kind for kind, _ in said])


def _headers(material: Material, read: ReopenedMail) -> Iterator[Problem]:
    wanted = {"X-Unsent": "1", "X-Mailer": folded(material.memo.generator)}
    if made_from := folded(material.said(material.memo.made_from)):
        wanted["X-Provenance"] = made_from
    for name, found in (("To", material.to), ("Cc", material.cc)):
        if found:
            wanted[name] = ", ".join(map(_mailbox, found))
    others = [(name, value) for name, value in read.headers if name != "Subject"]
    for name, _ in others:
        if name not in wanted:
            yield Problem("the mail", "mail-broken", f"there is a header {name}, for which nobody asked")
    for name, value in wanted.items():
        there = [_plain(found) if name in ("To", "Cc") else found for one, found in others if one == name]
        if there != [value]:
            yield Problem("the mail", "mail-broken", f"the header {name} is not {short(value)}")
    subjects = [value for name, value in read.headers if name == "Subject"]
    if len(subjects) != 1 or not _is_subject(subjects[0], material):
        yield Problem("the mail", "mail-broken", "the subject is not marking, title and date")


def _mailbox(one: MailAddress) -> str:
    name = folded(one.name).replace('"', "").replace("\\", "")
    return f"{name} <{one.address}>" if name else one.address


def _plain(value: str) -> str:
    """A header of addresses without quotation marks and what they need."""
    return value.replace('"', "").replace("\\", "")


def _is_subject(words: str, material: Material) -> bool:
    """Whether a subject has the marking first, the date last, and the title, or its first words, between."""
    if folded(words) != words:
        return False
    before, behind = _around(material)
    if not (words.startswith(before) and words.endswith(behind)):
        return False
    title, whole = words[len(before) : len(words) - len(behind)], folded(material.memo.title)
    return title == whole or (title.endswith(_CUT) and whole.startswith(title.removesuffix(_CUT)))


def _around(material: Material) -> tuple[str, str]:
    """What stands in a subject before and behind the title."""
    memo, style, hole = material.memo, material.style, "\x00"
    line = hole
    if memo.as_of:
        dates = (material.said(one.value) for one in memo.header if one.id == "date")
        line = style.phrase("mail-subject-dated", subject=line, date=next(filter(None, dates), memo.as_of))
    if memo.marking:
        line = style.phrase("mail-subject-marked", subject=line, marking=folded(memo.marking))
    before, _, behind = line.partition(hole)
    # A space at the edge belongs to the subject; what is folded has none.
    return folded(f"{before}|")[:-1], folded(f"|{behind}")[1:]


def _lines(material: Material) -> Iterator[tuple[Kind, str]]:
    """The paragraphs of the body, folded."""
    memo, style = material.memo, material.style
    yield "marking", folded(memo.marking)
    yield "title", folded(memo.title)
    for section in memo.sections:
        if section.id == _SECTION:
            yield from (("line", folded(_brief(item, section, material))) for item in section.items)
    named = ""
    for field in memo.header:
        if field.id == "basis":
            value = material.said(field.value) or field.placeholder
            named += value
            yield "basis", folded(style.phrase("mail-basis", label=field.label, basis=value))
    yield from (("basis", line) for line in _cited(material, folded(named)))
    names = style.phrase("mail-file-next").join(material.attachments)
    yield "attached", folded(style.phrase("mail-attached", files=names))


def _cited(material: Material, named: str) -> Iterator[str]:
    """The line that names the sources of the lines in brief, but for those that the basis names."""
    memo, style = material.memo, material.style
    cited = dict.fromkeys(
        span.source
        for section in memo.sections
        if section.id == _SECTION
        for item in section.items
        for one in (item, *item.positions)
        for span in one.cites
    )
    told = []
    for entry in (memo.source_of[source] for source in cited if source in memo.source_of):
        outlet = material.said(entry.publisher) or entry.file
        if f"{entry.id} {folded(outlet)}" not in named:
            day = material.said(entry.published.text)
            told.append(style.phrase("mail-source", id=entry.id, outlet=outlet, date=day))
    if told:
        yield folded(style.phrase("mail-cited", sources=style.phrase("mail-source-next").join(told)))


def _brief(item: Item, section: Section, material: Material) -> str:
    """A line in brief: its label and words, and the places of all that it cites in a bracket."""
    memo, style = material.memo, material.style
    bracket = _bracket(item.cites, memo)
    if section.layout == "table":
        cells = []
        for column in columns_of(section):
            fields = "".join(material.said(text) for _, text in text_of(item, column, memo, style))
            cells.append(fields + bracket * (column.field == "text") or style.phrase("empty-cell"))
        return " ".join(cells)
    label = style.phrase("bullet-label", label=item.label) if item.label else ""
    return label + material.said(item.lead) + material.said(item.text) + bracket + _tail(item, material)


def _tail(item: Item, material: Material) -> str:
    """The positions in a line, and what closes it."""
    style, found = material.style, ""
    for one in item.positions:
        found += style.phrase("position") + material.said(one.lead) + material.said(one.text)
        found += _bracket(one.cites, material.memo)
    return found + (style.phrase("closing") + material.said(item.closing) if item.closing else "")


def _bracket(cites: Sequence[Span], memo: Memo) -> str:
    """ " [S1 68, 70; S4 13]"."""
    found: dict[str, list[str]] = {}
    for cite in cites:
        place = memo.place_of.get(cite)
        told = found.setdefault(memo.number(cite.source), [])
        where = place.text.removeprefix(LINE) if place else ""
        told += [where] if where not in told else []
    places = "; ".join(f"{number} {', '.join(told)}" for number, told in found.items())
    return f" [{places}]" if places else ""


def _body(form: str, wanted: Sequence[str], read: Sequence[str]) -> Iterator[Problem]:
    """Every line stands there in order, and nothing else."""
    there = [folded(line) for line in read]
    if there == list(wanted):
        return
    missing, foreign = Counter(wanted) - Counter(there), Counter(there) - Counter(wanted)
    for line in missing:
        yield Problem(f"the body in {form}", "words-lost", f"this is missing: {short(line)}")
    for line in foreign:
        yield Problem(f"the body in {form}", "words-foreign", f"this comes from no source: {short(line)}")
    if not missing and not foreign:
        yield Problem(f"the body in {form}", "words-lost", "its lines stand in another order")


def _attachments(material: Material, read: ReopenedMail) -> Iterator[Problem]:
    """Every file is in the mail as it was verified, under a name that all programs keep."""
    wanted = material.attachments
    if [one.name for one in read.attachments] != list(wanted) or len(wanted) != len(material.files):
        yield Problem("the mail", "mail-broken", "other files are in it than those of the memo")
        return
    for one in read.attachments:
        if one.data != wanted[one.name] or not one.name.isascii():
            yield Problem("the mail", "mail-broken", f"{one.name} is not the file that was verified")
