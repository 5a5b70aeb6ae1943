"""A report turned into text; nothing here prints."""
