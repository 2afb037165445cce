"""Where and when the random cases play: a zone, a local date, and the hours of the day that matter there."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Scene:
    zone: str
    country: str
    day: date
    opens: int  # the hour at which a window of four hours begins
    region: str | None = None


def scene(zone: str, country: str, day: str, opens: int, region: str | None = None) -> Scene:
    return Scene(zone=zone, country=country, day=date.fromisoformat(day), opens=opens, region=region)


SCENES = {
    "plain": [
        scene("Europe/Paris", "FR", "2026-11-24", 9),
        scene("Europe/Paris", "FR", "2026-12-31", 20),  # until midnight, before a public holiday
        scene("America/Montreal", "CA", "2026-11-24", 14, "QC"),
        scene("Asia/Kathmandu", "IN", "2026-12-01", 9),  # 5 h 45 min east
        scene("Pacific/Chatham", "NZ", "2026-11-24", 0),
    ],
    "holidays": [
        scene("Europe/Paris", "FR", "2026-11-11", 9),
        scene("Europe/Paris", "FR", "2026-12-25", 10, "57"),
        scene("Europe/Paris", "FR", "2027-03-26", 10, "57"),  # Good Friday, a holiday in Moselle only
        scene("Europe/Paris", "FR", "2027-03-26", 10),
        scene("America/New_York", "US", "2026-11-26", 10),
    ],
    "forward": [
        scene("Europe/Paris", "FR", "2027-03-28", 1),
        scene("Europe/Paris", "FR", "2027-03-28", 0),
        scene("America/New_York", "US", "2027-03-14", 0),
        scene("Australia/Lord_Howe", "AU", "2026-10-04", 0),  # by 30 minutes
        scene("America/Havana", "CU", "2027-03-14", 0),  # midnight does not exist
        scene("America/Havana", "CU", "2027-03-13", 20),
        scene("Asia/Beirut", "LB", "2027-03-28", 0),  # likewise
    ],
    "back": [
        scene("Europe/Paris", "FR", "2026-10-25", 1),
        scene("Europe/Paris", "FR", "2026-10-25", 0),
        scene("America/New_York", "US", "2026-11-01", 0),
        scene("Australia/Lord_Howe", "AU", "2027-04-04", 0),  # by 30 minutes
        scene("America/Havana", "CU", "2026-11-01", 0),  # midnight comes twice
        scene("America/Havana", "CU", "2026-10-31", 20),
        scene("Asia/Beirut", "LB", "2026-10-24", 20),  # the hour before midnight comes twice
    ],
}
