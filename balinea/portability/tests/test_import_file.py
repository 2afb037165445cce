from copy import deepcopy
from datetime import UTC, datetime

import pytest

from balinea.accounts.models import User
from balinea.booking.confirm import confirm
from balinea.booking.hold import hold
from balinea.booking.values import Client, Visitor, Wish
from balinea.catalog import queries as catalog
from balinea.catalog.models import Performer, Service
from balinea.portability.export_file import export_file
from balinea.portability.import_file import HasBookingsError, import_file
from balinea.portability.models import ImportedFile
from balinea.portability.tests.odd import EVERYTHING, changed
from balinea.slots.document import VenueFileError
from balinea.slots.values import Item
from balinea.venues import queries as venues
from balinea.venues.models import Business, Membership, Resource, Room, Venue
from tests.salon import NOW, SMALL
from tests.truth import claims, drift

pytestmark = pytest.mark.django_db

AT_TEN = {"service": "cut", "staff": "lea", "start": "2026-11-24T10:00"}
AT_ELEVEN = AT_TEN | {"start": "2026-11-24T11:00"}


def counts():
    models = (Business, Venue, Room, Resource, Service, Performer, ImportedFile)
    return [model.objects.count() for model in models]


def test_an_import_fills_the_tables():
    import_file(document=SMALL, now=NOW)
    assert counts() == [1, 1, 1, 4, 3, 5, 1]
    page = venues.page("essai")
    assert [person.id for person in page.team] == ["lea", "zoe"]
    assert page.opening["sat"] == ()
    assert [line.id for line in catalog.menu(page.pk).lines] == ["cut", "colour", "care"]


def test_services_get_the_treatment_that_their_names_mean():
    import_file(document=SMALL, now=NOW)
    assert list(Service.objects.order_by("position").values_list("key", "treatment")) == [
        ("cut", "coupe"),
        ("colour", "couleur"),
        ("care", ""),
    ]
    assert Venue.objects.get().family == "coiffure"


@pytest.mark.parametrize(
    ("document", "pointer"),
    [
        ([], ""),
        (changed(SMALL, ["venue", "slug"], "no spaces"), "/venue/slug"),
        (changed(SMALL, ["venue", "slug"], "x" * 101), "/venue/slug"),
        (changed(SMALL, ["staff", 1, "key"], "lea"), "/staff/1/key"),
        (changed(SMALL, ["services", 2, "key"], "x" * 251), "/services/2/key"),
        (changed(SMALL, ["services", 0, "phases", 0, "minutes"], 7), "/services/0/phases/0/minutes"),
        (changed(SMALL, ["bookings"], [AT_TEN | {"staff": "bob"}]), "/bookings/0/staff"),
        (changed(SMALL, ["bookings"], [AT_TEN, AT_TEN]), "/bookings/1"),
    ],
)
def test_wrong_input_is_refused_with_its_place_and_writes_nothing(document, pointer):
    with pytest.raises(VenueFileError) as refusal:
        import_file(document=document, now=NOW)
    assert refusal.value.pointer == pointer
    assert counts() == [0] * 7


def test_long_texts_are_taken_as_they_are():
    document = changed(SMALL, ["services", 0, "name"], "Coupe " * 200)
    document["bookings"] = [AT_TEN]
    document["business"]["siret"] = "0" * 300
    import_file(document=document, now=NOW)
    assert export_file(slug="essai").document == document


def test_a_venue_is_replaced_as_a_whole_and_keeps_its_owner():
    import_file(document=EVERYTHING, now=NOW)
    before = Venue.objects.get()
    Venue.objects.update(email="bob@salon.example", approves_first=True)
    bob = User.objects.create_user(email="bob@salon.example")
    Membership.objects.create(business=before.business, user=bob, role="owner")
    assert import_file(document=SMALL, now=NOW).replaced
    assert counts() == [1, 1, 1, 4, 3, 5, 1]
    after = Venue.objects.get()
    assert (after.pk, after.business_id) == (before.pk, before.business_id)
    assert (after.email, after.approves_first, after.name) == ("bob@salon.example", True, "Salon d'essai")
    assert Membership.objects.get().business.name == "Maison d'essai"
    assert claims() == []
    assert drift() == []
    assert export_file(slug="essai").document == SMALL


def test_a_venue_with_clients_of_ours_is_not_replaced():
    import_file(document=SMALL, now=NOW)
    wish = Wish(venue="essai", items=(Item(service="cut"),), start=datetime(2026, 11, 24, 9, tzinfo=UTC))
    hold(wish=wish, visitor=Visitor(visitor="a", address="b"), now=NOW)
    held = claims()
    assert len(held) == 1
    with pytest.raises(HasBookingsError):
        import_file(document=EVERYTHING, now=NOW)
    assert claims() == held
    assert export_file(slug="essai").document == SMALL


def test_what_clients_booked_here_goes_out_without_them():
    import_file(document=changed(SMALL, ["bookings"], [AT_TEN]), now=NOW)
    start = datetime(2026, 11, 24, 12, tzinfo=UTC)
    wish = Wish(venue="essai", items=(Item(service="care"), Item(service="colour")), start=start)
    hold_id = hold(wish=wish, visitor=Visitor(visitor="a", address="b"), now=NOW).id
    alice = Client(first_name="Alice", last_name="Martin", email="alice@mail.example")
    confirm(hold_id=hold_id, client=alice, now=NOW)
    exported = export_file(slug="essai")
    assert exported.faithful
    assert exported.document["services"] == SMALL["services"]
    assert exported.document["bookings"] == [
        AT_TEN,
        {"service": "care", "staff": "zoe", "start": "2026-11-24T13:00", "room": "chair#1", "visit": "2"},
        {"service": "colour", "staff": "lea", "start": "2026-11-24T13:45", "room": "chair#1", "visit": "2"},
    ]
    assert "alice" not in str(exported.document).lower()


def test_later_changes_show_and_the_rest_keeps_its_words():
    import_file(document=EVERYTHING, now=NOW)
    Service.objects.filter(key="care").update(price_minor=4500)
    Venue.objects.update(lead_minutes=60)
    exported = export_file(slug="essai")
    assert exported.faithful
    document = exported.document
    assert document["services"][0]["price"] == "45.00"
    assert document["services"][1:] == EVERYTHING["services"][1:]
    assert document["venue"]["lead_minutes"] == 60
    assert document["venue"]["exceptions"] == EVERYTHING["venue"]["exceptions"]
    for section in ("balinea", "business", "staff", "rooms", "blocks", "bookings"):
        assert document[section] == EVERYTHING[section]


def test_bookings_name_their_units_once_the_rules_would_choose_others():
    document = changed(SMALL, ["bookings"], [AT_TEN | {"service": "care"}])
    import_file(document=document, now=NOW)
    Room.objects.update(key="seat")  # the units are called otherwise: the words of the bookings still hold
    Resource.objects.filter(key="chair#1").update(key="seat#1")
    Resource.objects.filter(key="chair#2").update(key="seat#2")
    exported = export_file(slug="essai")
    assert exported.faithful
    assert exported.document["bookings"] == [
        {"service": "care", "staff": "lea", "start": "2026-11-24T10:00", "room": "seat#1"}
    ]


def test_a_service_that_grew_over_its_neighbour_is_told():
    document = changed(SMALL, ["bookings"], [AT_TEN, AT_ELEVEN])
    import_file(document=document, now=NOW)
    Service.objects.filter(key="cut").update(phases=[{"minutes": 90, "staff": True}], minutes=90)
    exported = export_file(slug="essai")
    assert not exported.faithful
    assert exported.document["services"][0]["phases"] == [{"minutes": 90, "staff": True}]


def test_the_same_file_may_come_again_and_again():
    for _ in range(3):
        import_file(document=deepcopy(SMALL), now=NOW)
    assert counts() == [1, 1, 1, 4, 3, 5, 1]
