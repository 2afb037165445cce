"""What the person who starts Balinea may choose."""

from dataclasses import dataclass
from pathlib import Path

from balinea.config.embedded import address


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """The variables of `make run`."""

    data_dir: Path
    host: str
    port: int
    metrics_port: int
    web_workers: int
    demo: bool

    @property
    def origin(self) -> str:
        """The address to type into a browser."""
        return address.origin(self.host, self.port)
