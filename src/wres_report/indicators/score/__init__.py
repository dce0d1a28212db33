"""A score from 0 to 10 of two groups: the engagement score of the NHS Staff Survey."""
