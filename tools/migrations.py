"""Refuse models without their migration, and rooms whose migrations are not one line."""

import os
import sys
import warnings
from collections import Counter

import django
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

OURS = "balinea."


def forks() -> list[str]:
    """Return the migrations of ours on which two others of the same room build, and those that build on two."""
    loader = MigrationLoader(connection=None)
    ours = {
        key: node for key, node in loader.disk_migrations.items() if type(node).__module__.startswith(OURS)
    }
    parents = {
        key: [parent for parent in node.dependencies if parent[0] == key[0]] for key, node in ours.items()
    }
    children = Counter(parent for several in parents.values() for parent in several)
    merged = [key for key, several in parents.items() if len(several) > 1]
    return sorted(
        f"{room}.{name}" for room, name in {*merged, *(key for key, n in children.items() if n > 1)}
    )


def main() -> None:
    """Check, and end with status 1 when something is amiss."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tools.settings"
    django.setup()
    for name in (found := forks()):
        print(f"The history of this room is not one line: {name}", file=sys.stderr)
    with warnings.catch_warnings():
        # it would like to compare with a database; here there is none
        warnings.filterwarnings(
            "ignore", category=RuntimeWarning, message="Got an error checking a consistent"
        )
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    if found:
        sys.exit(1)


if __name__ == "__main__":
    main()
