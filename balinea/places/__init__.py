"""Cities, districts, neighbourhoods and stations: what "near Bastille" means.

Owns the word place.
"""
