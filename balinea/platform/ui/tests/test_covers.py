from xml.etree import ElementTree as ET

from balinea.platform.ui import covers

SVG = "{http://www.w3.org/2000/svg}"


def drawn(mark_up):
    return ET.fromstring(mark_up.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))  # noqa: S314 - our own drawing


def test_a_venue_always_has_the_same_cover():
    assert covers.cover("lilas", "coiffure") == covers.cover("lilas", "coiffure")


def test_venues_have_covers_of_their_own():
    assert len({covers.cover(f"salon-{number}", "spa") for number in range(200)}) == 200


def test_a_cover_is_hidden_from_screen_readers_and_takes_its_colours_from_tokens():
    cover = drawn(covers.cover("lilas", "coiffure"))
    assert (cover.get("aria-hidden"), cover.get("data-family")) == ("true", "coiffure")
    painted = {path.get("class") for path in cover.iter(f"{SVG}path")}
    assert painted == {"glaze-1", "glaze-2", "glaze-3"}
    assert not [part for part in cover.iter() if part.get("style")]


def test_a_family_of_odd_letters_stays_inside_its_attribute():
    assert drawn(covers.cover("x", '"><script>')).get("data-family") == '"><script>'


def test_a_cover_is_light_enough_for_a_list_of_twenty():
    assert max(len(covers.cover(f"salon-{number}", "ongles")) for number in range(200)) < 6_500


def test_the_dome_is_drawn_once():
    assert len(list(drawn(covers.dome()).iter(f"{SVG}path"))) == 7
