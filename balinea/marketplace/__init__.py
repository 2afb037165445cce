"""Face: the public pages, from search to the managed booking."""
