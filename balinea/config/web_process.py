"""What each web process of `balinea web` loads: the application, and the wish not to outlive its parent."""

import signal

from balinea.config.embedded import leash
from balinea.config.wsgi import application

leash.tie_to_parent(signal.SIGTERM)

__all__ = ["application"]
