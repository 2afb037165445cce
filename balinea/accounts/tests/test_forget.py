from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session

from balinea.accounts.forget import forget
from balinea.accounts.models import SignInLink, User
from balinea.accounts.sign_in_link import create

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)

pytestmark = pytest.mark.django_db


def test_what_is_over_or_used_is_forgotten_and_the_rest_stays():
    bob = User.objects.create_user(email="bob@example.org")
    ida = User.objects.create_user(email="ida@example.org")
    create(user=bob, now=NOON, lasts=HOUR)
    create(user=ida, now=NOON, lasts=3 * HOUR)
    for number in (1, 3):
        Session.objects.create(session_key=f"key{number}", expire_date=NOON + number * HOUR)
    forget(now=NOON + 2 * HOUR)
    assert [link.user for link in SignInLink.objects.all()] == [ida]
    assert [session.session_key for session in Session.objects.all()] == ["key3"]
    SignInLink.objects.update(used_at=NOON)
    forget(now=NOON + 2 * HOUR)
    assert SignInLink.objects.count() == 0
