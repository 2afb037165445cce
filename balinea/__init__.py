"""Balinea: find a free beauty moment nearby and book it."""
