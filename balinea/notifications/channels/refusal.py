"""What every channel says when a message could not be handed over."""


class DeliveryRefused(Exception):  # noqa: N818  it is a refusal, mostly for now
    """The message was not accepted; `final` means that trying again cannot help. The text is for the operator."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.final = final
