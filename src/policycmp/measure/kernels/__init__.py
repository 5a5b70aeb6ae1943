"""Fast ways to the same numbers, for many actors."""
