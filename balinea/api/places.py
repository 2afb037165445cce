"""`GET /places`: what a text may mean on the map."""

from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import BaseModel, RootModel

from balinea.api.answers import STEADY, answer, statuses
from balinea.api.fields import Words
from balinea.places import queries

router = Router(tags=["Find"], by_alias=True)


class Place(BaseModel):
    """A city, district, neighbourhood or station, or the bare point that was typed."""

    kind: Literal["city", "district", "neighbourhood", "station", "point"]
    name: str
    city: str
    postcode: str
    latitude: float
    longitude: float


class Places(RootModel[list[Place]]):
    """At most ten places, best match first."""


@router.get("/places", response=statuses({200: Places}), operation_id="places")
def places(
    request: HttpRequest,  # noqa: ARG001 - every call is handed its request
    q: Annotated[
        Words, Query(description="Name, postcode, district (11e) or lat,lon; accents and slips are forgiven")
    ],
) -> HttpResponse:
    """Find places by name; an empty list when nothing is like it."""
    shape = Places(
        [
            Place(
                kind=place.kind,
                name=place.name,
                city=place.city,
                postcode=place.postcode,
                latitude=place.latitude,
                longitude=place.longitude,
            )
            for place in queries.resolve(q)
        ]
    )
    return answer(shape, headers=STEADY)
