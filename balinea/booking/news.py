"""One piece of news about a visit, on its way to the client and to the salon."""

from dataclasses import dataclass
from datetime import datetime

from balinea.booking import calendar_file
from balinea.booking.visit_facts import Visit
from balinea.notifications.send import send
from balinea.notifications.values import Letter, Outgoing
from balinea.platform.icalendar_text import Method


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What happened (`kind`) to which visit; `method` is what calendars shall do, None where there is nothing to do.

    `fact` names the line of history that is told, so that nobody is told it twice. Who has no e-mail address is not written to. Answers go from the one to the other, past Balinea.
    """

    kind: str
    visit: Visit
    now: datetime
    method: Method | None = None
    fact: str = ""

    def to_client(self, letter: Letter) -> None:
        """Send the client's letter."""
        if not self.visit.client.email:
            return
        calendar = self.method and calendar_file.for_client(self.visit, method=self.method, now=self.now)
        message = Outgoing(
            kind=self.kind,
            recipient=self.visit.client.email,
            reply_to=self.visit.place.email,
            language=self.visit.language,
            fact=self.fact,
            thread=f"visit-{self.visit.reference}",
            letter=letter,
            calendar=calendar,
        )
        send(message=message, now=self.now)

    def to_salon(self, letter: Letter, *, language: str) -> None:
        """Send the salon's letter."""
        if not self.visit.place.email:
            return
        calendar = self.method and calendar_file.for_salon(self.visit, method=self.method, now=self.now)
        message = Outgoing(
            kind=f"salon-{self.kind}",
            recipient=self.visit.place.email,
            reply_to=self.visit.client.email,
            language=language,
            fact=self.fact,
            thread=f"visit-{self.visit.reference}",
            letter=letter,
            calendar=calendar,
        )
        send(message=message, now=self.now)
