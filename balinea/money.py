"""An amount of money: whole minor units of a currency (cents of EUR, yen of JPY), so that none appears or vanishes."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

# ISO 4217: currencies whose minor unit has not two digits
_NO_DIGITS = ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF")
_NO_DIGITS_EITHER = ("UGX", "VND", "VUV", "XAF", "XOF", "XPF")
_THREE_DIGITS = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
_DIGITS = dict.fromkeys((*_NO_DIGITS, *_NO_DIGITS_EITHER), 0) | dict.fromkeys(_THREE_DIGITS, 3)


class NotAnAmountError(ValueError):
    """The number has more digits than the currency's minor unit."""


class CurrencyMismatchError(ValueError):
    """Amounts of two currencies do not add up."""


@dataclass(frozen=True, slots=True)
class Money:
    """`Money(2990, "EUR")` is 29.90 euros."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        if self.currency != other.currency:
            raise CurrencyMismatchError(f"{self.currency} and {other.currency}")
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return self + Money(-other.minor, other.currency)

    def times(self, factor: int | Decimal | Fraction) -> "Money":
        """The amount times a factor, rounded once, halves away from zero: the VAT in a price is `times(Fraction(1, 6))`."""
        product = self.minor * Fraction(factor)
        nearest = int(abs(product) + Fraction(1, 2))
        return Money(-nearest if product < 0 else nearest, self.currency)

    def split(self, parts: int) -> tuple["Money", ...]:
        """As equal parts as whole minor units allow, the larger ones first. ValueError below one part."""
        return self.share([1] * parts)

    def share(self, weights: Sequence[int]) -> tuple["Money", ...]:
        """Parts in proportion to the weights, whose sum is the amount; what is left goes to the largest remainders.

        ValueError if a weight is negative or all are 0.
        """
        total = sum(weights)
        if total <= 0 or min(weights) < 0:
            raise ValueError("weights are not negative, and one at least is positive")
        sign = -1 if self.minor < 0 else 1
        shares = [divmod(abs(self.minor) * weight, total) for weight in weights]
        left = abs(self.minor) - sum(whole for whole, _ in shares)
        rounded_up = sorted(range(len(shares)), key=lambda place: -shares[place][1])[:left]
        return tuple(
            Money(sign * (whole + (place in rounded_up)), self.currency)
            for place, (whole, _) in enumerate(shares)
        )

    def decimal(self) -> Decimal:
        """Return the amount in major units, with all digits of the minor unit: `Decimal("29.90")`."""
        return Decimal(self.minor).scaleb(-digits(self.currency))

    def text(self) -> str:
        """Return the amount as decimal text, as files and the API write it: `29.90`."""
        return f"{self.decimal():f}"


def digits(currency: str) -> int:
    """Return the digits of the currency's minor unit: 2 for EUR, 0 for JPY."""
    return _DIGITS.get(currency, 2)


def from_decimal(amount: Decimal, currency: str) -> Money:
    """Return an amount given in major units. Raises NotAnAmountError if it has fractions of the minor unit."""
    minor = amount.scaleb(digits(currency))
    if minor != minor.to_integral_value():
        raise NotAnAmountError(f"{amount} {currency}")
    return Money(int(minor), currency)
