import pytest
from django.db import connection

from balinea.config.health import SchemaLevel


def test_live_needs_no_database_and_no_known_host(client):
    response = client.get("/health/live", headers={"host": "10.0.0.7"})
    assert (response.status_code, response.json()) == (200, {"status": "live"})


@pytest.mark.django_db(transaction=True)
def test_ready_when_the_database_answers_with_the_right_schema(client):
    response = client.get("/health/ready", headers={"host": "10.0.0.7"})
    assert (response.status_code, response.json()) == (200, {"status": "ready", "cache": "database"})
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db(transaction=True)
def test_not_ready_while_the_process_is_about_to_end(client, settings, tmp_path):
    settings.DRAIN_MARK = str(tmp_path / "draining")
    assert client.get("/health/ready").status_code == 200
    (tmp_path / "draining").touch()
    response = client.get("/health/ready")
    assert (response.status_code, response.json()["reason"]) == (503, "draining")
    assert client.get("/health/live").status_code == 200


@pytest.mark.django_db
def test_the_schema_suits_only_when_no_migration_is_missing():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'booking'")
    assert not SchemaLevel().suits()


@pytest.mark.django_db
def test_the_schema_is_looked_at_once(django_assert_num_queries):
    level = SchemaLevel()
    assert level.suits()
    with django_assert_num_queries(0):
        assert level.suits()
