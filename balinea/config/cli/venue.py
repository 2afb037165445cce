"""`balinea venue import FILE` and `balinea venue export SLUG`: venues in and out as venue files."""

import json
from pathlib import Path

import click
from django.utils import timezone

from balinea.config.cli import input_file
from balinea.config.cli.surroundings import Installation, database, needs_database
from balinea.portability.export_file import NoSuchVenueError, export_file
from balinea.portability.import_file import HasBookingsError, import_file
from balinea.slots import venue_file


@click.group("venue")
def command() -> None:
    """Take venues in and out as venue files (docs: the format of a venue file, version 1)."""


@command.command("import")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path, allow_dash=True))
@click.pass_context
def import_(context: click.Context, *, path: Path) -> None:
    """Take in the venue of FILE (- for standard input), whole or not at all.

    A venue with the same slug is replaced, unless clients booked there through Balinea.
    """
    try:
        document = venue_file.load(input_file.text(path))
        venue_file.parse(document)  # what is wrong needs no database
        with database(context.find_object(Installation)):
            imported = import_file(document=document, now=timezone.now())
    except venue_file.VenueFileError as error:
        raise input_file.WrongInput(f"{path}: {error}") from error
    except HasBookingsError as error:
        raise click.ClickException(
            f"{path}: clients booked at {error} through Balinea: it is not replaced"
        ) from error
    verb = "Replaced" if imported.replaced else "Imported"
    click.echo(f"{verb} {imported.slug}: services {imported.services}, bookings {imported.bookings}.")


@command.command("export")
@click.argument("slug")
@needs_database
def export(*, slug: str) -> None:
    """Print the venue file of the venue that has this SLUG."""
    try:
        exported = export_file(slug=slug)
    except NoSuchVenueError as error:
        raise input_file.WrongInput(f"{slug}: expected the slug of a venue") from error
    click.echo(json.dumps(exported.document, ensure_ascii=False, indent=2))
    if not exported.faithful:
        click.echo(
            f"balinea: {slug}: some bookings no longer follow from the menu as it is now; an import may refuse them",
            err=True,
        )
