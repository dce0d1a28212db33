"""What differs between two builds, for a reviewer; and the build that was approved, kept."""
