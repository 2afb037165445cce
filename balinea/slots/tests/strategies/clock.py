"""Wall-clock texts of the venue file, drawn inside a window of minutes since local midnight."""

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

Window = tuple[int, int]
MIDNIGHT = 24 * 60


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def wall(day: date, minutes: int) -> str:
    moment = datetime.combine(day, time()) + timedelta(minutes=minutes)
    return moment.isoformat(timespec="minutes")


def steps(low: int, high: int, size: int = 5) -> st.SearchStrategy[int]:
    return st.integers(low // size, high // size).map(lambda number: number * size)


REGULAR = ("all", "all", "all", "break")
SHAPES = ("all", "all", "all", "break", "touching", "overlap", "part", "closed")


@st.composite
def hours(draw: st.DrawFn, window: Window, shapes: tuple[str, ...]) -> list[str]:
    """Give interval texts in the window, in one of the shapes."""
    low, high = window
    shape = draw(st.sampled_from(shapes))
    if shape == "closed":
        return []
    if shape == "all":
        return [f"{clock(low)}-{clock(high)}"]
    if shape == "part":
        start = draw(steps(low, high - 60))
        return [f"{clock(start)}-{clock(draw(steps(start + 60, high)))}"]
    first = draw(steps(low + 30, high - 60))
    rest = draw(st.sampled_from([15, 30, 5, 45]))
    second = {"break": first + rest, "touching": first, "overlap": first - 15}[shape]
    return [f"{clock(low)}-{clock(first)}", f"{clock(second)}-{clock(high)}"]


@st.composite
def stretch(draw: st.DrawFn, days: list[date], window: Window, longest: int = 90) -> dict[str, str]:
    """Give `from` and `to` of a block or an absence that begins in the window of one of the days, or just before."""
    day = draw(st.sampled_from(days))
    start = draw(steps(window[0] - 30, window[1] - 5))
    return {"from": wall(day, start), "to": wall(day, start + draw(steps(5, longest)))}
