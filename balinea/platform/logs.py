"""One form for everything that is logged: lines for people at a terminal, or JSON for programs."""

import logging
from typing import Any, Literal

import structlog
from structlog.typing import Processor

Form = Literal["console", "json"]

_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,  # the request's id is bound there
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def configuration(form: str, level: str) -> dict[str, Any]:
    """Return a `logging` configuration (dictConfig) in which library loggers and ours look alike."""
    last: list[Processor] = (
        [
            structlog.dev.ConsoleRenderer(
                colors=False,
                pad_event_to=0,
                exception_formatter=structlog.dev.plain_traceback,  # the rich one prints passwords among the locals
            )
        ]
        if form == "console"
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "one": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
                "foreign_pre_chain": _SHARED,
            },
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "one"}},
        "root": {"handlers": ["stderr"], "level": level.upper()},
        "loggers": {
            # the request log and the page of errors say it already, with the id and without secrets in paths
            "django.request": {"level": "CRITICAL"},
            "django.security.csrf": {"level": "CRITICAL"},
            "psycopg.pool": {"level": "ERROR"},  # repeats every attempt while the database is away
            "procrastinate": {"level": "WARNING"},
        },
    }


def configure() -> None:
    """Let structlog hand its events to `logging`."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )
