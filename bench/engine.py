"""How fast are the slot engine's bits? No database, no HTTP."""

import random

import numpy as np

from balinea.slots.shape import Shape
from balinea.slots.starts import Frame, Person, of_person
from bench.figures import Row, best_of, report

DAYS = 50_000
STEPS = 288
BYTES = STEPS // 8
FRAME = Frame(opening=((1 << 120) - 1) << 108, last=0, every=3, flush=False)
SHAPE = Shape(12, ((0, 12),), 0, 2)


def ask() -> None:
    """Time one person-day and 50,000 of them, beside a plain NumPy pass over the same bits."""
    chance = random.Random(1)
    people = [_person(chance) for _ in range(DAYS)]
    one = best_of(lambda: [of_person(SHAPE, people[0], FRAME) for _ in range(1_000)], 9) / 1_000
    found = best_of(lambda: [of_person(SHAPE, person, FRAME) for person in people], 5)
    planned, absent, taken = (
        _packed([getattr(person, name) for person in people]) for name in ("planned", "absent", "taken")
    )
    free = best_of(lambda: (planned & ~(absent | taken)).any(axis=1).sum(), 9)
    unpacked = [
        np.unpackbits(masks.view(np.uint8), axis=1, bitorder="little").astype(bool)
        for masks in (planned, absent, taken)
    ]
    same = best_of(lambda: _starts(*unpacked), 5)
    rows: list[Row] = [
        {"question": "engine: free starts of one person-day", "ms": round(one, 5)},
        {"question": f"engine: free starts of {DAYS} resource-days", "ms": round(found, 1)},
        {
            "question": "NumPy: the starts of one phase on the same days",
            "ms": round(same, 1),
            "engine / NumPy": round(found / same, 2),
        },
        {
            "question": "NumPy: is anything free on the same days",
            "ms": round(free, 2),
            "engine / NumPy": round(found / free, 1),
        },
    ]
    report("engine", rows)


def _starts(planned: np.ndarray, absent: np.ndarray, taken: np.ndarray) -> np.ndarray:
    """Return on which days the service's one phase fits on the grid; buffers, opening and rotas left out."""
    fits = planned & ~(absent | taken)
    for shift in (1, 2, 4, 4):
        fits = fits[:, :-shift] & fits[:, shift:]
    return fits[:, :: FRAME.every].any(axis=1)


def _person(chance: random.Random) -> Person:
    taken = ends = 0
    for _ in range(7):
        low, length = chance.randint(108, 216), chance.randint(6, 18)
        taken |= ((1 << length) - 1) << low
        ends |= 1 << low + length
    return Person(planned=((1 << 108) - 1) << 108, absent=0, taken=taken & ((1 << STEPS) - 1), ends=ends)


def _packed(masks: list[int]) -> np.ndarray:
    joined = b"".join(mask.to_bytes(BYTES, "little") for mask in masks)
    return np.frombuffer(joined, dtype=np.uint64 if BYTES % 8 == 0 else np.uint8).reshape(len(masks), -1)
