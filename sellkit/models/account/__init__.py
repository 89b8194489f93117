"""The account behind the deals: what we know of it, whom we know, where it stands, and how it fares after a sale."""
