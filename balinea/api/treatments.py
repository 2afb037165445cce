"""`GET /treatments`: the taxonomy."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import Router
from pydantic import BaseModel, Field, RootModel

from balinea.api.answers import STEADY, answer, statuses
from balinea.catalog import taxonomy

router = Router(tags=["Find"], by_alias=True)


class Treatment(BaseModel):
    """A treatment, or a family of them."""

    slug: str
    name: str = Field(description="In the language of Accept-Language: French or English")
    parent: str | None = Field(description="The slug above it; null for a family")


class Treatments(RootModel[list[Treatment]]):
    """The taxonomy; a parent comes before its children."""


@router.get("/treatments", response=statuses({200: Treatments}), operation_id="treatments")
def treatments(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - every call is handed its request
    """List every treatment, in the language of Accept-Language (French or English)."""
    english = get_language() == "en"
    shape = Treatments(
        [
            Treatment(
                slug=treatment.slug,
                name=treatment.name_en if english else treatment.name_fr,
                parent=treatment.parent,
            )
            for treatment in taxonomy.all_treatments()
        ]
    )
    return answer(shape, headers={**STEADY, "Vary": "Accept-Language"})
