"""Drawn covers: a wall of glazed tiles in the light of a hammam, the same for the same seed.

Colours come from the tokens of the family (`--cover-*`), so a cover follows the scheme and a site's brand.
"""

from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from html import escape
from math import cos, pi, sin

CELL = 40
SIDE = 4  # the wall repeats a block of four by four cells, mirrored both ways
HEARTS = (2, 2, 1)  # the glaze of a tile's heart, by the glaze around it
DOME_WIDTH, DOME_HEIGHT = 1000, 460
TURNS = ("", "rotate(45)", "scale(.8)", "rotate(45) scale(.75)", "scale(1.25)")


def _ring(x: float, y: float, points: int, outer: float, inner: float) -> str:
    corners = (
        (x + radius * sin(angle), y - radius * cos(angle))
        for index in range(2 * points)
        for radius, angle in [(inner if index % 2 else outer, pi * index / points)]
    )
    return "M" + "L".join(f"{left:.4g} {top:.4g}" for left, top in corners) + "z"


def _star(x: int, y: int) -> tuple[str, str]:
    return _ring(x + 20, y + 20, 8, 20, 15.3), _ring(x + 20, y + 20, 8, 9, 6)


def _scale(x: int, y: int) -> tuple[str, str]:
    return (
        f"M{x} {y + 20}a20 20 0 0 1 40 0a20 20 0 0 1-20 20a20 20 0 0 1-20-20z",
        f"M{x + 12} {y + 20}a8 8 0 0 1 16 0a8 8 0 0 1-8 8a8 8 0 0 1-8-8z",
    )


def _petal(x: int, y: int) -> tuple[str, str]:
    falls = (x + y) // CELL % 2 == 0
    leaf = (
        f"M{x} {y}a40 40 0 0 1 40 40a40 40 0 0 1-40-40z"
        if falls
        else f"M{x + 40} {y}a40 40 0 0 0-40 40a40 40 0 0 0 40-40z"
    )
    return leaf, f"M{x + 17} {y + 20}a3 3 0 0 1 6 0a3 3 0 0 1-6 0z"


def _diamond(x: int, y: int) -> tuple[str, str]:
    return f"M{x + 20} {y + 1}l19 19-19 19-19-19z", f"M{x + 20} {y + 12}l8 8-8 8-8-8z"


def _arch(x: int, y: int) -> tuple[str, str]:
    return (
        f"M{x + 2} {y + 39}v-19a18 18 0 0 1 36 0v19z",
        f"M{x + 12} {y + 39}v-18a8 8 0 0 1 16 0v18z",
    )


def _lobe(x: int, y: int) -> tuple[str, str]:
    return (
        f"M{x + 10} {y + 10}a10 10 0 0 1 20 0a10 10 0 0 1 0 20a10 10 0 0 1-20 0a10 10 0 0 1 0-20z",
        _ring(x + 20, y + 20, 4, 8, 4),
    )


MOTIFS: tuple[Callable[[int, int], tuple[str, str]], ...] = (_star, _scale, _petal, _diamond, _arch, _lobe)


def _block(digest: bytes, motif: Callable[[int, int], tuple[str, str]]) -> tuple[str, str, str]:
    """Return the outlines of one block, one text for each glaze."""
    glazes = ["", "", ""]
    for row in range(SIDE):
        for column in range(SIDE):
            mirrored = 2 * min(row, SIDE - 1 - row) + min(column, SIDE - 1 - column)
            shape, heart = motif(column * CELL, row * CELL)
            tone = digest[4 + mirrored] % 5 // 2  # two parts light, two parts deep, one part glint
            glazes[tone] += shape
            glazes[HEARTS[tone]] += heart
    return glazes[0], glazes[1], glazes[2]


@lru_cache(maxsize=4096)
def cover(seed: str, family: str, *, width: int = 320, height: int = 200) -> str:
    """Return the cover of `seed` (a venue's slug) as SVG mark-up, in the colours of `family`.

    Purely decorative: hidden from screen readers. The mark-up holds nothing but numbers and the given family.
    """
    digest = sha256(seed.encode()).digest()
    name = digest[:4].hex()
    low, deep, glint = _block(digest, MOTIFS[digest[0] % len(MOTIFS)])
    turn = TURNS[digest[1] % len(TURNS)]
    lamp_x, lamp_y = width * (15 + digest[2] % 70) // 100, height * (5 + digest[3] % 50) // 100
    block = CELL * SIDE
    return (
        f'<svg class="cover" data-family="{escape(family)}" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice" '
        f'aria-hidden="true" focusable="false"><defs><pattern id="wall-{name}" width="{block}" height="{block}" '
        f'patternUnits="userSpaceOnUse" patternTransform="{turn}"><path class="glaze-1" d="{low}"/>'
        f'<path class="glaze-2" d="{deep}"/><path class="glaze-3" d="{glint}"/></pattern>'
        f'<radialGradient id="lamp-{name}"><stop class="lamp-in" offset="0"/><stop class="lamp-out" offset="1"/>'
        f'</radialGradient></defs><rect class="glaze-0" width="{width}" height="{height}"/>'
        f'<rect width="{width}" height="{height}" fill="url(#wall-{name})"/>'
        f'<circle cx="{lamp_x}" cy="{lamp_y}" r="{height}" fill="url(#lamp-{name})"/></svg>'
    )


@lru_cache(maxsize=64)
def emblem(family: str, icon_url: str) -> str:
    """Return the star of a family of treatments with its icon inside, as SVG mark-up in the family's colours."""
    return (
        f'<svg class="emblem" data-family="{escape(family)}" viewBox="0 0 100 100" aria-hidden="true" focusable="false">'
        f'<g><path class="glaze-1" d="{_ring(50, 50, 8, 50, 38.3)}"/><path class="glaze-0" d="{_ring(50, 50, 8, 42, 32.1)}"/>'
        f'<circle class="glaze-3" cx="50" cy="50" r="25"/></g><use href="{escape(icon_url)}" x="34" y="34" width="32" height="32"/></svg>'
    )


@lru_cache(maxsize=4)
def dome(rings: int = 7) -> str:
    """Return the lights of a hammam's dome, star-shaped openings in rings, as SVG mark-up for a dark ground."""
    paths = "".join(f'<path class="dome-{ring}" d="{_ring_of_stars(ring)}"/>' for ring in range(1, rings + 1))
    return (
        f'<svg class="dome" viewBox="0 0 {DOME_WIDTH} {DOME_HEIGHT}" preserveAspectRatio="xMidYMax slice" '
        f'aria-hidden="true" focusable="false">{paths}</svg>'
    )


def _ring_of_stars(ring: int) -> str:
    count, radius, size = 6 + 4 * ring, 62 * ring + 3 * ring * ring, 3 + 1.4 * ring
    angles = (2 * pi * (index + (ring % 2) / 2) / count for index in range(count))
    places = ((DOME_WIDTH / 2 + radius * sin(angle), DOME_HEIGHT - radius * cos(angle)) for angle in angles)
    return "".join(
        _ring(x, y, 8 if ring % 2 else 6, size, size * 0.62)
        for x, y in places
        if y < DOME_HEIGHT and 0 < x < DOME_WIDTH
    )
