import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_test_world_runs_on_postgresql_18():
    assert connection.pg_version // 10_000 == 18


@pytest.mark.django_db(transaction=True)
def test_it_does_so_twice():
    assert connection.vendor == "postgresql"
