"""The studies: one file per question, in the order in which they run."""
