"""The fact-checker's desk: a browser page on which people decide about what the program suggests."""
