"""Who occupies what, when: working hours, absences, claims and the availability index.

Owns the words working hours, absence, block, claim, availability index.
"""
