"""A batch of sample salons, written in one transaction through each room's bulk path."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from django.db import connection, transaction

from balinea.booking.menus import Known
from balinea.booking.record import PastVisit, record_visits
from balinea.booking.values import Place
from balinea.catalog import queries as catalog
from balinea.catalog.record import NewMenu, record_menus
from balinea.catalog.values import VenueMenu
from balinea.demo import past
from balinea.demo.diary import Diary
from balinea.demo.salon import PARIS, Sample, salon
from balinea.scheduling import reindex, standing
from balinea.scheduling.record import record_hours
from balinea.search.relist import relist
from balinea.slots.file_values import FileAddress
from balinea.venues.record import NewVenue, RecordedVenue, record_venues

# on a busy machine a batch takes longer than a request may; what a crash loses of it is drawn again
PATIENT = "SET LOCAL statement_timeout = 0; SET LOCAL synchronous_commit = off"
Pair = tuple[Sample, RecordedVenue]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What is made: salons 0 to `size`, booked from `back` days ago for `ahead` days. No booking rows without `booked`.

    `indexed` is the number of days that the availability index holds from today on; None: to each horizon.
    """

    seed: int
    size: int
    now: datetime
    back: int = 0
    ahead: int = 0
    booked: bool = True
    indexed: int | None = None

    @property
    def today(self) -> date:
        """The local date of `now`."""
        return self.now.astimezone(PARIS).date()


@transaction.atomic
def write(plan: Plan, numbers: Sequence[int]) -> int:
    """Write the salons of these numbers; return how many bookings they have."""
    with connection.cursor() as cursor:
        cursor.execute(PATIENT)
    samples = [salon(seed=plan.seed, number=number, today=plan.today) for number in numbers]
    recorded = record_venues(venues=[_venue(sample) for sample in samples], now=plan.now)
    pairs = list(zip(samples, recorded, strict=True))
    record_menus(menus=[_menu(sample, rows) for sample, rows in pairs])
    record_hours(
        staff=[
            standing.of_file(resource_id=rows.resources[person.key], person=person, timezone=PARIS)
            for sample, rows in pairs
            for person in sample.file.staff
        ]
    )
    visits = _visits(plan, pairs) if plan.booked else []
    record_visits(visits=visits)
    _index(plan, [rows.venue_id for rows in recorded])
    return len(visits)


def _venue(sample: Sample) -> NewVenue:
    return NewVenue(
        file=sample.file,
        family=sample.family,
        phone=sample.phone,
        email=sample.email,
        approves_first=sample.approves_first,
        cancel_hours=sample.cancel_hours,
    )


def _menu(sample: Sample, rows: RecordedVenue) -> NewMenu:
    return NewMenu(
        venue_id=rows.venue_id,
        currency=sample.file.venue.currency,
        resources=rows.resources,
        services=sample.file.services,
        treatments=sample.treatments,
    )


def _visits(plan: Plan, pairs: Sequence[Pair]) -> list[tuple[Known, PastVisit]]:
    menus = catalog.menus([rows.venue_id for _, rows in pairs])
    days = [plan.today + timedelta(days=n) for n in range(-plan.back, plan.ahead)]
    visits = []
    for sample, rows in pairs:
        known = _known(sample, rows, menus[rows.venue_id])
        chance = Random(f"{plan.seed}/{sample.number}/diary")  # noqa: S311 - sample data, not a secret
        for placement in Diary(sample=sample, chance=chance).visits(days):
            made = past.visit(chance, placement, approves_first=sample.approves_first, now=plan.now)
            visits.append((known, made))
    return visits


def _known(sample: Sample, rows: RecordedVenue, offered: VenueMenu) -> Known:
    venue, address = sample.file.venue, sample.file.venue.address or FileAddress()
    return Known(
        venue_id=rows.venue_id,
        place=Place(
            slug=venue.slug,
            name=venue.name,
            street=address.street,
            postcode=address.postcode,
            city=address.city,
            phone=sample.phone,
            email=sample.email,
            timezone=venue.rules.timezone,
            currency=venue.currency,
        ),
        cancel_hours=sample.cancel_hours,
        approves_first=sample.approves_first,
        offered=offered,
    )


def _index(plan: Plan, venue_ids: Sequence[int]) -> None:
    if plan.indexed is None:
        reindex.rebuild_to_horizon(venue_ids=venue_ids, now=plan.now)
    else:
        first = plan.today - timedelta(days=reindex.BEHIND_DAYS)
        reindex.rebuild(venue_ids=venue_ids, first=first, days=reindex.BEHIND_DAYS + plan.indexed)
    relist(venues=venue_ids)
