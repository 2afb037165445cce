from datetime import date, time

import pytest

from balinea.platform.ui import formats


@pytest.mark.parametrize(
    ("minor", "currency", "language", "written"),
    [
        (4500, "EUR", "fr", "45\u00a0€"),
        (2990, "EUR", "fr", "29,90\u00a0€"),
        (125_000, "EUR", "fr", "1\u202f250\u00a0€"),
        (4500, "EUR", "en", "€45"),
        (2990, "EUR", "en", "€29.90"),
        (5000, "JPY", "en", "JP¥5,000"),
    ],
)
def test_amounts_leave_out_cents_that_are_none(minor, currency, language, written):
    assert formats.amount(minor, currency, language) == written


@pytest.mark.parametrize(
    ("minutes", "written"),
    [(45, "45\u00a0min"), (60, "1\u00a0h"), (95, "1\u00a0h\u00a035"), (125, "2\u00a0h\u00a005")],
)
def test_lengths_are_said_in_hours_from_one_hour_on(minutes, written):
    assert formats.length(minutes) == written


@pytest.mark.parametrize(
    ("moment", "language", "written"),
    [(time(9), "fr", "9\u00a0h"), (time(10, 30), "fr", "10\u00a0h\u00a030"), (time(9), "en", "09:00")],
)
def test_times_in_a_sentence_follow_the_language(moment, language, written):
    assert formats.hour(moment, language) == written


@pytest.mark.parametrize(
    ("day", "language", "written"),
    [
        (date(2026, 11, 28), "fr", "samedi\u00a028 novembre"),
        (date(2026, 12, 1), "fr", "mardi\u00a01er décembre"),
        (date(2026, 11, 28), "en", "Saturday\u00a028 November"),
    ],
)
def test_days_are_written_in_full(day, language, written):
    assert formats.day(day, language) == written


def test_a_day_of_another_year_names_it():
    assert formats.day(date(2027, 3, 28), "fr", today=date(2026, 11, 22)) == "dimanche\u00a028 mars 2027"


@pytest.mark.parametrize(
    ("metres", "written"), [(4, "10\u00a0m"), (348, "350\u00a0m"), (1_234, "1,2\u00a0km")]
)
def test_distances_are_as_one_would_say_them(metres, written):
    assert formats.distance(metres, "fr") == written


@pytest.mark.parametrize(
    ("typed", "language", "written"),
    [
        ("+33199001234", "fr", "01 99 00 12 34"),
        ("01 99 00 12 34", "en", "+33 1 99 00 12 34"),
        ("+44 20 7946 0958", "fr", "+44 20 7946 0958"),
        ("poste 12", "fr", "poste 12"),
    ],
)
def test_telephone_numbers_are_written_as_one_dials_them(typed, language, written):
    assert formats.telephone(typed, language).replace("\u00a0", " ") == written
