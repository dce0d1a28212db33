"""The inputs of a trust-year: where they stand, how they are read, what settings they have."""
