"""Tests that look at the product as a whole; each room's own tests stand in the room."""
