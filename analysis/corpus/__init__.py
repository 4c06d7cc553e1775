"""Texts with their paragraphs, sentences, quotations and marked spans; pure functions of the text."""
