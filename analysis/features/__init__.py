"""Text-free tables of each article and of pairs of articles: the only stage that needs the texts."""
