"""Phone numbers as a dialling link wants them."""


def dialled(number: str) -> str:
    """Return the number without spaces and dots: `+33639980000`, `0639980000`."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")
