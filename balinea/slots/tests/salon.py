"""A small salon for tests: open from 9 to 12 on every day, Ana and Bea at work all the time, one cabin; change what matters."""

from balinea.slots import case

EVERY_DAY = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TUESDAY = "2026-11-24"


def week(*hours):
    return {day: list(hours) for day in EVERY_DAY}


def person(key, *hours, **more):
    return {"key": key, "name": key.title(), "weeks": [week(*(hours or ("09:00-12:00",)))], **more}


def service(key, *phases, by=("ana",), **more):
    """Phases in minutes, negative where nobody is needed."""
    made = {
        "key": key,
        "name": key.title(),
        "price": "10.00",
        "phases": [{"minutes": abs(minutes), "staff": minutes > 0} for minutes in phases],
        **more,
    }
    if any(minutes > 0 for minutes in phases):
        made["performed_by"] = by if isinstance(by, dict) else {key: {} for key in by}
    return made


def block(resource, start, end, day=TUESDAY):
    return {"resource": resource, "from": f"{day}T{start}", "to": f"{day}T{end}"}


def booking(service, staff, start, day=TUESDAY, **more):
    return {"service": service, "staff": staff, "start": f"{day}T{start}", **more}


def salon(*services, opening=("09:00-12:00",), staff=None, **parts):
    settings = parts.pop("venue", {})
    return {
        "balinea": 1,
        "business": {"name": "Salon"},
        "venue": {
            "slug": "salon",
            "name": "Salon",
            "timezone": "Europe/Paris",
            "public_holidays": "open",
            "opening": week(*opening),
            "grid_minutes": 30,
            **settings,
        },
        "staff": [person("ana", *opening), person("bea", *opening)] if staff is None else staff,
        "rooms": [{"key": "cabin", "kind": "cabin"}],
        "services": list(services),
        **parts,
    }


def question(file, *items, **query):
    """Items are service keys, or pairs of a service and a person."""
    pairs = [(item, None) if isinstance(item, str) else item for item in items]
    asked = {
        "items": [{"service": key, "staff": staff} for key, staff in pairs],
        "from": TUESDAY,
        "now": "2026-11-23T08:00:00Z",
        **query,
    }
    return {"venue_file": file, "query": asked}


def starts(file, *items, **query):
    """The local times at which the visit may start, with the date where it is another one."""
    slots = case.answer(question(file, *items, **query))["slots"]
    return [
        slot["start"][11:16] if slot["start"].startswith(TUESDAY) else slot["start"][:16] for slot in slots
    ]


def who(file, *items, **query):
    """For each start, who can take it."""
    slots = case.answer(question(file, *items, **query))["slots"]
    return {slot["start"][11:16]: [option["staff"] for option in slot["options"]] for slot in slots}


def refused(file, *items, **query):
    """For each refused start and person (a list for visits): the rule and its detail."""
    return [
        (entry["start"][11:16], entry["staff"], entry["rule"], entry["detail"])
        for entry in case.explained(question(file, *items, **query))["refused"]
    ]
