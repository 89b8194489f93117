"""Plan and competition: how the customer buys, who else is there, what decides, what we do."""
