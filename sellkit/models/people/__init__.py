"""People: who they are, what they want, where they stand, who moves whom."""
