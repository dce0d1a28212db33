"""How likely it is, of one group against the other."""
