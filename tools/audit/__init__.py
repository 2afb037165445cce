"""Lighthouse on the public pages of a running product: `python -m tools.audit`."""
