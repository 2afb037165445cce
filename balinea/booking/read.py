"""Holds and bookings as values."""

from collections.abc import Sequence

from balinea.booking import menus, policy, snapshot
from balinea.booking.models import Booking, BookingItem, Hold
from balinea.booking.values import Booked, Client, Held, Place, Seat


def held(row: Hold, place: Place) -> Held:
    """Return a hold as others see it."""
    return Held(
        id=row.pk,
        place=place,
        seats=snapshot.loaded(row.items),
        total_minor=row.total_minor,
        policy=policy.loaded(row.policy),
        expires_at=row.expires_at,
    )


def booked(row: Booking) -> Booked:
    """Return a booking as others see it; its services are read."""
    items = row.items.select_related("service", "staff", "unit").order_by("position")
    return of(row, [seat(item) for item in items])


def of(row: Booking, seats: Sequence[Seat]) -> Booked:
    """Return a booking whose services are known already."""
    return Booked(
        reference=row.reference,
        visit=row.visit,
        status=row.status,
        place=menus.place_of(row.venue),
        client=Client(
            first_name=row.first_name,
            last_name=row.last_name,
            email=row.email,
            phone=row.phone,
            language=row.language,
            note=row.note,
        ),
        seats=tuple(seats),
        total_minor=row.total_minor,
        policy=policy.loaded(row.policy),
        sequence=row.sequence,
        created_at=row.created_at,
    )


def seat(item: BookingItem) -> Seat:
    """Return one service of a booking; it comes with its service, staff and unit."""
    return Seat(
        service=item.service.key,
        name=item.name,
        staff=item.staff.key if item.staff else None,
        staff_name=item.staff.name if item.staff else None,
        unit=item.unit.key if item.unit else None,
        start=item.starts_at,
        end=item.ends_at,
        price_minor=item.price_minor,
    )
