"""Evidence held against the texts of its sources."""
