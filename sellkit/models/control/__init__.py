"""Deal control: which elements hold, claimed and confirmed, and what closed deals say about it."""
