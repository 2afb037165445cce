"""Reads of identities."""

from balinea.accounts.models import User


def by_email(email: str) -> User | None:
    """Return who may sign in by this address, or None."""
    return User.objects.filter(email=email.strip().lower(), is_active=True).first()
