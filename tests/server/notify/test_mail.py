"""Mail over TLS to a real server: what is sealed, and which certificates are refused."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from server.config import Config
from server.notify.letter import Letter
from server.notify.mail import connection, mail_settings, send_letter
from server.notify.problem import ChannelError
from tests.mailbox import Mailbox, mail_server
from tests.tls import make_certificates, seal_of

LETTER = Letter("m1", "lead@example.com", "整改回复", "龙物消改〔2026〕0001号")


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificates(tmp_path_factory.mktemp("tls"), {"right": "IP:127.0.0.1", "other": "DNS:mail.example"})


def served(certificates: Path, security: str, name: str = "right") -> AbstractContextManager[Mailbox]:
    return mail_server(seal_of(certificates, name), is_sealed_first=security == "tls")


def send(box: Mailbox, security: str, ca: Path | None, password: str = "hunter2") -> None:
    given = {"host": "127.0.0.1", "port": str(box.port), "security": security, "sender": "巡安 <xunan@example.com>"}
    config = Config(Path(), "", smtp_ca=ca)
    settings = mail_settings({**given, "user": "xunan", "password": password}, config)
    with connection(settings) as client:
        send_letter(client, settings, LETTER)


@pytest.fixture(params=["starttls", "tls"])
def security(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_mail_and_its_password_travel_sealed(certificates: Path, security: str) -> None:
    with served(certificates, security) as box:
        send(box, security, certificates / "ca.pem")

    (mail,) = box.mails
    assert (mail["To"], mail["Subject"]) == ("lead@example.com", "整改回复")
    assert "龙物消改〔2026〕0001号" in mail.get_content()
    assert [line.partition(" ")[0] for line in box.heard] == (["ehlo", "STARTTLS"] if security == "starttls" else [])
    assert any(line.startswith("AUTH PLAIN ") for line in box.sealed)


@pytest.mark.parametrize(("name", "is_known"), [("right", False), ("other", True)])
def test_a_certificate_of_nobody_known_or_of_another_name_is_refused(
    certificates: Path, security: str, name: str, is_known: bool
) -> None:
    with served(certificates, security, name) as box, pytest.raises(ChannelError, match=r"^certificate"):
        send(box, security, certificates / "ca.pem" if is_known else None)

    assert (box.sealed, box.mails) == ([], [])
    assert not any(line.startswith(("AUTH", "MAIL")) for line in box.heard)


def test_a_wrong_password_is_told_as_such(certificates: Path, security: str) -> None:
    with served(certificates, security) as box, pytest.raises(ChannelError, match=r"^password 535"):
        send(box, security, certificates / "ca.pem", password="other")

    assert box.mails == []


@pytest.mark.parametrize("made", [None, "no certificate\n"])
def test_a_file_of_the_houses_authority_that_is_none_is_told_as_such(
    certificates: Path, security: str, tmp_path: Path, made: str | None
) -> None:
    if made is not None:
        (tmp_path / "ca.pem").write_text(made)

    with served(certificates, security) as box, pytest.raises(ChannelError, match=r"^authority"):
        send(box, security, tmp_path / "ca.pem")

    assert box.mails == []
