"""Salons and people of the browser tests, laid into the database of the running product."""

from balinea.accounts.models import User
from balinea.accounts.sign_in_link import create
from balinea.portability.import_file import import_file
from balinea.venues.models import Membership, Venue


def opened(document, now, *, approves_first=False):
    slug = import_file(document=document, now=now).slug
    Venue.objects.filter(slug=slug).update(
        approves_first=approves_first, email=f"{slug}@example.org", phone="01 99 00 12 34"
    )
    return Venue.objects.get(slug=slug)


def member(email, venue, now):
    user = User.objects.create_user(email=email)
    Membership.objects.create(business=venue.business, user=user, role="owner")
    return create(user=user, now=now)


def operator(email, now):
    return create(user=User.objects.create_user(email=email, is_operator=True), now=now)
