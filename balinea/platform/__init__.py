"""Technical ground under every room: jobs, idempotency, rate limits, cache tags, iCalendar text, logging, interface parts.

Holds no word of the business.
"""
