"""The forms in which `check` tells faults: one module each, named as the user types it."""
