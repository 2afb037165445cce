from datetime import date
from zoneinfo import ZoneInfo

import pytest

from balinea.venues import queries
from balinea.venues.models import Business, OpeningException, Resource, Venue
from balinea.venues.values import Address, Policies, StaffMember

pytestmark = pytest.mark.django_db


def bobs_salon(**changes):
    business = Business.objects.create(name="Chez Bob")
    told = {
        "slug": "chez-bob",
        "name": "Chez Bob",
        "timezone": "Europe/Paris",
        "opening": {"mon": ["09:00-12:00"]},
    }
    return Venue.objects.create(business=business, **(told | changes))


def test_a_page_tells_all_about_a_venue():
    venue = bobs_salon(
        street="1 rue de l'Essai", postcode="75011", city="Paris", latitude=48.86, longitude=2.38
    )
    OpeningException.objects.create(venue=venue, date=date(2026, 12, 24), hours=["09:00-11:00"])
    Resource.objects.create(venue=venue, position=1, key="zoe", name="Zoé")
    Resource.objects.create(venue=venue, position=0, key="lea", name="Léa")
    Resource.objects.create(venue=venue, position=2, key="old", name="Ancien", active=False)
    page = queries.page("chez-bob")
    assert (page.pk, page.business) == (venue.pk, venue.business_id)
    assert page.timezone == ZoneInfo("Europe/Paris")
    assert page.address == Address(street="1 rue de l'Essai", postcode="75011", city="Paris")
    assert page.address.line() == "1 rue de l'Essai, 75011 Paris"
    assert page.location == (48.86, 2.38)
    assert list(page.opening) == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    assert (page.opening["mon"], page.opening["tue"]) == (("09:00-12:00",), ())
    assert page.exceptions == {date(2026, 12, 24): ("09:00-11:00",)}
    assert page.team == (StaffMember(id="lea", name="Léa"), StaffMember(id="zoe", name="Zoé"))
    assert page.policies == Policies(lead_minutes=0, horizon_days=60, cancel_hours=24, approves_first=False)


def test_a_page_takes_three_queries(django_assert_num_queries):
    bobs_salon()
    with django_assert_num_queries(3):
        assert queries.page("chez-bob").location is None


@pytest.mark.parametrize("slug", ["chez-bob", "nowhere"])
def test_an_unpublished_or_unknown_venue_has_no_page(slug):
    bobs_salon(published=False)
    with pytest.raises(queries.UnknownVenueError):
        queries.page(slug)


def test_the_desk_sees_unpublished_venues():
    venue = bobs_salon(published=False)
    assert queries.pages([venue.pk])[venue.pk].slug == "chez-bob"
    assert [page.pk for page in queries.of_business([venue.business_id])] == [venue.pk]
