"""The codes of what can be wrong with a corpus, with what each means."""
