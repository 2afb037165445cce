from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_an_amount_is_taken_away():
    assert Money(500, "EUR") - Money(700, "EUR") == Money(-200, "EUR")


@pytest.mark.parametrize(
    ("minor", "factor", "result"),
    [
        (999, Fraction(1, 6), 167),
        (5, Decimal("0.5"), 3),
        (-5, Decimal("0.5"), -3),
        (4, Fraction(1, 10), 0),
        (250, 3, 750),
    ],
)
def test_a_product_is_rounded_once_and_halves_away_from_zero(minor, factor, result):
    assert Money(minor, "EUR").times(factor) == Money(result, "EUR")


def test_larger_parts_come_first():
    assert [part.minor for part in Money(1000, "EUR").split(3)] == [334, 333, 333]
    assert [part.minor for part in Money(-1000, "EUR").split(3)] == [-334, -333, -333]


def test_a_share_follows_its_weight():
    assert [part.minor for part in Money(100, "EUR").share([1, 0, 2])] == [33, 0, 67]


@pytest.mark.parametrize("weights", [[], [0], [2, -1]])
def test_an_amount_is_not_shared_among_nobody(weights):
    with pytest.raises(ValueError, match="weights"):
        Money(100, "EUR").share(weights)


@given(
    st.integers(-(10**9), 10**9),
    st.lists(st.integers(0, 1000), min_size=1).filter(lambda found: sum(found) > 0),
)
def test_shares_add_up_to_the_amount_and_are_off_by_less_than_one_unit(minor, weights):
    parts = Money(minor, "EUR").share(weights)
    assert sum(part.minor for part in parts) == minor
    assert all(
        abs(part.minor - Fraction(minor * weight, sum(weights))) < 1
        for part, weight in zip(parts, weights, strict=True)
    )
