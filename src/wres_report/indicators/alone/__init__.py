"""What one group alone was asked in the NHS Staff Survey: a percentage without a comparison."""
