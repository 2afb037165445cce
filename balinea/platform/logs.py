"""One form for everything that is logged: lines for people at a terminal, or JSON for programs."""

import logging
from typing import Any, Literal

import psycopg
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


class OutagesInOneLine(logging.Filter):
    """Shortens what libraries say of a database that is away: every one of its clients repeats the same long story."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace the traceback of a lost connection by its reason."""
        error = record.exc_info[1] if record.exc_info else None
        while error is not None and not _lost_connection(error):
            error = error.__cause__
        if error is not None:
            reason = str(error).strip().partition("\n")[0]
            record.msg, record.args = f"{record.getMessage().partition(chr(10))[0]} {reason}", ()
            record.exc_info = None
        return True


def _lost_connection(error: BaseException) -> bool:
    # no state: the server was not reached; 08: connection exceptions; 57P: it shuts down or starts
    return isinstance(error, psycopg.OperationalError) and (error.sqlstate or "08").startswith(("08", "57P"))


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
        "filters": {"outages": {"()": OutagesInOneLine}},
        "formatters": {
            "one": {
                "()": structlog.stdlib.ProcessorFormatter,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
                "foreign_pre_chain": _SHARED,
            },
        },
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "one", "filters": ["outages"]}
        },
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
