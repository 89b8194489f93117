"""Pain and vision: initiatives, whose pain causes whose, the talk that turns it into a need, why now and why us."""
