"""Treatment, place and time in; venues with their next free starts out. Reads only.

Owns the words listing, rank, fit.
"""
