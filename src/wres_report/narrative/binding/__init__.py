"""Whether a trust's own words say what its figures say: literal figures, and words of direction."""
