from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from balinea.marketplace import days
from balinea.marketplace.days import Bounds
from tests.rows import Hold

PARIS = ZoneInfo("Europe/Paris")


def shown(client, query):
    response = client.get(f"/fr/salons/lilas/dates?{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_a_day_shows_its_starts_by_part_of_the_day(client, salon, day):
    page = shown(client, f"service=coupe&day={day}")
    assert page.index(">Matin ") < page.index(">Après-midi ") < page.index(">Soir ")
    assert page.count('class="slot"') == 38  # every quarter of an hour from 9:00 to 18:15
    assert "Première heure libre" in page


def test_looking_holds_nothing(client, salon, day):
    shown(client, f"service=coupe&day={day}")
    assert client.get("/fr/salons/lilas/hold").status_code == 405
    assert Hold.objects.count() == 0


def test_a_visit_of_two_services_can_be_done_by_somebody_each(client, salon, day):
    page = shown(client, f"service=coupe&staff=karim&service=brushing&staff=&day={day}")
    assert '<option value="karim" selected>' in page
    assert page.count('name="staff"') == 4  # a choice each, and the two hidden fields that the starts post
    assert "86\u00a0€" in page  # 56 for the cut by Karim, 30 for the blow-dry


def test_a_start_with_a_price_of_its_own_says_it(client, salon, day, book, at):
    book("10:00")  # Inès is busy, Karim is not
    page = shown(client, f"service=coupe&day={day}")
    button = page.split(f'value="{at("10:00")[:16]}')[1].split("</button>")[0]
    assert "56\u00a0€" in button


def test_without_a_service_one_goes_back_to_the_menu(client, salon):
    assert client.get("/fr/salons/lilas/dates").url == "/fr/salons/lilas"


def test_a_day_without_starts_leads_to_the_first_that_has_some(client, salon):
    yesterday = timezone.now().astimezone(PARIS).date() - timedelta(days=1)
    page = shown(client, f"service=coupe&day={yesterday}")
    assert "Rien de libre" not in page or "Aller au premier jour libre" in page


def test_weeks_follow_each_other_from_today_to_the_horizon(client, salon):
    today = timezone.now().astimezone(PARIS).date()
    assert f"day={today + timedelta(days=7)}" in shown(client, "service=coupe")
    last = shown(client, f"service=coupe&day={today + timedelta(days=60)}")
    assert 'id="next-week"' not in last
    assert 'id="previous-week"' in last


def test_an_hour_that_comes_twice_says_which_one_it_is():
    first, second = (days.local(datetime(2026, 10, 25, hour, 30, tzinfo=UTC), PARIS) for hour in (0, 1))
    assert (f"{first.at:%H:%M}", first.note) == ("02:30", "")
    assert (f"{second.at:%H:%M}", second.note) == ("02:30", "(heure d’hiver)")
    assert first.value != second.value


def test_days_on_which_the_clocks_change_are_explained():
    assert "heure d’été" in days.clock_note(date(2027, 3, 28), PARIS)
    assert "heure d’hiver" in days.clock_note(date(2026, 10, 25), PARIS)
    assert days.clock_note(date(2026, 11, 25), PARIS) == ""


def test_a_week_over_a_change_of_clocks_has_seven_days():
    bounds = Bounds(today=date(2027, 3, 25), last=date(2027, 5, 24))
    week = days.week(bounds.today, bounds.today, [], bounds=bounds, url=str)
    assert [day.date.day for day in week.days] == [25, 26, 27, 28, 29, 30, 31]
    assert week.previous_url == ""
    assert week.next_url == "2027-04-01"
    assert bounds.first_of_week(date(2027, 4, 2)) == date(2027, 4, 1)
