"""Face: the operator's desk."""
