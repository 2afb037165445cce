import pytest

from balinea.platform.text import by_ear, plain, slipped


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Père-Lachaise", "pere lachaise"),
        ("Sacré-Cœur", "sacre coeur"),
        ("Gare de l\u2019Est", "gare de l est"),
        ("  ÉPILATION\tmaillot ", "epilation maillot"),
        ("¿?", ""),
    ],
)
def test_plain_text_has_words_only(text, words):
    assert plain(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [("republik", "republique"), ("fone", "phone"), ("sholet", "sholets"), ("epillation", "epilation")],
)
def test_homophones_are_alike_by_ear(one, other):
    assert by_ear(one) == by_ear(other)


@pytest.mark.parametrize(
    ("typed", "meant", "slips"),
    [
        ("bastille", "bastille", 0),
        ("bastile", "bastille", 1),
        ("batsille", "bastille", 1),
        ("grenoble", "grenelle", None),
        ("cil", "oil", None),
    ],
)
def test_short_words_are_forgiven_less(typed, meant, slips):
    assert slipped(typed, meant) == slips
