"""A salon in a running Balinea, and many clients who want the same thing at the same instant."""

import asyncio
import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import httpx

from tests.installation import Installation

CLIENTS = 100
PARIS = ZoneInfo("Europe/Paris")
SLUG = "arene"
DAILY = {day: ["08:00-20:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
ALICE = {"first_name": "Alice", "last_name": "Martin", "email": "alice@mail.example"}


def service(key, *, minutes=60, **more):
    return {"key": key, "name": key, "price": "40.00", "phases": [{"minutes": minutes}], **more}


# one person for the plain service; two people and one cabin for those that need two resources
SALON = {
    "balinea": 1,
    "business": {"name": "Arène d'essai"},
    "venue": {
        "slug": SLUG,
        "name": "Arène",
        "timezone": "Europe/Paris",
        "opening": DAILY,
        "public_holidays": "open",
        "grid_minutes": 15,
        "horizon_days": 60,
    },
    "staff": [
        {"key": "lea", "name": "Léa", "weeks": [DAILY]},
        {"key": "zoe", "name": "Zoé", "weeks": [DAILY]},
        {"key": "ana", "name": "Ana", "weeks": [DAILY]},
    ],
    "rooms": [{"key": "cabin", "kind": "cabin"}],
    "services": [
        service("cut", performed_by={"ana": {}}),
        service("care", room_kind="cabin", performed_by={"lea": {}}),
        service("wax", room_kind="cabin", performed_by={"zoe": {}}),
    ],
}


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One request, its answer, and how long it took."""

    asked: dict
    status: int
    body: dict
    seconds: float


@dataclass
class Arena:
    installation: Installation
    slowest: float = 0.0
    shots: int = 0
    _days: int = field(default=0)

    def open(self):
        """Take the salon in, by the command that a salon would use."""
        file = self.installation.data_dir.parent / "arene.json"
        file.write_text(json.dumps(SALON))
        self.command("venue", "import", str(file))
        return self

    def command(self, *words):
        """Run `balinea` on this installation; its exit status must be 0."""
        done = subprocess.run(
            [sys.executable, "-m", "balinea.config.cli", *words],
            env=self.installation.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def starts(self, rounds):
        """An instant for each round, far enough apart for two hours of work on both sides."""
        midnight = datetime.now(PARIS).replace(hour=0, minute=0, second=0, microsecond=0)
        for number in range(rounds):
            day, turn = divmod(number, 2)
            self._days = max(self._days, day)
            noon = midnight.replace(tzinfo=None) + timedelta(days=1 + day, hours=10 + 5 * turn)
            yield noon.replace(tzinfo=PARIS)

    def volley(self, requests):
        """Send all requests at once; no answer may be a server's error."""
        # a thread of its own: a browser test's event loop may still run in this one
        with ThreadPoolExecutor(1) as thread:
            shots = thread.submit(asyncio.run, self._volley(list(requests))).result()
        self.slowest = max(self.slowest, *(shot.seconds for shot in shots))
        self.shots += len(shots)
        assert [shot for shot in shots if shot.status >= 500] == []
        return shots

    def send(self, path, body, status):
        """Send one request that must be answered with this status."""
        [shot] = self.volley([(path, body)])
        assert shot.status == status, shot
        return shot.body

    async def _volley(self, requests):
        limits = httpx.Limits(max_connections=len(requests))
        async with httpx.AsyncClient(
            base_url=f"{self.installation.url}/api/v1", limits=limits, timeout=60, trust_env=False
        ) as client:
            return await asyncio.gather(*(self._shoot(client, path, body) for path, body in requests))

    async def _shoot(self, client, path, body):
        before = time.perf_counter()
        answer = await client.post(path, json=body)
        return Shot(
            asked=body,
            status=answer.status_code,
            body=answer.json() if answer.content else {},
            seconds=time.perf_counter() - before,
        )

    def hold(self, start, *items):
        """The request for a hold; items are (service, staff) or a service."""
        asked = [item if isinstance(item, tuple) else (item, None) for item in items]
        body = {
            "venue": SLUG,
            "items": [{"service": service, "staff": staff} for service, staff in asked],
            "start": start.isoformat(),
        }
        return "/holds", body

    def book(self, start, *items):
        """Hold and book; returns the booking."""
        held = self.send(*self.hold(start, *items), 201)
        return self.send("/bookings", {"hold": held["id"], "client": ALICE, "accept_policy": True}, 201)

    def sql(self, statement, *values):
        with self.installation.database() as connection:
            cursor = connection.execute(statement, values)
            return cursor.fetchall() if cursor.description else cursor.rowcount

    def claims_at(self, start):
        """The resources that are claimed at an instant."""
        rows = self.sql(
            "SELECT resource.key FROM scheduling_claim claim JOIN venues_resource resource"
            " ON resource.id = claim.resource_id WHERE claim.span @> %s::timestamptz"
            " AND (claim.expires_at IS NULL OR claim.expires_at > now()) ORDER BY 1",
            start,
        )
        return [key for (key,) in rows]

    def log(self):
        """All that PostgreSQL has said."""
        files = self.installation.data_dir.rglob("*.log")
        return "".join(file.read_text(errors="replace") for file in files)
