"""Tables of venue files."""

from django.db import models

from balinea.venues.models import Venue


class ImportedFile(models.Model):
    """The venue file that a venue came from: an export keeps its wording wherever the meaning is unchanged."""

    venue = models.OneToOneField(Venue, on_delete=models.CASCADE, primary_key=True)
    document = models.TextField()  # JSON as it was read: the order of its keys is part of it
    imported_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"file of {self.venue_id}"
