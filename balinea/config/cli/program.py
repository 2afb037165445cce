"""The program `balinea`: finds the module of a command, prepares its surroundings, reports failures in one line."""

import importlib
import sys
from dataclasses import dataclass

import click
import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from balinea.config.cli.surroundings import settle
from balinea.config.embedded.failure import EmbeddedFailure


@dataclass(frozen=True, slots=True)
class Entry:
    """A command before its module is loaded: loading what touches tables takes a second."""

    module: str  # holds a click command named `command`
    summary: str
    knows_tables: bool = True  # its module imports models, so Django comes first
    shown: bool = True


COMMANDS = {
    "run": Entry("run", "Run the whole product on this machine.", knows_tables=False),
    "slots": Entry("slots", "Ask the slot engine about a venue file.", knows_tables=False),
    "venue": Entry("venue", "Take venues in and out as venue files."),
    "check": Entry("check", "Compare what is derived, such as availability, with the truth."),
    "demo": Entry("demo", "Add invented salons; sign in to them."),
    "web": Entry("web", "Serve pages and API (one part of `run`).", knows_tables=False),
    "worker": Entry("worker", "Do jobs: messages, releases, reminders (one part of `run`)."),
    "prepare": Entry("prepare", "Bring schema and static files up to date (one part of `run`)."),
}


class Commands(click.Group):
    """Loads a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every command, in the order of the table."""
        del ctx
        return [name for name, entry in COMMANDS.items() if entry.shown]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, its module loaded."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        if entry.knows_tables:
            ctx.obj = settle()
            django.setup()
        command: click.Command = importlib.import_module(f"balinea.config.cli.{entry.module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list without loading anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name].summary) for name in self.list_commands(ctx)])


@click.command(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="balinea", message="%(version)s")
def program() -> None:
    """Balinea: find a free beauty slot nearby and book it.

    Commands that need the database use DATABASE_URL, or else the embedded database of DATA_DIR (./.data), which they start
    for their own time unless it runs.

    Exit status: 0 done, 1 failure, 2 wrong input; the reason stands in one line on standard error.
    """


def main() -> None:
    """Run the program and turn every ending into a line and an exit status."""
    try:
        sys.exit(program(prog_name="balinea", standalone_mode=False) or 0)
    except click.ClickException as refusal:
        _end(f"balinea: {refusal.format_message()}", refusal.exit_code)
    except (EmbeddedFailure, ImproperlyConfigured, DatabaseError) as failure:
        _end(f"balinea: {failure}", 1)
    except OSError as error:
        _end(f"balinea: {error.strerror}: {error.filename}" if error.filename else f"balinea: {error}", 1)
    except (click.Abort, KeyboardInterrupt):
        _end("balinea: interrupted", 130)


def _end(line: str, status: int) -> None:
    click.echo(" ".join(line.split()), err=True)
    sys.exit(status)
