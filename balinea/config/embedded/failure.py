"""What the embedded profile says when it cannot go on."""


class EmbeddedFailure(Exception):  # noqa: N818  it is reported, not debugged
    """The embedded profile cannot start; the text is one clear line for the person at the terminal."""
