"""Drawing: one style, one colour per outlet, numbers in and pictures out."""
