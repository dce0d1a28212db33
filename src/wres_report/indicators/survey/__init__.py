"""What staff said in the NHS Staff Survey: two percentages and the gap between them."""
