"""`balinea slots CASE.json`: ask the slot engine about a venue file, without any database."""

import json
from pathlib import Path

import click

from balinea.slots import case, document


class WrongInput(click.ClickException):
    """The case is refused; one line says where and what was expected."""

    exit_code = 2


@click.command("slots")
@click.argument("path", metavar="CASE.json", type=click.Path(path_type=Path))
@click.option(
    "--explain", is_flag=True, help="Also print each refused start of the grid and the rule that refused it."
)
def command(*, path: Path, explain: bool) -> None:
    """Print the slots that answer the query of CASE.json, a document {"venue_file": ..., "query": ...}."""
    try:
        read = document.load(_text(path))
        answer = {**case.answer(read), **(case.explained(read) if explain else {})}
    except document.VenueFileError as error:
        raise WrongInput(_one_line(f"{path}: {error}")) from error
    click.echo(json.dumps(answer))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise WrongInput(_one_line(f"{path}: expected a readable file ({error.strerror})")) from error
    except UnicodeDecodeError as error:
        raise WrongInput(_one_line(f"{path}: expected text in UTF-8")) from error


def _one_line(message: str) -> str:
    """Keep keys and names with line breaks or other control characters from breaking the line."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in message)
