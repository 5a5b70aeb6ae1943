"""Text: folded, without endings, fit to be shown, put into sentences."""
