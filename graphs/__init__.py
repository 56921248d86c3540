"""The claim graph and what is found in it; it knows the data classes of ``claims`` only."""
