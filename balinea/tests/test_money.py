from decimal import Decimal

import pytest

from balinea.money import CurrencyMismatchError, Money, NotAnAmountError, digits, from_decimal
from balinea.slots.iso import CURRENCIES


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [
        (2990, "EUR", "29.90"),
        (0, "EUR", "0.00"),
        (5, "EUR", "0.05"),
        (1500, "JPY", "1500"),
        (1, "TND", "0.001"),
    ],
)
def test_an_amount_is_written_with_its_minor_digits_and_read_back(minor, currency, text):
    money = Money(minor, currency)
    assert money.text() == text
    assert from_decimal(Decimal(text), currency) == money


def test_fractions_of_a_cent_are_refused():
    with pytest.raises(NotAnAmountError):
        from_decimal(Decimal("1.005"), "EUR")


def test_only_one_currency_adds_up():
    assert Money(100, "EUR") + Money(5, "EUR") == Money(105, "EUR")
    with pytest.raises(CurrencyMismatchError):
        Money(100, "EUR") + Money(5, "GBP")


@pytest.mark.parametrize("currency", CURRENCIES)
def test_every_currency_has_the_digits_that_the_venue_file_gives_it(currency):
    assert digits(currency) == CURRENCIES[currency]
