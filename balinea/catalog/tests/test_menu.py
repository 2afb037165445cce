from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from balinea.catalog import queries
from balinea.catalog.models import Performer, Service
from balinea.money import Money
from balinea.slots.values import Performer as EnginePerformer
from balinea.slots.values import Phase, Rules
from balinea.venues.models import Business, Resource, Room, Venue

pytestmark = pytest.mark.django_db


def bobs_salon(slug="chez-bob"):
    business = Business.objects.create(name="Chez Bob")
    venue = Venue.objects.create(
        business=business, slug=slug, name="Chez Bob", timezone="Europe/Paris", opening={}, max_wait=10
    )
    room = Room.objects.create(venue=venue, position=0, key="bac", kind="basin", units=2)
    zoe = Resource.objects.create(venue=venue, position=1, key="zoe", name="Zoé")
    lea = Resource.objects.create(venue=venue, position=0, key="lea", name="Léa")
    for number in (1, 2):
        Resource.objects.create(venue=venue, room=room, position=number, key=f"bac#{number}", name="Bac")
    cut = Service.objects.create(
        venue=venue,
        position=1,
        key="cut",
        name="Coupe",
        category="Coupes",
        treatment="coupe",
        price_minor=4000,
        minutes=45,
        phases=[{"minutes": 45, "staff": True}],
        buffer_after=5,
        room_kind="basin",
    )
    Performer.objects.create(service=cut, resource=zoe, minutes=[30], price_minor=2500)
    Performer.objects.create(service=cut, resource=lea)
    Service.objects.create(
        venue=venue,
        position=0,
        key="steam",
        name="Hammam",
        price_minor=2000,
        minutes=60,
        phases=[{"minutes": 60, "staff": False}],
    )
    Service.objects.create(
        venue=venue,
        position=2,
        key="old",
        name="Mise en plis",
        price_minor=1,
        minutes=5,
        phases=[],
        active=False,
    )
    return venue


def test_a_menu_is_ready_for_the_engine():
    menu = queries.menu(bobs_salon().pk).menu
    assert menu.rules == Rules(timezone=ZoneInfo("Europe/Paris"), max_wait=10)
    assert menu.staff == ("lea", "zoe")
    assert menu.units == {"basin": ("bac#1", "bac#2")}
    assert list(menu.services) == ["steam", "cut"]
    cut = menu.services["cut"]
    assert cut.phases == (Phase(minutes=45),)
    assert (cut.price, cut.buffer_before, cut.buffer_after, cut.room_kind) == (
        Decimal("40.00"),
        0,
        5,
        "basin",
    )
    assert dict(cut.performers) == {
        "zoe": EnginePerformer(minutes=(30,), price=Decimal("25.00")),
        "lea": EnginePerformer(),
    }
    assert menu.services["steam"].room_kind is None
    assert not menu.services["steam"].staffed


def test_a_menu_is_ready_for_pages():
    venue = bobs_salon()
    steam, cut = queries.menu(venue.pk).lines
    assert (steam.id, steam.price, steam.cheapest, steam.staff) == (
        "steam",
        Money(2000, "EUR"),
        Money(2000, "EUR"),
        (),
    )
    assert (cut.id, cut.name, cut.category, cut.treatment) == ("cut", "Coupe", "Coupes", "coupe")
    assert (cut.minutes, cut.price, cut.cheapest) == (45, Money(4000, "EUR"), Money(2500, "EUR"))
    assert cut.staff == ("lea", "zoe")
    names = queries.menu(venue.pk).names
    assert names == {"lea": "Léa", "zoe": "Zoé"}


def test_many_menus_cost_as_many_queries_as_one(django_assert_num_queries):
    venues = [bobs_salon().pk, bobs_salon("chez-bob-2").pk]
    with django_assert_num_queries(1):
        found = queries.menus(venues)
    assert [len(found[pk].resources) for pk in venues] == [4, 4]
    assert found[venues[0]].resources.keys() == found[venues[1]].resources.keys()
    assert set(found[venues[0]].services.values()).isdisjoint(found[venues[1]].services.values())


def test_a_venue_that_is_not_there_has_no_menu():
    with pytest.raises(KeyError):
        queries.menu(0)
