import pytest

from balinea.catalog import taxonomy
from balinea.platform.text import plain

MEANT = [
    ("coupe femme", "coupe-femme"),
    ("Coupe Femme", "coupe-femme"),
    ("coup femme", "coupe-femme"),
    ("couppe femme", "coupe-femme"),
    ("femme coupe", "coupe-femme"),
    ("coupe pour femme", "coupe-femme"),
    ("coupe dame", "coupe-femme"),
    ("women's haircut", "coupe-femme"),
    ("womens haircut", "coupe-femme"),
    ("ladies haircut", "coupe-femme"),
    ("coupe", "coupe"),
    ("haircut", "coupe"),
    ("coupe homme", "coupe-homme"),
    ("coupe homme barbe", "coupe-barbe"),
    ("brushing", "brushing"),
    ("brushin", "brushing"),
    ("blow dry", "brushing"),
    ("shampoing coupe brushing", "coupe-brushing"),
    ("balayage", "balayage"),
    ("coloration", "couleur"),
    ("teinture", "couleur"),
    ("hair color", "couleur"),
    ("méches", "meches"),
    ("lissage bresilien", "lissage-bresilien"),
    ("barbe", "barbier"),
    ("coiffeur", "coiffure"),
    ("cheveux", "coiffure"),
    ("epilation maillot", "epilation-maillot"),
    ("épilation du maillot", "epilation-maillot"),
    ("épilation maillot intégral", "maillot-integral"),
    ("demi jambes", "demi-jambes"),
    ("waxing", "epilation"),
    ("laser", "epilation-durable"),
    ("manucure", "manucure"),
    ("manicure", "manucure"),
    ("vernis semi permanent", "manucure-semi-permanent"),
    ("ongles en gel", "pose-gel"),
    ("pédicure", "beaute-pieds"),
    ("soin visage", "soin-visage"),
    ("facial", "soin-visage"),
    ("cils", "regard"),
    ("extension de cils", "extension-cils"),
    ("massage", "modelage"),
    ("masage", "modelage"),
    ("massages", "modelage"),
    ("massage thaï", "modelage-thailandais"),
    ("hot stone massage", "modelage-pierres-chaudes"),
    ("massage couple", "modelage-duo"),
    ("spa", "spa"),
    ("haman", "hammam"),
    ("hammam gommage", "hammam-gommage"),
    ("yoga", "yoga"),
    ("pilates reformer", "pilates-machine"),
    ("personal trainer", "coaching"),
    ("gym", "fitness"),
    ("brush", "brushing"),
    ("manuc", "manucure"),
]


@pytest.mark.parametrize(("text", "slug"), MEANT)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_text_means_the_treatment(text, slug, language):
    assert taxonomy.match(text, language)[0].slug == slug


@pytest.mark.parametrize(
    "text", ["", " ", "??", "zzzz", "pizza", "dentiste", "plombier", "bastille", "x" * 5_000]
)
def test_an_unknown_text_means_nothing(text):
    assert taxonomy.match(text, "fr") == ()


@pytest.mark.parametrize("treatment", taxonomy.all_treatments(), ids=lambda treatment: treatment.slug)
def test_every_name_means_its_treatment_best_of_all(treatment):
    for language in ("fr", "en"):
        best = taxonomy.match(treatment.name(language), language)[0]
        assert (best.slug, best.fit) == (treatment.slug, 1.0)


def test_there_are_six_families_and_parents_come_first():
    assert [family.slug for family in taxonomy.families()] == [
        "coiffure",
        "epilation",
        "ongles",
        "soins",
        "spa",
        "fitness",
    ]
    seen = set()
    for treatment in taxonomy.all_treatments():
        assert treatment.parent is None or treatment.parent in seen
        assert treatment.slug not in seen
        seen.add(treatment.slug)
    assert len(seen) == 127


def test_a_parent_holds_its_children():
    assert taxonomy.within("epilation-maillot") == (
        "epilation-maillot",
        "maillot-simple",
        "maillot-bresilien",
        "maillot-integral",
    )
    assert sum(len(taxonomy.within(family.slug)) for family in taxonomy.families()) == 127


def test_no_name_says_massage_and_every_synonym_is_plain():
    for treatment in taxonomy.all_treatments():
        assert "massage" not in plain(treatment.name_fr + treatment.name_en)
        for synonym in treatment.synonyms_fr + treatment.synonyms_en:
            assert plain(synonym) == synonym.replace("'", " ").replace("/", " ")


@pytest.mark.parametrize(
    ("name", "category", "slug"),
    [
        ("Coupe", "coiffure", "coupe"),
        ("Couleur", "coiffure", "couleur"),
        ("Femme", "Coupe", "coupe-femme"),
        ("Coupe femme cheveux longs", "", "coupe-femme"),
        ("Soin visage hydratant 60 min", "Soins", "soin-visage"),
        ("Massage suédois", "Bien-être", "modelage-suedois"),
        ("Sourcils", "coiffure", ""),
        ("Forfait anniversaire", "", ""),
        ("Hour", "x", ""),
    ],
)
def test_a_service_gets_the_treatment_that_its_name_means_when_sure(name, category, slug):
    assert taxonomy.guess(name, category) == slug
