"""What is said, one thing at a time: claims out of attributions."""
