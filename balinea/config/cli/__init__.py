"""The command line `balinea`: one module a command, named after it."""
