"""The venue file in and out.

Owns the words import and export.
"""
