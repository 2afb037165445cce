"""Hand a mail to the server of `MAIL_URL`."""

import smtplib
import ssl
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from django.conf import settings

from balinea.notifications.channels.email.compose import ascii_address, compose, sender
from balinea.notifications.channels.refusal import DeliveryRefused
from balinea.notifications.models import Message

SECONDS = 15  # for each step of the conversation
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """The mail server; `tls` from the first octet, else STARTTLS where the server offers it."""

    host: str
    port: int
    tls: bool
    user: str
    password: str = field(repr=False)


def carry(message: Message) -> None:
    """Send the message; returns when the server has accepted it."""
    server, recipient = _server(), _address(message.recipient)
    try:
        with _connect(server) as conversation:
            _greet(conversation, server)
            conversation.send_message(compose(message), sender(), [recipient])
    except smtplib.SMTPRecipientsRefused as error:
        code, reason = error.recipients[recipient]
        raise DeliveryRefused(_words(code, reason), final=_final(code)) from error
    except smtplib.SMTPResponseException as error:
        raise DeliveryRefused(_words(error.smtp_code, error.smtp_error), final=False) from error
    except (smtplib.SMTPException, OSError) as error:
        raise DeliveryRefused(f"{server.host}:{server.port}: {error}") from error


def _address(written: str) -> str:
    try:
        return ascii_address(written)
    except UnicodeError as error:
        raise DeliveryRefused(f"{written} is no address: {error}", final=True) from error


def _server() -> Server:
    url = urlsplit(settings.MAIL_URL)
    tls = url.scheme == "smtps"
    return Server(
        host=url.hostname or "localhost",
        port=url.port or (465 if tls else 25),
        tls=tls,
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
    )


def _connect(server: Server) -> smtplib.SMTP:
    if server.tls:
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=context)
    return smtplib.SMTP(server.host, server.port, timeout=SECONDS)


def _greet(conversation: smtplib.SMTP, server: Server) -> None:
    conversation.ehlo()
    encrypted = server.tls
    if not encrypted and conversation.has_extn("starttls"):
        conversation.starttls(context=ssl.create_default_context())
        encrypted = True
    if server.user:
        if not encrypted and server.host not in LOOPBACK:
            raise DeliveryRefused(f"{server.host} offers no encryption, so the password was not sent to it")
        conversation.login(server.user, server.password)


def _final(code: int) -> bool:
    return code >= 500  # noqa: PLR2004  RFC 5321, 4.2.1: permanent


def _words(code: int, reason: bytes | str) -> str:
    text = reason.decode(errors="replace") if isinstance(reason, bytes) else reason
    return f"{code} {text}"
