"""The quotations of an article: who speaks, and which of them another article has, too."""
