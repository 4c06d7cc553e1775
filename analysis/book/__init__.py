"""The book: pages, and a small Sphinx extension that shows results in them."""
