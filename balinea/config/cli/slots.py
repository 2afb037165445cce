"""`balinea slots CASE.json`: ask the slot engine about a venue file, without any database."""

import json
from pathlib import Path

import click

from balinea.config.cli import input_file
from balinea.slots import case, document


@click.command("slots")
@click.argument("path", metavar="CASE.json", type=click.Path(path_type=Path))
@click.option(
    "--explain", is_flag=True, help="Also print each refused start of the grid and the rule that refused it."
)
def command(*, path: Path, explain: bool) -> None:
    """Print the slots that answer the query of CASE.json, a document {"venue_file": ..., "query": ...}."""
    try:
        read = document.load(input_file.text(path))
        answer = {**case.answer(read), **(case.explained(read) if explain else {})}
    except document.VenueFileError as error:
        raise input_file.WrongInput(f"{path}: {error}") from error
    click.echo(json.dumps(answer))
