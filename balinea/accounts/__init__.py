"""Identities and sign-in.

Owns the words user and sign-in link.
"""
