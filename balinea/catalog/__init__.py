"""What is done: the taxonomy of treatments and each venue's services with phases, prices and performers.

Owns the words treatment, family, service, performer.
"""
