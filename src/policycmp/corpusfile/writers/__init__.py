"""The corpus formats that can be written: one module each, named as the user types it."""
