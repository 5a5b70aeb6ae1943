"""Positions put side by side, and what follows from that."""
