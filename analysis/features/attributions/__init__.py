"""The attributions of an article: what its narrator has from a source, and what kind of source that is."""
