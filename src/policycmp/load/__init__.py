"""Files turned into a corpus; the only package that opens anything to read."""
