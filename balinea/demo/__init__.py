"""Sample data by seed: invented salons at plausible places, through each room's own bulk path."""
