"""The people who sign in to sample data: the owner of its first salon, and an operator."""

from datetime import datetime
from typing import Literal

from django.db import transaction

from balinea.accounts import sign_in_link
from balinea.accounts.models import User
from balinea.demo.salon import DOMAIN, address_of
from balinea.venues.models import Membership, Venue

Role = Literal["owner", "operator"]
ROLES: tuple[Role, ...] = ("owner", "operator")
OWNED = 0  # the number of the owner's salon


class NoSampleDataError(Exception):
    """Nobody of that role is there: the database holds no sample salons."""


def expected() -> bool:
    """Say whether this database holds sample data, or is about to."""
    return User.objects.filter(email=_email("operator")).exists()


@transaction.atomic
def expect() -> None:
    """Create the operator and the owner of the first sample salon, unless they are there."""
    if not expected():
        User.objects.create_user(email=_email("owner"), name="Propriétaire d'essai")
        User.objects.create_user(email=_email("operator"), name="Opérateur d'essai", is_operator=True)


def welcome() -> None:
    """Give the first sample salon to its owner."""
    owner = User.objects.get(email=_email("owner"))
    if not Membership.objects.filter(user=owner).exists():
        salon = Venue.objects.get(email=address_of(OWNED))
        Membership.objects.create(business_id=salon.business_id, user=owner, role="owner")


def link(*, role: Role, now: datetime) -> str:
    """Return a one-time address that signs in as this role. Raises NoSampleDataError."""
    user = User.objects.filter(email=_email(role)).first()
    if user is None:
        raise NoSampleDataError(role)
    return sign_in_link.create(user=user, now=now)


def _email(role: Role) -> str:
    return f"{role}@{DOMAIN}"
