"""Questions to a person at the terminal."""
