"""Messages and the channels that carry them. Knows no booking: it is handed values.

Owns the words message, channel, delivery.
"""
