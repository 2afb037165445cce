"""Face: the salon's desk."""
