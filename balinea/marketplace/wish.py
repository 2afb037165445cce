"""Which services, with whom: as addresses and forms say it (`service=...&staff=...`, in order, as often as needed)."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from balinea.booking.rules import MOST_SERVICES
from balinea.catalog.values import VenueMenu
from balinea.slots.values import Item

LONGEST_KEY = 250  # letters, as a venue file may give them


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """The services of a visit in order, each with somebody named or anyone."""

    items: tuple[Item, ...]
    any_order: bool

    def is_on(self, known: VenueMenu) -> bool:
        """Return whether the venue has all these services and people."""
        menu = known.menu
        return all(item.service in menu.services and item.staff in (None, *menu.staff) for item in self.items)

    def fields(self) -> list[tuple[str, str]]:
        """Return the form's hidden fields, in order."""
        pairs = [
            pair for item in self.items for pair in (("service", item.service), ("staff", item.staff or ""))
        ]
        return [*pairs, ("any_order", "1")] if self.any_order else pairs

    def address(self, path: str, **more: str) -> str:
        """Return `path` with this choice and whatever else is given."""
        return f"{path}?{urlencode([*self.fields(), *more.items()])}"


def read(data: QueryDict) -> Chosen:
    """Read the choice. People beyond the services are dropped; a service without a person means anyone."""
    services = [key[:LONGEST_KEY] for key in data.getlist("service") if key][:MOST_SERVICES]
    people = [key[:LONGEST_KEY] for key in data.getlist("staff")]
    padded = [*people, *[""] * len(services)]
    items = tuple(Item(service=key, staff=padded[index] or None) for index, key in enumerate(services))
    return Chosen(items=items, any_order=data.get("any_order") == "1")


def of(items: Sequence[Item]) -> Chosen:
    """Return the choice of these items, in this order."""
    return Chosen(items=tuple(items), any_order=False)
