from balinea.catalog import taxonomy


def test_the_taxonomy_is_listed_with_parents_first(client):
    treatments = client.get("/api/v1/treatments").json()
    assert len(treatments) == len(taxonomy.all_treatments())
    seen = set()
    for treatment in treatments:
        assert set(treatment) == {"slug", "name", "parent"}
        assert treatment["parent"] is None or treatment["parent"] in seen
        seen.add(treatment["slug"])
    assert sum(treatment["parent"] is None for treatment in treatments) == 6


def test_names_follow_the_language_asked_for(client):
    def names(language):
        answer = client.get("/api/v1/treatments", headers={"Accept-Language": language})
        assert "Accept-Language" in answer["Vary"]
        return {one["slug"]: one["name"] for one in answer.json()}

    first = taxonomy.all_treatments()[0]
    assert names("fr-FR,fr;q=0.9")[first.slug] == first.name_fr
    assert names("en-GB")[first.slug] == first.name_en
    assert names("xx")[first.slug] == first.name_fr


def test_no_cookie_is_set(client):
    assert not client.get("/api/v1/treatments").cookies
