"""Face: the public JSON interface."""
