"""Two salons near Bastille, their people, and who may sign in: run as a program on the data folder of the environment.

Prints, as JSON, one-time sign-in links of Bob, who runs the Salon des Lilas, of Charlie, who runs the Maison Acacia, which
approves each request, and of Olga, who operates Balinea.
"""

import json
import os

import django
from django.utils import timezone

from balinea.config.cli.surroundings import settle

WEEK = {day: ["09:00-20:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}


def document(slug, name, longitude):
    return {
        "balinea": 1,
        "business": {"name": f"{name} SARL"},
        "venue": {
            "slug": slug,
            "name": name,
            "timezone": "Europe/Paris",
            "address": {"street": "12 rue de la Roquette", "postcode": "75011", "city": "Paris"},
            "location": [48.8545, longitude],
            "opening": WEEK,
            "public_holidays": "open",
            "horizon_days": 30,
        },
        "staff": [
            {"key": "awa", "name": "Awa", "weeks": [WEEK]},
            {"key": "lea", "name": "Léa", "weeks": [WEEK]},
        ],
        "rooms": [{"key": "bac", "name": "Bac", "kind": "basin", "units": 2}],
        "services": [
            {
                "key": "coupe",
                "name": "Coupe femme",
                "price": "42.00",
                "phases": [{"minutes": 45}],
                "room_kind": "basin",
                "performed_by": {"awa": {}, "lea": {"price": "48.00"}},
            },
            {
                "key": "brushing",
                "name": "Brushing",
                "price": "29.90",
                "phases": [{"minutes": 30}],
                "performed_by": {"awa": {}, "lea": {}},
            },
        ],
    }


def main():
    os.environ["PUBLIC_URL"] = f"http://127.0.0.1:{os.environ['PORT']}"
    settle()
    django.setup()
    import tests.browser.people as people  # noqa: PLC0415, PLR0402  tables only exist after the set-up

    now = timezone.now()
    lilas = people.opened(document("salon-des-lilas", "Salon des Lilas", 2.3710), now)
    acacia = people.opened(document("maison-acacia", "Maison Acacia", 2.3720), now, approves_first=True)
    links = {
        "bob": people.member("bob@example.org", lilas, now),
        "charlie": people.member("charlie@example.org", acacia, now),
        "olga": people.operator("olga@example.org", now),
    }
    print(json.dumps(links))  # noqa: T201  what the test reads


if __name__ == "__main__":
    main()
