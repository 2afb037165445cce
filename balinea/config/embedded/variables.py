"""What the processes of an embedded installation are told about it: the same variables as in every other profile."""

import os
from collections.abc import Mapping

from balinea.config.embedded.folder import DataFolder
from balinea.config.embedded.keys import Keys
from balinea.config.embedded.server import cluster_of

_EVERY_ADDRESS = {"0.0.0.0", "::"}  # noqa: S104  compared, not bound


def of_installation(folder: DataFolder, keys: Keys) -> dict[str, str]:
    """Return the variables that settings need; what the person set themselves is kept where it makes sense."""
    return {
        "SECRET_KEY": keys.secret_key,
        "DATABASE_URL": cluster_of(folder, keys).url(),
        "DATA_DIR": str(folder.root),
        "RUNTIME_DIR": str(folder.runtime),
        "STATIC_ROOT": str(folder.static),
        **_kept({"MAIL_URL": "inbox:", "LOG_FORMAT": "console"}),
    }


def of_address(host: str, port: int, origin: str) -> dict[str, str]:
    """Return the variables that say where the product is reached."""
    named = {"127.0.0.1", "localhost", "[::1]", f"[{host}]" if ":" in host else host}
    hosts = "*" if host in _EVERY_ADDRESS else ",".join(sorted(named))
    return {"HOST": host, "PORT": str(port), **_kept({"PUBLIC_URL": origin, "ALLOWED_HOSTS": hosts})}


def _kept(defaults: Mapping[str, str]) -> dict[str, str]:
    return {name: os.environ.get(name) or value for name, value in defaults.items()}
