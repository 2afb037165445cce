"""The slot engine: at which instants can this visit start, with whom, at what price?

Pure: no framework, no clock, no input or output. Owns the words resource, claim, phase, visit, start, buffer, grid.
"""
