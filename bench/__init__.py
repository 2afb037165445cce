"""Benchmarks: one file a question. `make bench` asks them all; each prints a table and writes JSON to `bench/results/`."""
