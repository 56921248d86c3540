"""Writers of the claim graph, one file a format."""
