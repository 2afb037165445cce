"""A visit booked at a salon, for the tests of what is told of it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from balinea.booking.models import Booking, BookingItem
from balinea.catalog.models import Service
from balinea.venues.models import Business, Resource, Room, Venue

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
START = datetime(2026, 11, 28, 13, 30, tzinfo=UTC)  # 14 h 30 in Paris


def salon():
    business = Business.objects.create(name="Lilas SARL")
    return Venue.objects.create(
        business=business,
        slug="salon-des-lilas",
        name="Salon des Lilas",
        family="hair",
        timezone="Europe/Paris",
        street="12 rue des Lilas",
        postcode="75011",
        city="Paris",
        latitude=48.8566,
        longitude=2.3722,
        phone="01 99 00 12 34",
        email="salon@example.org",
        opening={},
    )


def booked(venue, *, status="booked", start=START, **changes):
    values = {
        "reference": "F7K2M9QX",
        "visit": uuid4(),
        "venue": venue,
        "status": status,
        "first_name": "Zoé",
        "last_name": "Martin",
        "email": "zoe@example.org",
        "phone": "06 39 98 00 00",
        "language": "fr",
        "note": "",
        "starts_at": start,
        "ends_at": start + timedelta(minutes=75),
        "total_minor": 7200,
        "policy": {
            "cancel_hours": 24,
            "cancel_until": (start - timedelta(hours=24)).isoformat(),
            "approves_first": status == "pending",
            "payment": "at_the_salon",
        },
        "cancel_until": start - timedelta(hours=24),
        "created_at": NOON,
    }
    booking = Booking.objects.create(**values | changes)
    _items(booking)
    return booking


def _items(booking):
    awa, _ = Resource.objects.get_or_create(venue=booking.venue, position=1, key="awa", name="Awa")
    room, _ = Room.objects.get_or_create(venue=booking.venue, position=1, key="bac", kind="bac")
    chair, _ = Resource.objects.get_or_create(
        venue=booking.venue, room=room, position=2, key="bac#1", name="Bac 1"
    )
    services = [("coupe", "Coupe femme", 45, 4200, chair), ("soin", "Soin profond", 30, 3000, None)]
    start = booking.starts_at
    for position, (key, name, minutes, price, unit) in enumerate(services):
        service, _ = Service.objects.get_or_create(
            venue=booking.venue,
            key=key,
            defaults={
                "position": position,
                "name": name,
                "price_minor": price,
                "minutes": minutes,
                "phases": [],
            },
        )
        end = start + timedelta(minutes=minutes)
        BookingItem.objects.create(
            booking=booking,
            position=position,
            service=service,
            name=name,
            staff=awa,
            unit=unit,
            starts_at=start,
            ends_at=end,
            price_minor=price,
        )
        start = end
