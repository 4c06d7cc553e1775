"""Text that articles share: copied, edited, reworded, or told again in the same order."""
