def test_the_document_is_openapi_with_every_refusal_as_a_problem(client):
    document = client.get("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    for calls in document["paths"].values():
        for call in calls.values():
            refusals = {status: told for status, told in call["responses"].items() if int(status) >= 400}
            assert {"400", "404", "405", "422", "429", "500", "503"} <= set(refusals)
            assert {media for told in refusals.values() for media in told["content"]} == {
                "application/problem+json"
            }
            assert "Retry-After" in refusals["429"]["headers"]


def test_the_page_names_every_call_and_needs_no_script(client):
    document = client.get("/api/v1/openapi.json").json()
    page = client.get("/api/v1/docs")
    text = page.content.decode()
    assert page.status_code == 200
    for path in document["paths"]:
        assert path in text
    assert "<script" not in text
    assert "style=" not in text
    assert 'id="slot-taken"' in text
