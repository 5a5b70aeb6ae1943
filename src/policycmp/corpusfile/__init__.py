"""What a corpus looks like in a file: read, checked and written in one room."""
