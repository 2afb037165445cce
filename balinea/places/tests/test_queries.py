import pytest

from balinea.places.queries import MOST, resolve, suggest

MEANT = [
    ("Bastille", "Bastille", "75004"),
    ("bastille", "Bastille", "75004"),
    ("BASTILLE", "Bastille", "75004"),
    ("bastile", "Bastille", "75004"),
    ("batsille", "Bastille", "75004"),
    ("near Bastille", "Bastille", "75004"),
    ("close to Bastille", "Bastille", "75004"),
    ("près de Bastille", "Bastille", "75004"),
    ("à côté de la Bastille", "Bastille", "75004"),
    ("métro Bastille", "Bastille", "75004"),
    ("Bastille, Paris", "Bastille", "75004"),
    ("Bastille 75004", "Bastille", "75004"),
    ("place de la Bastille", "Bastille", "75004"),
    ("11e", "Paris 11e", "75011"),
    ("11ème", "Paris 11e", "75011"),
    ("11eme arrondissement", "Paris 11e", "75011"),
    ("11", "Paris 11e", "75011"),
    ("XIe", "Paris 11e", "75011"),
    ("75011", "Paris 11e", "75011"),
    ("75011 Paris", "Paris 11e", "75011"),
    ("paris 11", "Paris 11e", "75011"),
    ("Paris11", "Paris 11e", "75011"),
    ("Paris 11e", "Paris 11e", "75011"),
    ("the 11th arrondissement", "Paris 11e", "75011"),
    ("1er", "Paris 1er", "75001"),
    ("75116", "Paris 16e", "75016"),
    ("75000", "Paris", "75000"),
    ("3e", "Paris 3e", "75003"),
    ("lyon 3e", "Lyon 3e", "69003"),
    ("Lyon 3", "Lyon 3e", "69003"),
    ("dans le 3e arrondissement de Lyon", "Lyon 3e", "69003"),
    ("69003", "Lyon 3e", "69003"),
    ("Paris", "Paris", "75000"),
    ("pari", "Paris", "75000"),
    ("Lyon", "Lyon", "69000"),
    ("lion", "Lyon", "69000"),
    ("Part-Dieu", "Part-Dieu", "69003"),
    ("part dieu", "Part-Dieu", "69003"),
    ("la part-dieu", "Part-Dieu", "69003"),
    ("Lyon Part-Dieu", "Part-Dieu", "69003"),
    ("gare de Lyon Part-Dieu", "Part-Dieu", "69003"),
    ("gare de lyon", "Gare de Lyon", "75012"),
    ("Paris Gare de Lyon", "Gare de Lyon", "75012"),
    ("gare du nord", "Gare du Nord", "75010"),
    ("République", "République", "75003"),
    ("republique", "République", "75003"),
    ("republik", "République", "75003"),
    ("Place de la République", "République", "75003"),
    ("bellecour", "Bellecour", "69002"),
    ("belcour", "Bellecour", "69002"),
    ("Villette", "Porte de Pantin", "75019"),
    ("Villette Lyon", "Villette", "69003"),
    ("croix rousse", "Croix-Rousse", "69004"),
    ("croixrousse", "Croix-Rousse", "69004"),
    ("chatlet", "Châtelet", "75004"),
    ("st germain des pres", "Saint-Germain-des-Prés", "75006"),
    ("etoile", "Charles-de-Gaulle Étoile", "75008"),
    ("tour eifel", "Champ de Mars Tour Eiffel", "75015"),
    ("Eiffel Tower", "Champ de Mars Tour Eiffel", "75015"),
    ("le Marais", "Saint-Paul (Le Marais)", "75004"),
    ("Montmartre", "Abbesses", "75018"),
    ("Latin Quarter", "Cluny - La Sorbonne", "75005"),
    ("place d'Italie", "Place d'Italie - Italie 2", "75013"),
    ("saint lazare", "Gare Saint-Lazare", "75009"),
    ("batignole", "Batignolles", "75017"),
    ("reaumur", "Réaumur Sébastopol", "75002"),
    ("sebastopol", "Réaumur Sébastopol", "75002"),
    ("12 rue de la Roquette 75011", "Roquette", "75011"),
    ("12 rue de l'Essai, 75011 Paris", "Paris 11e", "75011"),
]

UNKNOWN = [
    "", "  ", "?", "a", "zzzz", "Marseille", "Bordeaux", "Toulouse", "Grenoble", "Nantes", "Nice", "Londres", "London",
    "Berlin", "Tokyo", "New York", "Versailles", "Vincennes", "Villeurbanne", "lyon 12e", "Paris 21", "75021", "13001",
    "95.0,2.3", "48.85,200", "x" * 5_000,
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "postcode"), MEANT)
def test_a_text_means_the_place(text, name, postcode):
    best = resolve(text)[0]
    assert (best.name, best.postcode) == (name, postcode)


@pytest.mark.parametrize("text", UNKNOWN)
def test_an_unknown_text_means_nothing(text):
    assert resolve(text) == ()


def test_a_number_without_a_city_means_the_district_of_each_city():
    assert [place.name for place in resolve("3e")] == ["Paris 3e", "Lyon 3e"]


def test_a_name_in_both_cities_means_both():
    assert [(place.name, place.postcode) for place in resolve("Villette")] == [
        ("Porte de Pantin", "75019"),
        ("Villette", "75019"),
        ("Villette", "69003"),
    ]


def test_a_station_comes_before_the_neighbourhood_of_its_name():
    assert [(place.kind, place.postcode) for place in resolve("Belleville")] == [
        ("station", "75011"),
        ("neighbourhood", "75020"),
    ]


def test_two_numbers_are_a_point():
    (place,) = resolve(" 48.8534 , 2.3687 ")
    assert (place.kind, place.latitude, place.longitude) == ("point", 48.8534, 2.3687)


def test_a_beginning_suggests_what_it_may_become():
    assert [place.name for place in suggest("basti", 5)] == ["Bastille"]
    assert [place.name for place in suggest("ly", 1)] == ["Lyon"]
    assert len(suggest("saint", 50)) == MOST
