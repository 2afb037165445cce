"""How many random cases a law is tried on: the same few in CI, many new ones by `make laws`."""

import os

from hypothesis import HealthCheck, settings

LONG = os.environ.get("BALINEA_LAWS") == "long"


def examples(count: int) -> settings:
    return settings(
        max_examples=count * 20 if LONG else count,
        derandomize=not LONG,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
