"""Lets `python -m balinea.config.cli` stand for `balinea`."""

from balinea.config.cli.program import main

if __name__ == "__main__":
    main()
