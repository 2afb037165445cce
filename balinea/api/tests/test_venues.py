def test_a_venue_is_shown_with_menu_team_hours_and_policies(client, salon):
    answer = client.get("/api/v1/venues/essai")
    assert answer.status_code == 200
    venue = answer.json()
    assert (venue["slug"], venue["timezone"], venue["currency"]) == ("essai", "Europe/Paris", "EUR")
    assert venue["staff"] == [{"id": "lea", "name": "Léa"}, {"id": "zoe", "name": "Zoé"}]
    cut, colour, care = venue["services"]
    assert cut == {
        "id": "cut",
        "name": "Coupe",
        "treatment": "coupe-femme",
        "category": "",
        "minutes": 60,
        "phases": [{"minutes": 60, "staff": True}],
        "price": "40.00",
        "performed_by": [
            {"staff": "lea", "minutes": 60, "price": "40.00"},
            {"staff": "zoe", "minutes": 60, "price": "30.00"},
        ],
    }
    assert [phase["staff"] for phase in colour["phases"]] == [True, False, True]
    assert care["treatment"] is None
    assert venue["hours"]["opening"]["sun"] == ["09:00-18:00"]
    assert venue["policies"]["horizon_days"] == 20
    assert venue["url"].startswith("http://testserver/fr/")


def test_an_unknown_venue_is_not_found(client, salon):
    for slug in ("nobody", "essai.", "ESSAI", "a" * 200):
        assert client.get(f"/api/v1/venues/{slug}").status_code == 404


def test_an_unpublished_venue_is_not_found(client, salon):
    salon.venue.published = False
    salon.venue.save()
    assert client.get("/api/v1/venues/essai").status_code == 404
    assert (
        client.get("/api/v1/venues/essai/slots", {"service": "cut", "from": "2026-12-01"}).status_code == 404
    )
