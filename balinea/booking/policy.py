"""The snapshot of what a client agrees to, as stored with a hold and its booking."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from balinea.booking import rules
from balinea.booking.menus import Known
from balinea.booking.values import Policy


def of(*, known: Known, start: datetime) -> Policy:
    """Return the venue's policy for a visit that starts then."""
    return Policy(
        cancel_hours=known.cancel_hours,
        cancel_until=rules.cancel_until(
            start=start, cancel_hours=known.cancel_hours, timezone=known.timezone
        ),
        approves_first=known.approves_first,
    )


def moved(agreed: Policy, *, start: datetime, timezone: ZoneInfo) -> Policy:
    """Return the same policy for another start."""
    until = rules.cancel_until(start=start, cancel_hours=agreed.cancel_hours, timezone=timezone)
    return replace(agreed, cancel_until=until)


def stored(policy: Policy) -> dict[str, Any]:
    """Return a policy as JSON."""
    return {
        "cancel_hours": policy.cancel_hours,
        "cancel_until": policy.cancel_until.isoformat(),
        "approves_first": policy.approves_first,
        "payment": policy.payment,
    }


def loaded(document: dict[str, Any]) -> Policy:
    """Return a stored policy."""
    return Policy(**document | {"cancel_until": datetime.fromisoformat(document["cancel_until"])})
