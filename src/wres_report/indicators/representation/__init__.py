"""Where people work: their share of each band against their share of all staff."""
