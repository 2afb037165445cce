"""What every rule looks at: the file, its hours, what is claimed, and the question."""

from dataclasses import dataclass
from typing import Any

from balinea.slots.tests.oracle.claims import Diary, needs_staff
from balinea.slots.tests.oracle.hours import Hours
from balinea.slots.tests.oracle.replay import replay


@dataclass(frozen=True, kw_only=True)
class World:
    file: dict[str, Any]
    query: dict[str, Any]
    hours: Hours
    diary: Diary

    def policy(self, key: str, default: Any) -> Any:
        return self.file["venue"].get(key, default)

    def service(self, key: str) -> dict[str, Any]:
        return next(service for service in self.file["services"] if service["key"] == key)

    def team(self) -> list[str]:
        return [person["key"] for person in self.file.get("staff", [])]

    def people(self, service: dict[str, Any], asked: str | None) -> list[str | None]:
        """Rule 9: give who can perform a service, in the order of the team; nobody is `None`."""
        if not needs_staff(service):
            return [None] if asked is None else []
        performers = service.get("performed_by", {})
        return [key for key in self.team() if key in performers and asked in (None, key)]


def world(document: dict[str, Any]) -> World:
    file = document["venue_file"]
    hours = Hours(file)
    return World(file=file, query=document["query"], hours=hours, diary=replay(file, hours))
