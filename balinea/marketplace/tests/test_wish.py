"""What is chosen, as an address says it."""

from django.http import QueryDict

from balinea.marketplace import wish
from balinea.slots.values import Item


def test_keys_are_read_as_long_as_a_venue_file_gives_them():
    service, person = "s" * 250, "p" * 250
    data = QueryDict(f"service={service}&staff={person}")
    assert wish.read(data).items == (Item(service=service, staff=person),)


def test_five_services_make_a_visit_at_most():
    assert len(wish.read(QueryDict("&".join(f"service=s{number}" for number in range(7)))).items) == 5
