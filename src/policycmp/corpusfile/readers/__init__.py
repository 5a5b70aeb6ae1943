"""The corpus formats that can be read: one module each, named as the user types it."""
