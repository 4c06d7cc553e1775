"""Text-free tables of each article and of pairs; the only stage that needs the texts."""
