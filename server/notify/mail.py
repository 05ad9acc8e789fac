"""E-mail over SMTP: STARTTLS, TLS from the first byte, or neither (inside a house); one connection for a turn's mails."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, parseaddr
from pathlib import Path
from typing import Final

from server.config import Config
from server.notify.letter import Letter
from server.notify.problem import ChannelError

TIMEOUT_S: Final = 10.0
SECURITY: Final = ("starttls", "tls", "none")


@dataclass(frozen=True, slots=True)
class MailSettings:
    """How mails leave. ``password`` is in no ``repr``."""

    host: str
    port: int
    security: str
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    ca: Path | None = None


def mail_settings(settings: Mapping[str, str], config: Config) -> MailSettings:
    """Read a channel's settings; the password of the environment goes before the stored one, to its own host only.

    Raises:
        ChannelError: they are incomplete, name another host than the password's, or a name without encryption.
    """
    port = settings.get("port", "")
    if not settings.get("host") or not port.isdecimal() or "@" not in settings.get("sender", ""):
        raise ChannelError("settings")
    security = settings.get("security", "starttls")
    if security not in SECURITY or (security == "none" and settings.get("user")):
        raise ChannelError("settings")
    if config.smtp_password and settings["host"].casefold() != config.smtp_host.casefold():
        raise ChannelError("host")
    secret = config.smtp_password or settings.get("password", "")
    user = settings.get("user", "")
    return MailSettings(settings["host"], int(port), security, settings["sender"], user, secret, config.smtp_ca)


@contextmanager
def connection(settings: MailSettings) -> Iterator[smtplib.SMTP]:
    """Open a connection that is ready to send.

    Raises:
        ChannelError: the server does not answer, its certificate is not trusted, it refuses name and password, or the
            file of the house's own authority cannot be read.
    """
    try:
        client = _open(settings)
    except smtplib.SMTPAuthenticationError as error:
        raise ChannelError("password", str(error.smtp_code)) from error
    except ssl.SSLError as error:
        raise ChannelError("certificate", type(error).__name__) from error
    except (smtplib.SMTPException, OSError) as error:
        raise ChannelError("unreachable", type(error).__name__) from error
    try:
        yield client
    finally:
        try:
            client.quit()
        except (smtplib.SMTPException, OSError):
            client.close()


def send_letter(client: smtplib.SMTP, settings: MailSettings, letter: Letter) -> None:
    """Send one mail; its Message-ID is made of the row's id, so that a second copy can be known as such.

    Raises:
        ChannelError: the server refuses it (``is_ours`` tells whether it is about this mail alone) or went away.
    """
    try:
        client.send_message(message_of(settings, letter))
    except smtplib.SMTPRecipientsRefused as error:
        code = next(iter(error.recipients.values()))[0]
        raise ChannelError("address", str(code), is_ours=True) from error
    except (smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as error:
        raise ChannelError("refused", str(error.smtp_code), is_ours=True) from error
    except (ValueError, UnicodeError) as error:
        raise ChannelError("address", type(error).__name__, is_ours=True) from error
    except (smtplib.SMTPException, OSError) as error:
        raise ChannelError("unreachable", type(error).__name__) from error


def message_of(settings: MailSettings, letter: Letter) -> EmailMessage:
    """Make the mail that is sent."""
    message = EmailMessage()
    message["From"] = settings.sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = formatdate()
    domain = parseaddr(settings.sender)[1].rpartition("@")[2] or "localhost"
    message["Message-ID"] = f"<{letter.id}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    return message


def _trusted(authority: Path | None) -> ssl.SSLContext:
    """Trust what the system trusts, and a house's own authority."""
    trusted = ssl.create_default_context()
    try:
        if authority is not None:
            trusted.load_verify_locations(authority)
    except OSError as error:  # ssl.SSLError, of a file without certificates, is one
        raise ChannelError("authority", type(error).__name__) from error
    return trusted


def _open(settings: MailSettings) -> smtplib.SMTP:
    trusted = _trusted(settings.ca)
    if settings.security == "tls":
        client: smtplib.SMTP = smtplib.SMTP_SSL(settings.host, settings.port, timeout=TIMEOUT_S, context=trusted)
    else:
        client = smtplib.SMTP(settings.host, settings.port, timeout=TIMEOUT_S)
    try:
        if settings.security == "starttls":
            client.starttls(context=trusted)
        if settings.user:
            client.login(settings.user, settings.password)
    except BaseException:
        client.close()
        raise
    return client
