"""What other rooms hand over to have it sent. Every text is already in the recipient's language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing of a list with, perhaps, a price: `detail` stands below its label in small."""

    label: str
    detail: str = ""
    amount: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A name and what it is: "Where", "12 rue des Lilas". `url` makes the text a link."""

    label: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to do, behind an absolute address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The content of a message; its HTML and its text are both made from this.

    `preview` is the line that mail programs show beside the subject; `tone` colours the band on top: `good`, `calm` or
    `ended`, which also strikes the moment out. `reason` says why the recipient gets this.
    """

    subject: str
    preview: str
    title: str
    tone: str = "good"
    paragraphs: tuple[str, ...] = ()
    moment: tuple[str, ...] = ()  # the day, the time: set large; what no longer holds stands in `struck`
    struck: str = ""
    lines: tuple[Line, ...] = ()
    total: Line | None = None
    facts: tuple[Fact, ...] = ()
    action: Action | None = None
    closing: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFile:
    """An iCalendar text and its METHOD (`REQUEST`, `CANCEL`)."""

    text: str
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message to one recipient. `kind` names it for the operator ("visit-booked").

    `fact` names what is told: the same kind of message of one fact goes to a recipient once, however often it is sent.
    Messages of one `thread` to one recipient leave in the order in which they were sent, and mail programs group them.
    """

    kind: str
    recipient: str
    language: str
    letter: Letter
    reply_to: str = ""
    fact: str = ""
    thread: str = ""
    calendar: CalendarFile | None = None
