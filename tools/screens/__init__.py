"""Pictures of every screen, in both languages, light and dark, on a phone, a tablet and a desk: to be looked at."""
