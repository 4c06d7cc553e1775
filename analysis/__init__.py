"""Variorum: how different outlets tell the same story, and where their accounts disagree."""

__version__ = "0.1.0"
