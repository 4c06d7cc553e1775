"""The names in an article: where they stand, what they name, whose they are, and which are withheld."""
