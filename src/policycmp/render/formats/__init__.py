"""The output formats: one module each, named as the user types it."""
