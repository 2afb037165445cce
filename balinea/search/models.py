"""The read side of search: what is looked through, one row a venue and treatment."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from balinea.catalog.models import Service
from balinea.venues.models import Venue


class Listing(models.Model):
    """A venue under one treatment that it offers, or a family of them, or "" for whatever it offers.

    `service` is its best match; `recipe` is all that the slot engine needs to find the service's starts
    (`recipes.py`). Written by `relist.py` only.
    """

    pk = models.CompositePrimaryKey("treatment", "venue_id")
    treatment = models.CharField(max_length=60)
    venue = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name="+")
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="+")
    price_minor = models.PositiveBigIntegerField()  # the lowest price of the venue for the treatment
    city = models.CharField(max_length=120)  # the gazetteer's city that it lies in, or ""
    districts = ArrayField(models.CharField(max_length=12))  # postcodes of the districts that reach it
    cell = models.IntegerField()  # of a grid over the earth (`cells.py`); -1 without a location
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    rating = models.FloatField(null=True)
    reviews = models.PositiveIntegerField(default=0)
    standing = models.FloatField()  # what the ranking formula gives whatever is asked (`rules.standing`)
    timezone = models.CharField(max_length=60)
    hours_of = models.CharField(
        max_length=5
    )  # whose free hours tell whether a start is possible: staff, units, ""
    recipe = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["treatment", "cell"], name="listing_near"),
            models.Index(fields=["treatment", "city", "-standing", "venue"], name="listing_in_city"),
        ]

    def __str__(self) -> str:
        return f"{self.treatment} at {self.venue_id}"
