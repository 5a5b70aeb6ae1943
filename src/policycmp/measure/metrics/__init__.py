"""How near two actors are, one measure a module."""
