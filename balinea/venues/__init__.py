"""Businesses and their venues: address, opening, team, rooms, memberships.

Owns the words business, venue, resource, room, unit, membership.
"""
