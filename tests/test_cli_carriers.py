"""The command with formats that are made from others: mail and PDF."""

from __future__ import annotations

import email
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefgen import files, last_words
from briefgen.errors import BriefgenError
from briefgen.paper.carried import Material
from briefgen.render import CARRIERS, Carrier, office
from tests.test_cli import call, folder

__all__ = ["folder"]

MAIL = CARRIERS["eml"]


def opened(file: Path) -> EmailMessage:
    message = email.message_from_bytes(file.read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def attached(file: Path) -> dict[str, bytes]:
    return {str(p.get_filename()): p.get_payload(decode=True) for p in opened(file).iter_attachments()}


def failing(material: Material) -> bytes:
    raise BriefgenError("office-failed", "LibreOffice made no PDF of the memo (it said nothing).", "Try it.")


def with_pdf(make: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF that is made by a stand-in."""
    pdf = Carrier("pdf", make, lambda data: None, lambda data: None)  # type: ignore[arg-type]
    monkeypatch.setattr(files, "CARRIERS", {"pdf": pdf, "eml": MAIL})


def test_a_mail_alone_carries_the_word_file_that_is_not_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ("--topic", "fisheries", "--seeds", folder, "--out", tmp_path / "o")
    code, out, err = call(
        capsys, *run, "--format", "eml", "--to-mail", "Anna Olde <anna@example.org>", "--cc-mail",
        "c@example.org, d@example.org", "--marking", "LIMITED", "--as-of", "2026-01-31",
    )  # fmt: skip
    assert (code, out.strip()) == (0, str(tmp_path / "o" / "fisheries.eml"))
    assert [path.name for path in (tmp_path / "o").iterdir()] == ["fisheries.eml"]
    message = opened(Path(out.strip()))
    assert message["To"] == "Anna Olde <anna@example.org>"
    assert message["Cc"] == "c@example.org, d@example.org"
    assert str(message["Subject"]).startswith("LIMITED: ")
    assert str(message["Subject"]).endswith(", 31 January 2026")
    assert "[mail-draft]" in err
    assert "Send Again" in err
    assert "evidence page" not in err
    held = attached(Path(out.strip()))
    call(capsys, *run, "--format", "docx", "--marking", "LIMITED", "--as-of", "2026-01-31")
    assert held == {"fisheries.docx": (tmp_path / "o" / "fisheries.docx").read_bytes()}


def test_a_mail_carries_what_is_asked_for_in_the_same_call(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    formats = ("--format", "eml", "--format", "json", "--format", "md")
    _, out, _ = call(capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path, *formats)
    found = [Path(line) for line in out.split()]
    assert [file.suffix for file in found] == [".eml", ".json", ".md"]
    held = attached(found[0])
    assert list(held) == ["fisheries.docx", "fisheries.json", "fisheries.md"]
    assert [held[file.name] for file in found[1:]] == [file.read_bytes() for file in found[1:]]


def test_a_second_run_gives_the_same_mail(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ("--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--format", "eml")
    call(capsys, *run)
    first = (tmp_path / "fisheries.eml").read_bytes()
    code, out, _ = call(capsys, *run)
    assert (code, Path(out.strip()).read_bytes()) == (0, first)


def test_a_mail_that_somebody_edited_keeps_its_name(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = ("--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--format", "eml")
    file = tmp_path / "fisheries.eml"
    call(capsys, *run)
    assert call(capsys, *run, "--as-of", "2026-01-31")[1].strip() == str(file)
    file.write_bytes(file.read_bytes().replace(b"X-Unsent: 1", b"X-Unsent: 1\r\nTo: x@example.org"))
    code, out, err = call(capsys, *run)
    assert (code, out.strip()) == (0, str(tmp_path / "fisheries.new.eml"))
    assert "[memo-kept]" in err


def test_addresses_without_a_mail_are_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = call(
        capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--format", "md",
        "--to-mail", "a@example.org",
    )  # fmt: skip
    assert code == 0
    assert "note: --to-mail: No mail is written without --format eml" in err
    assert "--cc-mail" not in err


def test_a_wrong_address_is_refused_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = call(
        capsys,
        "--topic",
        "fisheries",
        "--seeds",
        tmp_path / "nowhere",
        "--format",
        "eml",
        "--cc-mail",
        "anna",
    )
    assert (code, out) == (2, "")
    assert "[mail-address]" in err
    assert "anna@example.org" in err


def test_a_large_mail_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_words, "LARGE_MAIL", 1000)
    _, _, err = call(capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path, "--format", "eml")
    assert "[mail-large]" in err


def test_without_libreoffice_no_document_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setattr(office, "_NAMES", ())
    code, out, err = call(
        capsys, "--topic", "fisheries", "--seeds", tmp_path / "nowhere", "--format", "pdf", "--format", "docx"
    )
    assert (code, out) == (1, "")
    assert "[office-missing]" in err
    assert "nowhere" not in err


def test_a_pdf_that_fails_costs_no_other_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_pdf(failing, monkeypatch)
    formats = ("--format", "docx", "--format", "pdf", "--format", "eml")
    code, out, err = call(
        capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path / "o", *formats
    )
    assert code == 1
    assert [Path(line).name for line in out.split()] == ["fisheries.docx", "fisheries.eml"]
    assert "[office-failed]" in err
    assert list(attached(tmp_path / "o" / "fisheries.eml")) == ["fisheries.docx"]
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == ["fisheries.docx", "fisheries.eml"]


def test_a_pdf_that_fails_alone_leaves_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_pdf(failing, monkeypatch)
    code, out, err = call(
        capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path / "o", "--format", "pdf"
    )
    assert (code, out) == (1, "")
    assert "[office-failed]" in err
    assert "passages verified" not in err
    assert list((tmp_path / "o").iterdir()) == []


def test_a_mail_that_fails_its_check_does_not_get_its_name(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(material: Material) -> bytes:
        return MAIL.make(material).replace(b"X-Unsent: 1", b"X-Unsent: 1\r\nBcc: x@example.org")

    monkeypatch.setattr(files, "CARRIERS", {"eml": MAIL._replace(make=make)})
    formats = ("--format", "md", "--format", "eml")
    code, out, err = call(
        capsys, "--topic", "fisheries", "--seeds", folder, "--out", tmp_path / "o", *formats
    )
    assert (code, [Path(line).name for line in out.split()]) == (4, ["fisheries.md"])
    assert "fisheries.eml does not match its sources" in err
    assert [path.name for path in (tmp_path / "o").iterdir()] == ["fisheries.md"]


def test_pdf_and_mail_are_written_together(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        office.program()
    except BriefgenError:
        pytest.skip("LibreOffice is not installed (Debian and Ubuntu: libreoffice-writer-nogui)")
    formats = ("--format", "pdf", "--format", "eml")
    run = ("--topic", "fisheries", "--seeds", folder, "--out", tmp_path / "o", *formats)
    code, out, _ = call(capsys, *run)
    assert code == 0
    pdf, mail = (Path(line) for line in out.split())
    assert attached(mail)["fisheries.pdf"] == pdf.read_bytes()
    first = pdf.read_bytes(), mail.read_bytes()
    assert call(capsys, *run)[1] == out
    assert (pdf.read_bytes(), mail.read_bytes()) == first
    pdf.write_bytes(first[0] + b"% mine\n")
    code, out, _ = call(capsys, *run)
    assert Path(out.split()[0]).name == "fisheries.new.pdf"
