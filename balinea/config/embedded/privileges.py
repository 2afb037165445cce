"""Running PostgreSQL, which refuses root, on a machine where we may be root."""

import os
import pwd
import shutil
import subprocess
from functools import cache

from balinea.config.embedded.failure import EmbeddedFailure


def unprivileged(command: list[str]) -> list[str]:
    """Return `command` such that it never sees itself as root; files that it makes still belong to us."""
    return command if os.geteuid() != 0 else [*_user_namespace(), *command]


@cache
def _user_namespace() -> tuple[str, ...]:
    # PostgreSQL looks its user up by name, so the number must be one that this machine knows
    account = next(entry for entry in pwd.getpwall() if entry.pw_uid != 0)
    unshare = shutil.which("unshare")
    if unshare is None:
        raise EmbeddedFailure(
            "PostgreSQL does not run as root and the command unshare is missing; use another user"
        )
    wrapper = (unshare, "--user", f"--map-user={account.pw_uid}", f"--map-group={account.pw_gid}", "--")
    tried = subprocess.run([*wrapper, "true"], check=False, capture_output=True, text=True)
    if tried.returncode != 0:
        raise EmbeddedFailure(
            "PostgreSQL does not run as root and this machine allows no user namespaces "
            f"({tried.stderr.strip()}); start Balinea as another user"
        )
    return wrapper
