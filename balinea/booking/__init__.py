"""The journey of a visit: offers, hold, confirm, cancel, reschedule.

Owns the words offer, hold, booking, policy, deadline, manage link.
"""
