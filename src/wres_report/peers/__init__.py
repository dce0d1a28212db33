"""A trust among others: figures that are compared, and each one's rank, limits and medians."""
