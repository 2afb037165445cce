"""Public holidays of a country or one of its regions, as the `holidays` library knows them."""

from datetime import date
from functools import lru_cache

import holidays


@lru_cache(maxsize=1024)
def known(country: str, region: str | None = None) -> bool:
    """Whether the library knows the public holidays of this country (ISO 3166-1) and this region of it."""
    try:
        holidays.country_holidays(country, subdiv=region, years=())
    except NotImplementedError:
        return False
    return True


def is_one(day: date, country: str, region: str | None) -> bool:
    """Whether the date is a public holiday there."""
    return day in _of_year(country, region, day.year)


@lru_cache(maxsize=1024)
def _of_year(country: str, region: str | None, year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays(country, subdiv=region, years=year, expand=False))
