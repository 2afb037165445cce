from datetime import UTC, datetime

import pytest

from balinea.marketplace import opening
from balinea.marketplace.tests.conftest import open_salon
from balinea.venues import queries

BOXING_DAY = datetime(2026, 12, 26, 11, tzinfo=UTC)  # a Saturday; a holiday in Alsace and Moselle only


@pytest.mark.parametrize(("region", "is_open"), [("", True), ("57", False)])
def test_a_holiday_of_the_region_closes(db, region, is_open):
    open_salon("lilas", public_holidays="closed", region=region)
    assert opening.now(queries.page("lilas"), BOXING_DAY, "fr").open is is_open
