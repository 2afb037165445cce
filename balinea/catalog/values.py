"""A venue's menu as other rooms and faces see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from balinea.money import Money
from balinea.slots.values import Menu, Phase


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One service as a page shows it; `id` is what the outside calls it.

    `price` and `minutes` are the service's own; `cheapest` is the lowest price of anybody who performs it. `staff` are the
    ids of these people in the order of the team. `treatment` is a taxonomy slug or empty.
    """

    id: str
    name: str
    category: str
    treatment: str
    minutes: int
    phases: tuple[Phase, ...]
    price: Money
    cheapest: Money
    staff: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class VenueMenu:
    """What a venue sells: for the engine, for pages (`lines`, in the salon's order), and the keys of its rows.

    `services` and `resources` give the row of each service id, staff id and unit name; `names` what people call the staff.
    """

    menu: Menu
    currency: str
    lines: tuple[Line, ...]
    services: Mapping[str, int]
    resources: Mapping[str, int]
    names: Mapping[str, str]
