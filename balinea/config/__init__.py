"""Wiring only: settings, addresses, processes, periodic jobs and the command line."""
