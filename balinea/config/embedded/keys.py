"""The secrets of an embedded installation: drawn once, kept in the data folder for its owner alone."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from balinea.config.embedded.failure import EmbeddedFailure


@dataclass(frozen=True, kw_only=True, slots=True)
class Keys:
    """What must stay the same from one start to the next."""

    secret_key: str  # signs sessions and links
    database_password: str


def draw() -> Keys:
    """Return new secrets."""
    return Keys(secret_key=secrets.token_urlsafe(48), database_password=secrets.token_urlsafe(24))


def load(path: Path) -> Keys | None:
    """Return the kept secrets, or nothing when none are kept yet."""
    try:
        return Keys(**json.loads(path.read_text()))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as error:
        raise EmbeddedFailure(
            f"{path} is not readable as this installation's keys; restore it from a backup"
        ) from error


def load_or_make(path: Path) -> Keys:
    """Return the kept secrets, drawn and kept now when there are none."""
    kept = load(path)
    if kept is None:
        kept = draw()
        keep(path, kept)
    return kept


def keep(path: Path, keys: Keys) -> None:
    """Write the secrets whole or not at all."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(asdict(keys), file)
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(path)
