"""The nouns: every value that passes from one stage to the next, frozen, without behaviour."""
