"""Files that a command is given: read, or refused in one line with exit status 2."""

import sys
from pathlib import Path

import click

STANDARD_INPUT = Path("-")


class WrongInput(click.ClickException):
    """The input is refused; one line says where and what was expected."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        # keys and names with line breaks or other control characters must not break the line
        super().__init__("".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in message))


def text(path: Path) -> str:
    """Return the text of a file in UTF-8, or of standard input for `-`. Raises WrongInput."""
    try:
        read = sys.stdin.buffer.read() if path == STANDARD_INPUT else path.read_bytes()
        return read.decode("utf-8-sig")
    except OSError as error:
        raise WrongInput(f"{path}: expected a readable file ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise WrongInput(f"{path}: expected text in UTF-8") from error
