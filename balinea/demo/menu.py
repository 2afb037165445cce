"""Sample menus: services of a kind of salon with its prices, lengths and people."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from balinea.demo.lists import OFFERS, Offer
from balinea.demo.team import Person
from balinea.platform.text import plain
from balinea.slots.file_values import FileService
from balinea.slots.values import Performer, Service

FEWEST = 8
# rooms that the salons of a share count; the others have enough of them. Everybody counts what is rare
COUNTED = {"chair": 0.3, "table": 0.3, "bed": 0.5, "cabin": 0.6}
LONG_PHASE = 30  # minutes from which an apprentice takes longer


@dataclass(frozen=True, kw_only=True, slots=True)
class Offered:
    """The services of one salon with the treatment of each."""

    services: tuple[FileService, ...]
    treatments: tuple[str, ...]


def menu(chance: Random, kind: str, people: Sequence[Person], level: float) -> Offered:
    """Draw a menu of 8 to 40 services; prices lie at `level` between each offer's low (0) and high (1)."""
    offers = OFFERS[kind]
    count = chance.randrange(min(FEWEST, len(offers)), len(offers) + 1)
    chosen = sorted(chance.sample(range(len(offers)), count))
    rooms = sorted({offer.room for offer in offers})
    counted = {room for room in rooms if chance.random() < COUNTED.get(room, 1)}
    services = []
    for number in chosen:
        offer = offers[number]
        room = offer.room if offer.room in counted else None
        services.append(
            FileService(service=_service(chance, offer, room, people, level), category=offer.category)
        )
    return Offered(services=tuple(services), treatments=tuple(offers[number].treatment for number in chosen))


def _service(
    chance: Random, offer: Offer, room: str | None, people: Sequence[Person], level: float
) -> Service:
    price = round(offer.low + (offer.high - offer.low) * (level + chance.uniform(-0.1, 0.1)))
    staffed = any(phase.staff for phase in offer.phases)
    return Service(
        key=plain(offer.name).replace(" ", "-"),
        name=offer.name,
        phases=offer.phases,
        price=_euros(price),
        buffer_after=offer.after,
        room_kind=room,
        performers=_performers(chance, offer, price, people) if staffed else {},
    )


def _performers(chance: Random, offer: Offer, price: int, people: Sequence[Person]) -> dict[str, Performer]:
    able = [person for person in people if chance.random() < 0.85] or [chance.choice(people)]  # noqa: PLR2004
    return {person.staff.key: _performer(offer, price, person) for person in able}


def _performer(offer: Offer, price: int, person: Person) -> Performer:
    longest = max(phase.minutes for phase in offer.phases if phase.staff)
    slower = tuple(
        phase.minutes + (person.slower if phase.staff and phase.minutes >= LONG_PHASE else 0)
        for phase in offer.phases
    )
    own = round(price * (100 + person.dearer) / 100)
    return Performer(
        minutes=slower if person.slower and longest >= LONG_PHASE else None,
        price=_euros(own) if own != price else None,
    )


def _euros(amount: int) -> Decimal:
    return Decimal(amount).quantize(Decimal("0.01"))
