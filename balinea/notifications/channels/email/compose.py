"""From a stored message to the octets that a mail server takes."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from django.conf import settings

from balinea.notifications.models import Message


def compose(message: Message) -> EmailMessage:
    """Return the mail: text, HTML and calendar as alternatives, and the calendar once more as a file to open.

    Calendar programs read the alternative (RFC 6047), people use the file.
    """
    mail = EmailMessage(policy=SMTP)
    mail["From"] = settings.MAIL_FROM
    mail["To"] = Address(addr_spec=ascii_address(message.recipient))
    if message.reply_to:
        mail["Reply-To"] = Address(addr_spec=ascii_address(message.reply_to))
    mail["Subject"] = message.subject
    mail["Date"] = format_datetime(message.created_at)
    mail["Message-ID"] = message.message_id
    if message.thread:
        mail["References"] = f"<{message.thread}@{sender().rpartition('@')[2]}>"
    mail["Content-Language"] = message.language
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers, please
    mail.set_content(message.text)
    mail.add_alternative(message.html, subtype="html")
    if message.calendar:
        _add_calendar(mail, message)
    return mail


def ascii_address(address: str) -> str:
    """Return the address as every mail server takes it: its domain in the form of the DNS."""
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode()}"


def sender() -> str:
    """Return the address of the envelope, where bounces go."""
    return parseaddr(settings.MAIL_FROM)[1]


def _add_calendar(mail: EmailMessage, message: Message) -> None:
    method = message.calendar_method
    mail.add_alternative(message.calendar, subtype="calendar", params={"method": method})
    octets = message.calendar.encode()
    mail.add_attachment(octets, maintype="application", subtype="ics", filename="balinea.ics")
