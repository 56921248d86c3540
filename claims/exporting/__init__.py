"""What was found and decided, in the formats of other programs."""
