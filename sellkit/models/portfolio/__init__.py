"""Which customers, which initiatives, which deals: strategy of the customer and our own portfolio."""
