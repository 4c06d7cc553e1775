"""From inputs to results: running the studies, writing what they give, and verifying it."""
