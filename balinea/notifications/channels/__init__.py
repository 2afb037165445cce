"""The ways out, one folder each: a `carry(message)` that returns when it was accepted and raises `DeliveryRefused` else."""
